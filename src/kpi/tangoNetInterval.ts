import type { CxError } from "../error/cxError.js";
import type { Interval } from "../stats/interval.js";
import { tangoDifference } from "../stats/tangoDifference.js";
import type { NetCounts } from "./netInterval.js";

/**
 * The score interval of a net share: not centred on a score, and never past the ends of the scale. A `method` for `nps`, and for
 * the net forms of `csat` and `ces`.
 *
 * @param counts How many answers count for, neither, and against.
 * @param options The confidence level.
 * @returns The interval of the net share, −1 to 1.
 * @throws A {@link CxError} `invalid-option` when there are no answers.
 *
 * @example
 * ```ts
 * import { nps, tangoNetInterval } from "cxkit";
 *
 * nps([0, 7, 7, 9, 9, 9], { method: tangoNetInterval }).interval; // => { low: -31.10…, high: 75.39…, level: 0.95 }
 * ```
 *
 * @see Tango (1998), Statistics in Medicine 17, 891–908; for NPS: Rocks (2016), The American Statistician 70, 365–372.
 */
export function tangoNetInterval(counts: NetCounts, options: { readonly level: number }): Interval {
  const { positive, neutral, negative } = counts;
  return tangoDifference(positive, negative, positive + neutral + negative, options);
}
