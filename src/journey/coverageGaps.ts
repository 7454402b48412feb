import type { Stage } from "../model/stage.js";
import { wilson } from "../stats/wilson.js";
import type { AffectedCustomers } from "./gap.js";
import { type GapFacts, inWords } from "./gapFrame.js";
import type { JourneyDesign } from "./journeyDesign.js";
import type { Walk } from "./walkLog.js";

/** How many scored answers there are. */
export interface AnswerCounts {
  /** Per place of the design. */
  readonly places: readonly number[];
  /** By the id of a stage: answers about it as a whole. */
  readonly stages: ReadonlyMap<string, number>;
}

/** Where nobody can tell how the journey is: stages and touchpoints without signal. */
export function coverageGaps(
  stages: readonly Stage[],
  design: JourneyDesign,
  walk: Walk | null,
  answers: AnswerCounts | null,
  options: { readonly level: number; readonly tolerance: number; readonly minimumN: number },
): GapFacts[] {
  const { level, tolerance, minimumN } = options;
  const gaps: GapFacts[] = [];
  // Where the log shows nobody, it does not tell how many there are.
  const passing = (count: number): AffectedCustomers =>
    walk === null || walk.customers === 0 || count === 0
      ? { count: 0, of: 0, share: null, interval: null }
      : {
          count,
          of: walk.customers,
          share: count / walk.customers,
          interval: wilson(count, walk.customers, { level }),
        };
  const add = (
    facts: Pick<GapFacts, "kind" | "stage" | "touchpoint" | "evidence" | "baseHarm">,
    visitors: number,
    text: string,
  ) => {
    const customers = passing(visitors);
    const who = customers.share === null ? "" : `; ${inWords(customers, "customers")} come here`;
    gaps.push({
      ...facts,
      customers,
      // Where no log tells, the reach is neither none nor all.
      reach: customers.share ?? 0.5,
      effect: null,
      remedy: "measure",
      explanation: `${text}${who}.`,
    });
  };

  for (const stage of stages) {
    const inside = design.places.flatMap(({ touchpoint, step, stage: { id } }, place) =>
      id === stage.id
        ? [{ touchpoint, step, answers: answers?.places[place] ?? 0, visitors: walk?.visitors[place] ?? 0 }]
        : [],
    );
    const about = inside.reduce((sum, place) => sum + place.answers, answers?.stages.get(stage.id) ?? 0);
    if (inside.length === 0 || (answers !== null && about < minimumN)) {
      const text =
        inside.length === 0
          ? `“${stage.name}” has no touchpoint`
          : `Nothing tells how customers find “${stage.name}” (${about} answers)`;
      const visitors = inside.reduce((most, place) => Math.max(most, place.visitors), 0);
      add(
        { kind: "uncovered-stage", stage: stage.id, touchpoint: null, baseHarm: 0.2, evidence: { answers: about } },
        visitors,
        text,
      );
      continue;
    }
    const visitorsOf = (step: number): number =>
      inside.reduce((sum, place) => sum + (place.step === step ? place.visitors : 0), 0);
    for (const { touchpoint, step, answers: n, visitors } of inside) {
      const place = { kind: "unmeasured", stage: stage.id, touchpoint: touchpoint.id, baseHarm: 0.1 } as const;
      const frontstage = (touchpoint.layer ?? "frontstage") === "frontstage";
      if (walk !== null && walk.customers > 0 && step >= 0 && visitorsOf(step) === 0) {
        add({ ...place, evidence: { answers: n, visitors } }, visitors, `The log has no event of “${touchpoint.name}”`);
      } else if (
        answers !== null &&
        n < minimumN &&
        frontstage &&
        (walk === null || visitors > tolerance * walk.customers)
      ) {
        add(
          { ...place, evidence: { answers: n, visitors } },
          visitors,
          `Too few answers tell how “${touchpoint.name}” is (${n})`,
        );
      }
    }
  }
  return gaps;
}
