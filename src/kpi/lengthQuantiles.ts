import { criticalValue } from "../stats/criticalValue.js";
import type { Interval } from "../stats/interval.js";
import { logLogLimits, productLimit, productLimitQuantile } from "../stats/productLimit.js";
import { quantileOfSorted } from "../stats/quantile.js";
import { quantileRanks } from "../stats/quantileInterval.js";

/** A quantile of lengths of time, and how well it is known. */
export interface LengthQuantile {
  readonly seconds: number | null;
  readonly interval: Interval | null;
}

/** Lengths of time, of which some had not ended when they were last seen; all sorted. */
export interface Lengths {
  readonly ended: Float64Array;
  readonly open: Float64Array;
}

/**
 * The quantiles of lengths of time. Where all have ended, type 7 with an interval between two of the lengths; else by the
 * product-limit curve, with the interval where its log–log band crosses.
 */
export function lengthQuantiles({ ended, open }: Lengths, level: number): (p: number) => LengthQuantile {
  const known = (low: number | null, high: number | null): Interval | null =>
    low === null || high === null ? null : { low, high, level };
  if (ended.length === 0) return () => ({ seconds: null, interval: null });
  if (open.length === 0) {
    return (p) => {
      const ranks = quantileRanks(ended.length, p, level);
      return {
        seconds: quantileOfSorted(ended, p),
        interval: ranks && known(ended[ranks.low - 1] ?? null, ended[ranks.high - 1] ?? null),
      };
    };
  }
  const curve = productLimit(ended, open);
  const { low, high } = logLogLimits(curve, criticalValue(level));
  const reached = (heights: Float64Array, p: number): number | null => productLimitQuantile(curve.times, heights, p);
  return (p) => ({
    seconds: reached(curve.survival, p),
    interval: known(reached(low, p), reached(high, p)),
  });
}

/** The mean of lengths; null where some have not ended, or there are none. */
export function meanLength({ ended, open }: Lengths): number | null {
  if (ended.length === 0 || open.length > 0) return null;
  let sum = 0;
  for (const seconds of ended) sum += seconds;
  return sum / ended.length;
}
