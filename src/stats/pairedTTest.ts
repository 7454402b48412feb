import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative } from "./alternative.js";
import { checkPairs } from "./checkPairs.js";
import { criticalValue } from "./criticalValue.js";
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
}

/**
 * Student's t test of pairs: the same customers twice.
 *
 * @param x The first value of each pair, finite numbers.
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
export function pairedTTest(
  x: readonly number[],
  y: readonly number[],
  options: PairedTTestOptions = {},
): PairedTTestResult {
  checkOptions("pairedTTest", options, ["level", "alternative"]);
  const { level = 0.95, alternative = "two-sided" } = options;
  criticalValue(level);
  checkAlternative(alternative);
  checkPairs("pairedTTest", x, y);
  const n = x.length;
  if (n === 0) return { ...studentFromSummary(null, null, null, level, alternative), n };
  const { mean, variance } = sampleMoments(x.map((value, i) => value - (y[i] as number)));
  if (variance === null) return { ...studentFromSummary(mean, null, null, level, alternative), n };
  // Differences that should be equal differ by what rounding left of the values.
  const rounding =
    2 * Number.EPSILON * x.reduce((most, value, i) => Math.max(most, Math.abs(value), Math.abs(y[i] as number)), 0);
  const standardError = variance > rounding ** 2 ? Math.sqrt(variance / n) : 0;
  return { ...studentFromSummary(mean, standardError, n - 1, level, alternative), n };
}
