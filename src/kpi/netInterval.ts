import { adjustedTrinomial } from "../metric/adjustedTrinomial.js";
import { criticalValue } from "../stats/criticalValue.js";
import type { Interval } from "../stats/interval.js";
import { checkedLimits, checkMethod, nearestCount } from "./proportionInterval.js";
import type { LimitsOf } from "./scoreEstimate.js";

/** How many answers count for, neither, and against; where rows have weights, as many as they are worth. */
export interface NetCounts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

/** A confidence interval of a net share, −1 to 1, such as `tangoNetInterval`, `studentTNetInterval` or `bootstrapNetInterval`. */
export type NetInterval = (counts: NetCounts, options: { readonly level: number }) => Interval;

/**
 * How the interval of a net score is made. `adjusted-wald` adds ¾ of a promoter, 1½ passives and ¾ of a detractor and is right
 * for small samples too; `wald` is the textbook's, and has no width where everybody agrees; or a function of your choice.
 */
export type NetMethod = "adjusted-wald" | "wald" | NetInterval;

/** The limits of a net share by a method, cut at −1 and 1. Throws `invalid-option` for one that is none. */
export function netLimits(kpi: string, method: NetMethod, level: number): LimitsOf {
  const z = criticalValue(level);
  if (method !== "adjusted-wald" && method !== "wald") {
    const requirement = `${kpi} requires method to be "adjusted-wald", "wald" or an interval of a net share, such as tangoNetInterval of cxkit/kpi`;
    checkMethod(requirement, method, () => method({ positive: 1, neutral: 1, negative: 1 }, { level }));
    return ({ mean, square, effectiveN: n }) => {
      const count = (share: number): number => nearestCount(Math.max(0, n * share));
      const positive = count((square + mean) / 2);
      const negative = count((square - mean) / 2);
      return checkedLimits(kpi, method({ positive, neutral: count(1 - square), negative }, { level }));
    };
  }
  return ({ mean, error, effectiveN: n }) => {
    const centred = method === "wald" ? { mean, error } : adjustedTrinomial({ mean, error, n });
    return {
      low: Math.max(-1, centred.mean - z * centred.error),
      high: Math.min(1, centred.mean + z * centred.error),
    };
  };
}
