import type { Interval } from "../metric/estimate.js";
import { wilsonLimits } from "../stats/wilson.js";

/** The figures that every share has, in shares (scale 1) or percent (scale 100). */
export interface Proportion {
  readonly value: number | null;
  readonly n: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** The share of `count` in `n` with its Wilson interval; z is the critical value of the level. */
export function proportion(count: number, n: number, z: number, level: number, scale: 1 | 100): Proportion {
  if (n === 0) return { value: null, n, standardError: null, interval: null };
  const share = count / n;
  const { low, high } = wilsonLimits(share, n, z);
  return {
    value: scale * share,
    n,
    standardError: scale * Math.sqrt((share * (1 - share)) / n),
    interval: { low: scale * low, high: scale * high, level },
  };
}
