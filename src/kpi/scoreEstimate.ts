import type { Definition, Estimate } from "../metric/estimate.js";
import type { ScaleEnds, ScoreCounts } from "./scoreCounts.js";
import { type ScoreMoments, scoreMoments, type ValueOfScore } from "./scoreMoments.js";

/** Limits that hold the mean of what scores stand for; null where they cannot be told. */
export type LimitsOf = (moments: ScoreMoments) => { readonly low: number; readonly high: number } | null;

/** Limits that ask only for the mean and how well it is known. */
export type LimitsOfMean = (moments: Omit<ScoreMoments, "square">) => ReturnType<LimitsOf>;

/** What makes one estimate from scores different from another. */
export interface ScoreEstimateRule {
  readonly scale: ScaleEnds;
  readonly level: number;
  readonly weighted: boolean;
  readonly scoreValue: ValueOfScore;
  readonly limitsOf: LimitsOf;
  /** From what scores stand for to the unit of the KPI. */
  readonly factor: 1 | 100;
  readonly definition: Definition;
}

/** The estimate of the mean of what scores stand for. */
export function scoreEstimate(counts: ScoreCounts, rule: ScoreEstimateRule): Estimate {
  const { scale, level, weighted, scoreValue, limitsOf, factor, definition } = rule;
  const plain = scoreMoments(counts, scale, weighted, scoreValue);
  const { n, mean, square, effectiveN } = plain;
  const known = effectiveN > 0;
  // A mean in the values' own unit is estimated with its spread, which costs one degree of freedom.
  const error = definition.family === "mean" ? plain.error * Math.sqrt(n / (n - 1)) : plain.error;
  const limits = known ? limitsOf({ n, mean, square, error, effectiveN }) : null;
  return {
    value: known ? factor * mean : null,
    n,
    missing: counts.missing,
    invalid: counts.invalid,
    dismissed: counts.dismissed,
    standardError: known && error < Number.POSITIVE_INFINITY ? factor * error : null,
    interval: limits && { low: factor * limits.low, high: factor * limits.high, level },
    ...(weighted && { effectiveN: known ? effectiveN : null }),
    definition: weighted ? { ...definition, options: { ...definition.options, weighted } } : definition,
  };
}
