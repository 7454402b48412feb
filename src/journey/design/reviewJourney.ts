import { isCxError } from "../../error/isCxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Stage } from "../../model/stage.js";
import type { Touchpoint } from "../../model/touchpoint.js";

/**
 * What is wrong with a design.
 *
 * | code | severity | what it says |
 * |---|---|---|
 * | `invalid` | error | it contradicts itself so that nothing can be held against it: an id or an event used twice, a value that cannot be |
 * | `no-touchpoints` | error | there is nothing to come to |
 * | `unreachable` | warning | the touchpoint has an empty list of events: no event of a log can ever be a visit |
 * | `ambiguous-event` | warning | an event of the touchpoint is the id of another one: answers about the one look like events of the other |
 * | `empty-stage` | warning | the stage has no touchpoint |
 * | `nothing-required` | warning | all is optional, so that even no visit at all conforms |
 * | `optional-alternative` | warning | some of the alternatives are optional and some are not; one is needed all the same |
 * | `impossible-time` | warning | it must come within no time at all, or no sooner than a wait that is longer than it may take |
 * | `idle-time` | note | nothing comes before, or whatever comes before, so that `withinSeconds` judges nothing or something else |
 * | `emotion-against-promise` | warning | satisfaction is promised where a bad emotion is designed, or the other way round |
 * | `unseen-promise` | note | it is promised to, or timed for, customers although they do not see it (backstage, support) |
 * | `optional-moment-of-truth` | note | it makes or breaks the relationship, and may be left out |
 * | `single-alternative` | note | there is only one alternative, or one touchpoint in any order |
 * | `repeated-name` | note | two stages or two touchpoints of one stage have the same name |
 */
export type JourneyFindingCode =
  | "invalid"
  | "no-touchpoints"
  | "unreachable"
  | "ambiguous-event"
  | "empty-stage"
  | "nothing-required"
  | "optional-alternative"
  | "impossible-time"
  | "idle-time"
  | "emotion-against-promise"
  | "unseen-promise"
  | "optional-moment-of-truth"
  | "single-alternative"
  | "repeated-name";

/** Something that is wrong with a design, or may be. */
export interface JourneyFinding {
  readonly code: JourneyFindingCode;
  /** An error makes functions throw; a warning makes what they say doubtful; a note is for a second look. */
  readonly severity: "error" | "warning" | "note";
  /** The id of the stage; null where the whole journey is meant. */
  readonly stage: string | null;
  /** The id of the touchpoint; null where the whole stage is meant. */
  readonly touchpoint: string | null;
  /** One sentence in plain words. */
  readonly message: string;
}

type Add = (
  code: JourneyFindingCode,
  severity: JourneyFinding["severity"],
  place: { readonly stage?: Stage; readonly touchpoint?: Touchpoint },
  message: string,
) => void;

/** Which of some names stand there more than once. */
function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function reviewTouchpoint(stage: Stage, touchpoint: Touchpoint, isFirst: boolean, add: Add): void {
  const { name, events, withinSeconds, expected, emotion, optional, momentOfTruth, layer = "frontstage" } = touchpoint;
  const at = { stage, touchpoint };
  if (events?.length === 0) {
    add("unreachable", "warning", at, `“${name}” has no events, so that no event of a log can ever be a visit.`);
  }
  const wait = expected?.waitSeconds;
  if (withinSeconds === 0) add("impossible-time", "warning", at, `“${name}” must come within no time at all.`);
  else if (withinSeconds !== undefined && wait !== undefined && wait > withinSeconds) {
    add(
      "impossible-time",
      "warning",
      at,
      `“${name}” must come within ${withinSeconds} seconds and promises a wait of up to ${wait}.`,
    );
  }
  if (withinSeconds !== undefined && isFirst) {
    add("idle-time", "note", at, `“${name}” is to come within a time, and nothing comes before it.`);
  } else if (withinSeconds !== undefined && stage.flow === "any-order" && stage.touchpoints.length > 1) {
    add("idle-time", "note", at, `“${name}” is to come within a time of whatever comes before it in any order.`);
  }
  const satisfaction = expected?.satisfaction;
  const middle = 50;
  if (emotion !== undefined && satisfaction !== undefined && emotion * (satisfaction - middle) < 0) {
    const promise = `an emotion of ${emotion} and promises a satisfaction of ${satisfaction} out of 100`;
    add("emotion-against-promise", "warning", at, `“${name}” is designed to leave ${promise}.`);
  }
  if (layer !== "frontstage" && (satisfaction !== undefined || emotion !== undefined)) {
    add(
      "unseen-promise",
      "note",
      at,
      `“${name}” is ${layer}, where customers do not see it, and promises them something.`,
    );
  }
  if (optional === true && momentOfTruth === true) {
    add("optional-moment-of-truth", "note", at, `“${name}” is a moment of truth, and optional.`);
  }
}

