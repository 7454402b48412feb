import { refuseOption } from "../error/checkOptions.js";
import { shareObservations } from "../metric/shareObservations.js";
import { criticalValue } from "../stats/criticalValue.js";
import type { Interval } from "../stats/interval.js";
import { wilsonLimits } from "../stats/wilson.js";
import type { LimitsOfMean } from "./scoreEstimate.js";

/** A confidence interval of a share, such as `clopperPearson`, `jeffreys`, `agrestiCoull` or `wald`. */
export type ProportionInterval = (successes: number, n: number, options: { readonly level: number }) => Interval;

/** How the interval of a share is made: Wilson's, or a function of your choice. */
export type ProportionMethod = "wilson" | ProportionInterval;

/** Rounding takes the last digit of a whole number of answers; weighted ones need not be whole. */
export const nearestCount = (count: number): number =>
  Math.abs(count - Math.round(count)) < 1e-9 ? Math.round(count) : count;

/** What an interval of the caller's own gave, if it is one. */
export function checkedLimits(kpi: string, limits: Interval): Interval {
  if (limits?.low <= limits?.high && Number.isFinite(limits.high - limits.low)) return limits;
  refuseOption(`${kpi} requires method to give an interval with a finite low and high`, limits);
}

/** Refuses a method that is none, or is for another kind of KPI: it is tried at once, so that no row is read before. */
export function checkMethod(requirement: string, method: unknown, attempt: () => Interval): void {
  try {
    checkedLimits("", attempt());
  } catch {
    refuseOption(requirement, method);
  }
}

/** The limits of a share by a method. Throws `invalid-option` for one that is none. */
export function proportionLimits(kpi: string, method: ProportionMethod, level: number): LimitsOfMean {
  const z = criticalValue(level);
  if (method === "wilson") return (moments) => wilsonLimits(moments.mean, shareObservations(moments), z);
  const requirement = `${kpi} requires method to be "wilson" or an interval of a share, such as clopperPearson of cxkit/stats`;
  checkMethod(requirement, method, () => method(1, 2, { level }));
  return (moments) => {
    const n = shareObservations(moments);
    return checkedLimits(kpi, method(nearestCount(moments.mean * n), n, { level }));
  };
}
