import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Stage } from "../../model/stage.js";
import type { Touchpoint } from "../../model/touchpoint.js";
import { isRequired } from "./isRequired.js";

/** A touchpoint with the stage that it belongs to. */
export interface DesignedPlace {
  readonly stage: Stage;
  readonly touchpoint: Touchpoint;
  /** The number of the step that a visit here fulfils, or −1 for a touchpoint that a customer may go without. */
  readonly step: number;
}

/** Something that every customer should do: come to a touchpoint, or to one of several. */
export interface DesignedStep {
  readonly stage: Stage;
  /** Null where any touchpoint of the stage will do. */
  readonly touchpoint: Touchpoint | null;
  /** How far in the journey it is; steps that may come in any order are equally far. */
  readonly rank: number;
}

/** A journey as gap analysis reads it. */
export interface JourneyDesign {
  readonly places: readonly DesignedPlace[];
  readonly steps: readonly DesignedStep[];
  /** The number of the place that a log means by a name. */
  readonly placeOfEvent: ReadonlyMap<string, number>;
}

/**
 * Reads a journey; throws `invalid-definition` where it contradicts itself.
 *
 * @param events The names of the events of the log that it is held against, where it is held against one.
 */
export function journeyDesign(journey: Pick<Journey, "stages">, events: readonly string[] = []): JourneyDesign {
  checkJourney(journey);
  const seen = new Set(events);
  const places: DesignedPlace[] = [];
  const steps: DesignedStep[] = [];
  const placeOfEvent = new Map<string, number>();
  let rank = -1;
  for (const stage of journey.stages) {
    const { flow = "sequence" } = stage;
    const required = stage.touchpoints.filter((touchpoint) => isRequired(touchpoint, seen));
    if (required.length > 0) rank++;
    if (flow === "alternatives" && required.length > 0) steps.push({ stage, touchpoint: null, rank });
    for (const touchpoint of stage.touchpoints) {
      let step = -1;
      if (flow === "alternatives") step = required.length > 0 ? steps.length - 1 : -1;
      else if (required.includes(touchpoint)) {
        if (flow === "sequence" && touchpoint !== required[0]) rank++;
        step = steps.push({ stage, touchpoint, rank }) - 1;
      }
      const place = places.push({ stage, touchpoint, step }) - 1;
      for (const event of touchpoint.events ?? [touchpoint.id]) placeOfEvent.set(event, place);
    }
  }
  return { places, steps, placeOfEvent };
}
