import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative } from "./alternative.js";
import { criticalValue } from "./criticalValue.js";
import { knownPairs, type Sample } from "./knownNumbers.js";
import { sampleMoments } from "./sampleMoments.js";
import { type MeanDifference, studentFromSummary } from "./welchTest.js";

/** Options of {@link pairedTTest}. */
export interface PairedTTestOptions {
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** `greater`: that the first is greater than the second. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
}

/** The result of {@link pairedTTest}. */
export interface PairedTTestResult extends MeanDifference {
  /** How many pairs. */
  readonly n: number;
  /** Pairs of which either value is missing. */
  readonly missing: number;
}

/**
 * Student's t test of pairs: the same customers twice.
 *
 * @param x The first value of each pair; null, undefined and NaN are missing.
 * @param y The second value of each pair, in the same unit and order.
 * @param options The level and the alternative.
 * @returns The mean of first minus second with its interval, and the p-value of no difference. Null where it cannot be told:
 * fewer than two pairs, or differences that do not vary.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when the lists are not equally long or an option is wrong.
 *
 * @example
 * ```ts
 * import { pairedTTest } from "cxkit";
 *
 * pairedTTest([7, 8, 6, 9], [6, 6, 6, 8]); // => { difference: 1, statistic: 2.449…, pValue: 0.0917…, n: 4, … }
 * ```
 *
 * @see Student (1908), Biometrika 6, 1–25.
 */
export function pairedTTest(x: Sample, y: Sample, options: PairedTTestOptions = {}): PairedTTestResult {
  checkOptions("pairedTTest", options, ["level", "alternative"]);
  const { level = 0.95, alternative = "two-sided" } = options;
  criticalValue(level);
  checkAlternative(alternative);
  const { x: first, y: second, missing } = knownPairs("pairedTTest", x, y);
  const n = first.length;
  if (n === 0) return { ...studentFromSummary(null, null, null, level, alternative), n, missing };
  const { mean, variance } = sampleMoments(first.map((value, i) => value - (second[i] as number)));
  if (variance === null) return { ...studentFromSummary(mean, null, null, level, alternative), n, missing };
  // Differences that should be equal differ by what rounding left of the values.
  const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rounding = 2 * Number.EPSILON * Math.max(largest(first), largest(second));
  const standardError = variance > rounding ** 2 ? Math.sqrt(variance / n) : 0;
  return { ...studentFromSummary(mean, standardError, n - 1, level, alternative), n, missing };
}
