import { CxError } from "../../error/cxError.js";
import type { Journey } from "../../model/journey.js";
import type { Stage } from "../../model/stage.js";
import { isRequired } from "../design/isRequired.js";
import { type JourneyDesign, journeyDesign } from "../design/journeyDesign.js";

/** A stretch of a design whose touchpoints belong together: one alone, several in any order, or one of several. */
export interface DesignPart {
  readonly form: "one" | "any-order" | "alternatives";
  /** The numbers of its places in the design. */
  readonly places: readonly number[];
  readonly stage: Stage;
  /** Whether a customer must do it; of an any-order part, `required` of the model says so place by place. */
  readonly required: boolean;
}

/** A design as alignments read it: its parts come one after the other. */
export interface DesignModel {
  readonly design: JourneyDesign;
  readonly parts: readonly DesignPart[];
  /** Per place, a 1 where a customer must come, whatever else they do. */
  readonly required: Uint8Array;
  /** Per place, a 1 where a customer may come again at once. */
  readonly repeatable: Uint8Array;
  /** How many events the shortest path has that the design allows. */
  readonly shortest: number;
}

/**
 * Reads a journey for alignments; throws `invalid-definition` where it contradicts itself or has no touchpoint.
 *
 * @param events The names of the events of the log that is aligned.
 */
export function designModel(journey: Pick<Journey, "stages">, events: readonly string[] = []): DesignModel {
  const design = journeyDesign(journey, events);
  const seen = new Set(events);
  const { places } = design;
  if (places.length === 0) {
    throw new CxError("invalid-definition", "conformance requires a journey with a touchpoint", journey.stages.length);
  }
  const parts: DesignPart[] = [];
  const required = new Uint8Array(places.length);
  let place = 0;
  for (const stage of journey.stages) {
    const mine = stage.touchpoints.map(() => place++);
    const musts = stage.touchpoints.map((touchpoint) => isRequired(touchpoint, seen));
    const flow = stage.flow ?? "sequence";
    if (flow === "sequence" || mine.length < 2) {
      mine.forEach((number, index) => {
        parts.push({ form: "one", places: [number], stage, required: musts[index] === true });
      });
    } else parts.push({ form: flow, places: mine, stage, required: musts.includes(true) });
    if (flow !== "alternatives" || mine.length < 2) {
      mine.forEach((number, index) => {
        required[number] = musts[index] ? 1 : 0;
      });
    }
  }
  const alternatives = parts.filter(({ form, required: must }) => form === "alternatives" && must);
  return {
    design,
    parts,
    required,
    repeatable: Uint8Array.from(places, ({ touchpoint }) => (touchpoint.repeatable === true ? 1 : 0)),
    shortest: required.reduce((sum, must) => sum + must, alternatives.length),
  };
}
