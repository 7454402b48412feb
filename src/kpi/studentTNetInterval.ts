import { CxError } from "../error/cxError.js";
import type { Interval } from "../stats/interval.js";
import { studentTQuantile } from "../stats/studentTQuantile.js";
import type { NetCounts } from "./netInterval.js";

/**
 * Student's t interval of a net share, which takes the answers for a sample of −1, 0 and 1 (and divides by n − 1). A `method` for `nps`, and
 * for the net forms of `csat` and `ces`. Like the plain Wald interval it has no width where everybody agrees.
 *
 * @param counts How many answers count for, neither, and against.
 * @param options The confidence level.
 * @returns The interval of the net share, cut at −1 and 1; all of that of fewer than two answers.
 * @throws A {@link CxError} `invalid-option` when there are no answers.
 *
 * @example
 * ```ts
 * import { nps, studentTNetInterval } from "cxkit";
 *
 * nps([0, 7, 7, 9, 9, 9], { method: studentTNetInterval }).interval; // => { low: -52.35…, high: 100, level: 0.95 }
 * ```
 *
 * @see Student (1908), Biometrika 6, 1–25.
 */
export function studentTNetInterval(counts: NetCounts, options: { readonly level: number }): Interval {
  const { positive, neutral, negative } = counts;
  const { level } = options;
  const n = positive + neutral + negative;
  if (!(n > 0)) throw new CxError("invalid-option", "studentTNetInterval requires answers", n);
  if (n <= 1) return { low: -1, high: 1, level };
  const mean = (positive - negative) / n;
  const variance = (positive + negative) / n - mean * mean;
  const half = studentTQuantile((1 - level) / 2, n - 1, "upper") * Math.sqrt(Math.max(0, variance) / (n - 1));
  return { low: Math.max(-1, mean - half), high: Math.min(1, mean + half), level };
}