/**
 * What is wrong with a design, before anything is held against it: what cannot be reached, what contradicts itself, and what says
 * nothing.
 *
 * @param journey The design, or anything that should be one.
 * @returns The findings: errors first, then warnings and notes, each in the order of the journey. None where all is well. It never
 * throws: what other functions refuse is a finding `invalid`.
 *
 * @example
 * ```ts
 * import { reviewJourney } from "cxkit";
 *
 * const stages = [{ id: "buy", name: "Buy", touchpoints: [{ id: "cart", name: "Cart" }, { id: "pay", name: "Paying", events: [] }] }];
 * reviewJourney({ stages });
 * // => [{ code: "unreachable", severity: "warning", stage: "buy", touchpoint: "pay", … }]
 * reviewJourney({ stages: [...stages, ...stages] }).map(({ code, message }) => [code, message]);
 * // => [["invalid", "stage \"buy\" requires an id of its own, received \"buy\""]]
 * ```
 */
export function reviewJourney(journey: Pick<Journey, "stages">): JourneyFinding[] {
  const findings: JourneyFinding[] = [];
  const add: Add = (code, severity, { stage, touchpoint }, message) => {
    findings.push({ code, severity, stage: stage?.id ?? null, touchpoint: touchpoint?.id ?? null, message });
  };
  try {
    checkJourney(journey);
  } catch (error) {
    if (!isCxError(error)) throw error;
    add("invalid", "error", {}, error.message);
    return findings;
  }
  const { stages } = journey;
  const all = stages.flatMap(({ touchpoints }) => touchpoints);
  if (all.length === 0) add("no-touchpoints", "error", {}, "The journey has no touchpoint.");
  else if (all.every(({ optional }) => optional === true)) {
    add("nothing-required", "warning", {}, "Every touchpoint is optional, so that even no visit at all conforms.");
  }
  for (const name of repeated(stages.map((stage) => stage.name))) {
    add("repeated-name", "note", {}, `Several stages are named “${name}”.`);
  }
  const named = new Map(all.map((touchpoint) => [touchpoint.id, touchpoint]));
  for (const stage of stages) {
    const { touchpoints, flow = "sequence" } = stage;
    const optional = touchpoints.filter((touchpoint) => touchpoint.optional === true).length;
    if (touchpoints.length === 0) add("empty-stage", "warning", { stage }, `“${stage.name}” has no touchpoint.`);
    if (flow !== "sequence" && touchpoints.length === 1) {
      add("single-alternative", "note", { stage }, `“${stage.name}” is to be ${flow}, and has one touchpoint.`);
    }
    if (flow === "alternatives" && optional > 0 && optional < touchpoints.length) {
      const some = `${optional} of ${touchpoints.length} alternatives`;
      add(
        "optional-alternative",
        "warning",
        { stage },
        `In “${stage.name}” ${some} are optional; one is needed all the same.`,
      );
    }
    for (const name of repeated(touchpoints.map((touchpoint) => touchpoint.name))) {
      add("repeated-name", "note", { stage }, `In “${stage.name}” several touchpoints are named “${name}”.`);
    }
    for (const touchpoint of touchpoints) {
      const isFirst =
        touchpoints[0] === all[0] &&
        (flow === "alternatives" || touchpoints.length === 1 || (flow === "sequence" && touchpoint === all[0]));
      reviewTouchpoint(stage, touchpoint, isFirst, add);
      for (const event of touchpoint.events ?? []) {
        const other = named.get(event);
        if (other === undefined || other === touchpoint) continue;
        const words = `“${touchpoint.name}” has the event “${event}”, which is the id of “${other.name}”.`;
        add("ambiguous-event", "warning", { stage, touchpoint }, words);
      }
    }
  }
  const rank = ["error", "warning", "note"];
  return findings.sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity));
}
