import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative, pValueOf } from "./alternative.js";
import { checkFlags } from "./checkFlags.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";
import { type SampleMoments, sampleMoments } from "./sampleMoments.js";
import { studentTCdf } from "./studentTCdf.js";
import { studentTQuantile } from "./studentTQuantile.js";

/** A difference of means, tested by Student's t. */
export interface MeanDifference {
  /** First minus second, in the unit of the values; null where either sample is empty. */
  readonly difference: number | null;
  /** The standard error of the difference; null where it cannot be told. */
  readonly standardError: number | null;
  /** t; null where it cannot be told. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  /** Null where there are too few values, or where they do not vary. */
  readonly pValue: number | null;
  /** Of the difference; two-sided, whatever the alternative. */
  readonly interval: Interval | null;
}

/** The test of a difference with a known standard error; nothing can be told where that is null or zero. */
export function studentFromSummary(
  difference: number | null,
  standardError: number | null,
  degreesOfFreedom: number | null,
  level: number,
  alternative: Alternative,
): MeanDifference {
  if (difference === null || standardError === null || degreesOfFreedom === null || !(standardError > 0)) {
    return { difference, standardError, statistic: null, degreesOfFreedom, pValue: null, interval: null };
  }
  const statistic = difference / standardError;
  const half = studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper") * standardError;
  return {
    difference,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: pValueOf(alternative, (tail) => studentTCdf(statistic, degreesOfFreedom, tail)),
    interval: { low: difference - half, high: difference + half, level },
  };
}

/** What Welch's test needs of a sample: its mean, the standard error of the mean, and its size. */
export interface MeanSummary {
  readonly mean: number;
  /** Null for fewer than two values. */
  readonly standardError: number | null;
  readonly n: number;
}

/** {@link welchTest} of two samples that are known by their means and standard errors. */
export function welchFromSummary(
  a: MeanSummary,
  b: MeanSummary,
  level = 0.95,
  alternative: Alternative = "two-sided",
): MeanDifference {
  const difference = a.mean - b.mean;
  if (a.standardError === null || b.standardError === null) {
    return studentFromSummary(difference, null, null, level, alternative);
  }
  const standardError = Math.hypot(a.standardError, b.standardError);
  if (standardError === 0) return studentFromSummary(difference, 0, null, level, alternative);
  // By the share of the first, so that nothing overflows.
  const share = (a.standardError / standardError) ** 2;
  const degreesOfFreedom = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  return studentFromSummary(difference, standardError, degreesOfFreedom, level, alternative);
}

/** Options of {@link welchTest}. */
export interface WelchTestOptions {
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** `greater`: that the first mean is greater than the second. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /** Whether to pool the variances, as Student's test does. Wrong where they differ. @defaultValue false */
  readonly equalVariances?: boolean;
}

/** The result of {@link welchTest}. */
export interface WelchTestResult extends MeanDifference {
  /** The means of both samples; null for an empty one. */
  readonly means: readonly [number | null, number | null];
  /** The sizes of both samples. */
  readonly n: readonly [number, number];
  /** How many values are missing in either. */
  readonly missing: readonly [number, number];
}

/** Student's pooled variance in place of each sample's own. */
function pooled(a: SampleMoments, b: SampleMoments, level: number, alternative: Alternative): MeanDifference {
  const degreesOfFreedom = a.n + b.n - 2;
  const variance =
    degreesOfFreedom > 0 ? ((a.variance ?? 0) * (a.n - 1) + (b.variance ?? 0) * (b.n - 1)) / degreesOfFreedom : null;
  const standardError = variance === null ? null : Math.sqrt(variance * (1 / a.n + 1 / b.n));
  const known = degreesOfFreedom > 0 ? degreesOfFreedom : null;
  return studentFromSummary(a.offset - b.offset, standardError, known, level, alternative);
}

/**
 * Welch's t test of two independent means, whose variances need not be the same.
 *
 * @param x The first sample; null, undefined and NaN in it are missing.
 * @param y The second sample, in the same unit.
 * @param options The level, the alternative, and whether to pool the variances.
 * @returns First minus second with its interval, and the p-value of no difference. Null where it cannot be told: a sample of
 * fewer than two (with pooled variances, fewer than three in all), or no variance in either.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { welchTest } from "cxkit";
 *
 * const before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
 * const after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
 * welchTest(before, after); // => { difference: -1.58, statistic: -1.860…, degreesOfFreedom: 17.77…, pValue: 0.0793…, … }
 * ```
 *
 * @see Welch (1947), Biometrika 34, 28–35; Student (1908), Biometrika 6, 1–25.
 */
export function welchTest(x: Sample, y: Sample, options: WelchTestOptions = {}): WelchTestResult {
  checkOptions("welchTest", options, ["level", "alternative", "equalVariances"]);
  const { level = 0.95, alternative = "two-sided", equalVariances = false } = options;
  criticalValue(level);
  checkAlternative(alternative);
  checkFlags("welchTest", { equalVariances });
  const [a, b] = [knownNumbers("welchTest", x), knownNumbers("welchTest", y)];
  const origin = a.values[0];
  const [first, second] = [a, b].map(({ values }) => (values.length === 0 ? null : sampleMoments(values, origin)));
  const about = {
    means: [first?.mean ?? null, second?.mean ?? null],
    n: [a.values.length, b.values.length],
    missing: [a.missing, b.missing],
  } as const;
  if (!first || !second) {
    return { ...studentFromSummary(null, null, null, level, alternative), ...about };
  }
  if (equalVariances) return { ...pooled(first, second, level, alternative), ...about };
  const summary = ({ n, offset, variance }: SampleMoments): MeanSummary => ({
    n,
    mean: offset,
    standardError: variance === null ? null : Math.sqrt(variance / n),
  });
  return { ...welchFromSummary(summary(first), summary(second), level, alternative), ...about };
}
