import type { CxError } from "../../error/cxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Stage } from "../../model/stage.js";
import { affectedCustomers } from "../gaps/exposure.js";
import { frameGap } from "../gaps/frameGap.js";
import type { GapKind, Remedy } from "../gaps/gap.js";
import type { ChangeFacts, FieldValue, JourneyChange } from "./journeyChange.js";
import { movedItems } from "./movedItems.js";
import { touchpointChanges } from "./touchpointChanges.js";

/** How much the kind of a change hurts, as for the gaps of `journeyGaps`. */
const baseHarms: Partial<Record<GapKind, number>> = {
  "missing-touchpoint": 0.4,
  "unplanned-touchpoint": 0.2,
  "out-of-order": 0.3,
  "failed-touchpoint": 0.5,
  delay: 0.3,
  rework: 0.2,
  "channel-break": 0.15,
  experience: 0.3,
  "low-emotion": 0.2,
  unowned: 0.05,
  "untouched-persona": 0.1,
};

function asGap({ field, before, after, direction, ...facts }: ChangeFacts): JourneyChange {
  const gap = frameGap(
    {
      ...facts,
      // No log tells how many come there.
      customers: affectedCustomers({ affected: [], of: 0 }, 0.95),
      reach: 0.5,
      baseHarm: baseHarms[facts.kind] ?? 0.1,
      effect: null,
      evidence: { before: asEvidence(before), after: asEvidence(after) },
    },
    { level: 0.95, lowerIsBetter: false },
  );
  const whole = field === "touchpoint" || field === "stage" || field === "persona";
  return { ...gap, id: whole ? gap.id : `${gap.id}/${field}`, field, before, after, direction };
}

const asEvidence = (value: FieldValue): string | number | null | readonly string[] =>
  typeof value === "boolean" ? String(value) : value;

/** A touchpoint or a stage that only one of two journeys has. */
function onlyIn(
  added: boolean,
  what: "touchpoint" | "stage",
  named: { id: string; name: string },
  stage: Stage,
): ChangeFacts {
  const remedy: Remedy = added ? "add" : "remove";
  return {
    kind: added ? "missing-touchpoint" : "unplanned-touchpoint",
    stage: stage.id,
    touchpoint: what === "stage" ? null : named.id,
    field: what,
    before: added ? null : named.name,
    after: added ? named.name : null,
    direction: added ? "added" : "removed",
    remedy,
    explanation: added ? `“${named.name}” is new.` : `“${named.name}” is no longer there.`,
  };
}

