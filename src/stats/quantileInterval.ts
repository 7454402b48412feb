import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { binomialCdf } from "./binomialCdf.js";
import { binomialQuantile } from "./binomialQuantile.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";
import { checkProbability } from "./quantile.js";

/** Options of {@link quantileInterval}. */
export interface QuantileIntervalOptions {
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** The places, from 1, of the two sorted values that hold the quantile; null where there are too few values. */
export function quantileRanks(n: number, p: number, level: number): { low: number; high: number } | null {
  if (n === 0 || p === 0 || p === 1) return null;
  const outside = (1 - level) / 2;
  const first = binomialQuantile(outside, n, p);
  const low = binomialCdf(first, n, p) <= outside ? first + 1 : first;
  const high = binomialQuantile(outside, n, p, "upper") + 1;
  return low < 1 || high > n ? null : { low, high };
}

/**
 * The interval of a quantile, such as the median or the 90th percentile of durations, between two of the values. It takes
 * nothing for granted about how the values are spread, and holds the true quantile at least as often as the level says, on
 * each side.
 *
 * @param values Numbers in any order, a random sample; null, undefined and NaN are missing and left out.
 * @param p The share that is at most the quantile, 0–1.
 * @param options The confidence level.
 * @returns The interval in the unit of the values; null where there are too few of them (under 6 for a median, under 36 for a
 * 90th percentile, at 95 %).
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when the share or an option is wrong.
 *
 * @example
 * ```ts
 * import { quantileInterval } from "cxkit";
 *
 * quantileInterval([12, 5, 31, 8, 44, 19, 7, 26, 15, 3], 0.5); // => { low: 5, high: 31, level: 0.95 }
 * quantileInterval([1, 2, 3, 4, 5], 0.5); // => null
 * ```
 *
 * @see Thompson (1936), Annals of Mathematical Statistics 7, 122–128; David and Nagaraja (2003), "Order Statistics", 7.1.
 */
export function quantileInterval(values: Sample, p: number, options: QuantileIntervalOptions = {}): Interval | null {
  checkOptions("quantileInterval", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  checkProbability("quantileInterval", p);
  const sorted = knownNumbers("quantileInterval", values).values.sort();
  const ranks = quantileRanks(sorted.length, p, level);
  if (ranks === null) return null;
  return { low: sorted[ranks.low - 1] as number, high: sorted[ranks.high - 1] as number, level };
}
