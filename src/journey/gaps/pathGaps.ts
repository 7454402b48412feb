import type { DesignedStep, JourneyDesign } from "../design/journeyDesign.js";
import { inWords } from "./explainGap.js";
import { affectedCustomers, chanceOf, type Exposure, examplesOf } from "./exposure.js";
import type { GapFacts } from "./frameGap.js";
import type { Walk } from "./walkLog.js";

/** A gap in the paths that may be chance, and may be in one place only. */
export interface PathFinding
  extends Pick<GapFacts, "kind" | "stage" | "touchpoint" | "baseHarm" | "evidence" | "remedy" | "remedyIfHarmful"> {
  readonly exposure: Exposure;
  /** Of everybody; null where it is only news if it concentrates somewhere. */
  readonly pValue: number | null;
  /** What the customers did: "went past “Notice” without it". */
  readonly deed: string;
  /** A column that says the same as the gap, so that it tells nothing of its place. */
  readonly blindTo?: string;
}

const nameOf = ({ stage, touchpoint }: DesignedStep): string => `“${touchpoint?.name ?? stage.name}”`;

/** Where the paths in a log leave the design: touchpoints left out, the journey left early, events nobody planned. */
export function pathGaps(walk: Walk, design: JourneyDesign, tolerance: number): PathFinding[] {
  const findings: PathFinding[] = [];
  design.steps.forEach((step, number) => {
    const exposure = walk.skipped[number];
    // Where no customer at all was seen, it is the log that has a gap; see coverageGaps.
    if (exposure === undefined || exposure.affected.length === exposure.of) return;
    findings.push({
      kind: "missing-touchpoint",
      stage: step.stage.id,
      touchpoint: step.touchpoint?.id ?? null,
      exposure,
      pValue: chanceOf(exposure, tolerance),
      baseHarm: 0.4,
      evidence: {},
      remedy: step.touchpoint === null ? "redesign" : "automate",
      deed: `went past ${nameOf(step)} without it`,
    });
  });

  walk.lost.forEach((exposure, rank) => {
    const here = design.steps.filter((step) => step.rank === rank);
    const next = design.steps.filter((step) => step.rank === rank + 1).map(nameOf);
    const [step] = here;
    if (step === undefined) return;
    const touchpoint = here.length === 1 ? step.touchpoint : null;
    findings.push({
      kind: "drop-off",
      stage: step.stage.id,
      touchpoint: touchpoint?.id ?? null,
      exposure,
      pValue: chanceOf(exposure, tolerance),
      baseHarm: 0.6,
      evidence: { next },
      remedy: "redesign",
      deed: `went no further than ${nameOf({ ...step, touchpoint })}; the design goes on with ${next.join(", ")}`,
    });
  });

  for (const [event, exposure] of walk.unplanned) {
    findings.push({
      kind: "unplanned-touchpoint",
      stage: null,
      touchpoint: event,
      exposure,
      pValue: chanceOf(exposure, tolerance),
      baseHarm: 0.2,
      evidence: {},
      // The map should know it, unless who meets it is worse off: then it should not be needed.
      remedy: "add",
      remedyIfHarmful: "remove",
      deed: `met “${event}”, which the design does not know`,
    });
  }
  return findings;
}

/** What all gaps of a finding have in common, whoever of its customers they are about. */
export function findingFacts(
  { kind, stage, touchpoint, baseHarm, remedy, remedyIfHarmful, evidence, deed }: PathFinding,
  exposure: Pick<Exposure, "affected" | "of">,
  level: number,
): Omit<GapFacts, "effect" | "reach"> {
  const customers = affectedCustomers(exposure, level);
  return {
    kind,
    stage,
    touchpoint,
    baseHarm,
    customers,
    evidence: { examples: examplesOf(exposure), ...evidence },
    remedy,
    ...(remedyIfHarmful !== undefined && { remedyIfHarmful }),
    explanation: `${inWords(customers, "customers")} ${deed}`,
  };
}
