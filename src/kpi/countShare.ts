import type { Definition, Estimate } from "../metric/estimate.js";
import type { CustomerTally } from "./customerMetric.js";
import { type ProportionMethod, proportionLimits } from "./proportionInterval.js";

/** The estimate of a share from counts, for a level and a method of the interval; throws for wrong ones at once. */
export function countShare(
  kpi: string,
  { level = 0.95, method = "wilson" }: { readonly level?: number; readonly method?: ProportionMethod },
): (count: number, n: number, tally: Pick<CustomerTally, "missing" | "invalid">, definition: Definition) => Estimate {
  const limitsOf = proportionLimits(kpi, method, level);
  return (count, n, { missing, invalid }, definition) => {
    const tally = { missing, invalid, dismissed: 0 };
    if (n === 0) return { value: null, n, ...tally, standardError: null, interval: null, definition };
    const mean = count / n;
    const error = Math.sqrt((mean * (1 - mean)) / n);
    const limits = limitsOf({ n, mean, error, effectiveN: n });
    const interval = limits && { low: limits.low, high: limits.high, level };
    return { value: mean, n, ...tally, standardError: error, interval, definition };
  };
}
