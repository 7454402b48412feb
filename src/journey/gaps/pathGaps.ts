import type { DesignedStep, JourneyDesign } from "../design/journeyDesign.js";
import { affectedCustomers, chanceOf, type Exposure, examplesOf } from "./exposure.js";
import { type GapFacts, inWords } from "./frameGap.js";
import type { AffectedCustomers } from "./gap.js";
import type { EffectOf } from "./gapEffects.js";
import type { Walk } from "./walkLog.js";

/** A gap that may be chance: its p-value decides, and its facts are worked out only when it is kept. */
export interface GapCandidate {
  readonly pValue: number;
  readonly facts: () => GapFacts;
}

type SharedFacts = "customers" | "effect" | "reach";

const nameOf = ({ stage, touchpoint }: DesignedStep): string => `“${touchpoint?.name ?? stage.name}”`;

/** Where the paths in a log leave the design: touchpoints left out, the journey left early, events nobody planned. */
export function pathGaps(
  walk: Walk,
  design: JourneyDesign,
  effectOf: EffectOf,
  options: { readonly level: number; readonly tolerance: number; readonly minimumN: number },
): GapCandidate[] {
  const { level, tolerance, minimumN } = options;
  const candidates: GapCandidate[] = [];
  const add = (exposure: Exposure, facts: (customers: AffectedCustomers) => Omit<GapFacts, SharedFacts>): void => {
    if (exposure.of < minimumN) return;
    candidates.push({
      pValue: chanceOf(exposure, tolerance),
      facts: () => {
        const customers = affectedCustomers(exposure, level);
        return {
          customers,
          effect: effectOf(exposure.affected, exposure.others()),
          reach: exposure.affected.length / walk.customers,
          ...facts(customers),
        };
      },
    });
  };

  design.steps.forEach((step, number) => {
    const exposure = walk.skipped[number];
    // Where no customer at all was seen, it is the log that has a gap; see coverageGaps.
    if (exposure === undefined || exposure.affected.length === exposure.of) return;
    add(exposure, (customers) => ({
      kind: "missing-touchpoint",
      stage: step.stage.id,
      touchpoint: step.touchpoint?.id ?? null,
      baseHarm: 0.4,
      evidence: { examples: examplesOf(exposure) },
      remedy: step.touchpoint === null ? "redesign" : "automate",
      explanation: `${inWords(customers, "customers")} went past ${nameOf(step)} without it.`,
    }));
  });

  walk.lost.forEach((exposure, rank) => {
    const here = design.steps.filter((step) => step.rank === rank);
    const next = design.steps.filter((step) => step.rank === rank + 1).map(nameOf);
    const [step] = here;
    if (step === undefined) return;
    const touchpoint = here.length === 1 ? step.touchpoint : null;
    add(exposure, (customers) => ({
      kind: "drop-off",
      stage: step.stage.id,
      touchpoint: touchpoint?.id ?? null,
      baseHarm: 0.6,
      evidence: { examples: examplesOf(exposure), next },
      remedy: "redesign",
      explanation: `${inWords(customers, "customers")} went no further than ${nameOf({
        ...step,
        touchpoint,
      })}; the design goes on with ${next.join(", ")}.`,
    }));
  });

  for (const [event, exposure] of walk.unplanned) {
    add(exposure, (customers) => ({
      kind: "unplanned-touchpoint",
      stage: null,
      touchpoint: event,
      baseHarm: 0.2,
      evidence: { examples: examplesOf(exposure) },
      // The map should know it, unless who meets it is worse off: then it should not be needed.
      remedy: "add",
      remedyIfHarmful: "remove",
      explanation: `${inWords(customers, "customers")} met “${event}”, which the design does not know.`,
    }));
  }
  return candidates;
}