/** What differs between stages that both journeys have, and which have come or gone. */
function stageChanges(before: readonly Stage[], after: readonly Stage[]): ChangeFacts[] {
  const earlier = new Map(before.map((stage) => [stage.id, stage]));
  const later = new Set(after.map(({ id }) => id));
  const moved = movedItems(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  return [
    ...after.flatMap((stage): ChangeFacts[] => {
      const old = earlier.get(stage.id);
      if (old === undefined) return [onlyIn(true, "stage", stage, stage)];
      const at = { kind: "out-of-order", stage: stage.id, touchpoint: null, remedy: "redesign" } as const;
      const changes: ChangeFacts[] = [];
      if (moved.has(stage.id)) {
        changes.push({
          ...at,
          field: "position",
          before: before.indexOf(old) + 1,
          after: after.indexOf(stage) + 1,
          direction: "changed",
          explanation: `“${stage.name}” comes at another place among the stages.`,
        });
      }
      const [from, to] = [old.flow ?? "sequence", stage.flow ?? "sequence"];
      // How a single touchpoint belongs together says nothing.
      if (from !== to && Math.min(stage.touchpoints.length, old.touchpoints.length) > 1) {
        const explanation = `The touchpoints of “${stage.name}” belong together as ${to}, and no longer as ${from}.`;
        changes.push({ ...at, field: "flow", before: from, after: to, direction: "changed", explanation });
      }
      return changes;
    }),
    ...before.filter(({ id }) => !later.has(id)).map((stage) => onlyIn(false, "stage", stage, stage)),
  ];
}

/** The touchpoints that stand at another place of a stage which is a sequence in both journeys. */
function movedTouchpoints(before: readonly Stage[], after: readonly Stage[]): Set<string> {
  const idsOf = ({ touchpoints }: Stage): string[] => touchpoints.map(({ id }) => id);
  const isSequence = ({ flow = "sequence" }: Stage): boolean => flow === "sequence";
  const earlier = new Map(before.filter(isSequence).map((stage) => [stage.id, idsOf(stage)]));
  return new Set(
    after.filter(isSequence).flatMap((stage) => [...movedItems(earlier.get(stage.id) ?? [], idsOf(stage))]),
  );
}

const personasOf = ({ persona = [] }: Pick<Journey, "persona">): readonly string[] =>
  typeof persona === "string" ? [persona] : persona;

/**
 * What changes between two maps, as gaps: what the journey as it is lacks, has too much of, or does otherwise than the journey as
 * it is to be.
 *
 * Stages and touchpoints are the same where their ids are. A touchpoint to come is `missing-touchpoint` and one to go
 * `unplanned-touchpoint` (also where it becomes required or optional, or moves to the front or behind it); another place, stage or
 * flow is `out-of-order`; a wait or a time limit `delay`; `repeatable` is `rework`; channels are `channel-break`; promises of
 * satisfaction and pain points `experience`, of success `failed-touchpoint`; an emotion is `low-emotion`, an owner `unowned`, a
 * persona `untouched-persona`. Names, event names, importance and attributes are no change of the journey.
 *
 * @param asIs The journey as it is.
 * @param toBe The journey as it is to be.
 * @returns The changes, most severe first; none for a journey and itself. They are gaps of nobody knows how many customers
 * (`customers.of` is 0): severity is the geometric mean of one half and how much a gap of that kind hurts.
 * @throws A {@link CxError} `invalid-definition` when a journey contradicts itself.
 *
 * @example
 * ```ts
 * import { compareJourneys } from "cxkit";
 *
 * const pay = { id: "pay", name: "Paying", channel: "web" };
 * const asIs = { stages: [{ id: "buy", name: "Buying", touchpoints: [{ id: "form", name: "Form" }, pay] }] };
 * const toBe = { stages: [{ id: "buy", name: "Buying", touchpoints: [{ ...pay, channel: ["web", "app"], withinSeconds: 60 }] }] };
 * compareJourneys(asIs, toBe).map(({ id, direction, after }) => [id, direction, after]);
 * // => [["delay/buy/pay/withinSeconds", "added", 60], ["unplanned-touchpoint/buy/form", "removed", null],
 * //     ["channel-break/buy/pay/channel", "raised", ["web", "app"]]]
 * ```
 */
export function compareJourneys(
  asIs: Pick<Journey, "stages" | "persona">,
  toBe: Pick<Journey, "stages" | "persona">,
): JourneyChange[] {
  checkJourney(asIs);
  checkJourney(toBe);
  const placed = ({ stages }: Pick<Journey, "stages">) =>
    stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => ({ stage, touchpoint })));
  const [before, after] = [placed(asIs), placed(toBe)];
  const earlier = new Map(before.map((place) => [place.touchpoint.id, place]));
  const later = new Set(after.map(({ touchpoint }) => touchpoint.id));
  const changes = stageChanges(asIs.stages, toBe.stages);
  const moved = movedTouchpoints(asIs.stages, toBe.stages);
  for (const { stage, touchpoint } of after) {
    const old = earlier.get(touchpoint.id);
    if (old === undefined) changes.push(onlyIn(true, "touchpoint", touchpoint, stage));
    else changes.push(...touchpointChanges(old, { stage, touchpoint }, moved.has(touchpoint.id)));
  }
  for (const { stage, touchpoint } of before) {
    if (!later.has(touchpoint.id)) changes.push(onlyIn(false, "touchpoint", touchpoint, stage));
  }
  const [oldPersonas, newPersonas] = [personasOf(asIs), personasOf(toBe)];
  const personas = (some: readonly string[], others: readonly string[], added: boolean): ChangeFacts[] =>
    some
      .filter((persona) => !others.includes(persona))
      .map((persona) => ({
        kind: "untouched-persona",
        stage: null,
        touchpoint: persona,
        field: "persona",
        before: added ? null : persona,
        after: added ? persona : null,
        direction: added ? "added" : "removed",
        remedy: added ? "add" : "remove",
        explanation: `The journey is ${added ? "also" : "no longer"} that of “${persona}”.`,
      }));
  changes.push(...personas(newPersonas, oldPersonas, true), ...personas(oldPersonas, newPersonas, false));
  return changes.map(asGap).sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
}
