import { CxError } from "../error/cxError.js";
import { cohensH } from "./cohensH.js";
import {
  checkDifference,
  checkPower,
  type DifferenceAssumptions,
  type DifferenceDesign,
  type DifferenceTest,
  limitedSize,
  npsVariances,
  type Plan,
  planDifference,
  proportionVariances,
} from "./differenceDesign.js";
import { normalQuantile } from "./normalQuantile.js";
import { wholeAbove } from "./wholeAbove.js";

/** What {@link sampleSizeForDifference} is told. */
export type SampleSizeForDifferenceOptions = DifferenceDesign &
  DifferenceTest & {
    /** Second group minus first that is to be found: shares from −1 to 1, NPS in points, means in their unit. Not 0. */
    readonly difference: number;
    /** How likely it is to be found, 0–1. @defaultValue 0.8 */
    readonly power?: number;
  };

/** The result of {@link sampleSizeForDifference}. */
export interface SampleSizeForDifferenceResult {
  /** How many each group needs, a whole number. */
  readonly n: number;
  /** The same before it was rounded up. */
  readonly exact: number;
  readonly assumptions: DifferenceAssumptions & { readonly difference: number; readonly power: number };
}

/** The n of no end of customers at which the power is as wanted, by halving; a little more than the one by the normal distribution. */
function solve(plan: Plan, difference: number, power: number, normally: number): number {
  let low = Math.max(plan.leastN, normally * (1 - 1e-9));
  let high = low;
  for (let step = 1; plan.unlimitedPower(high, difference) < power; step *= 2) [low, high] = [high, high + step];
  for (let round = 0; round < 100 && high - low > 1e-13 * high; round++) {
    const middle = (low + high) / 2;
    if (plan.unlimitedPower(middle, difference) < power) low = middle;
    else high = middle;
  }
  return high;
}

function exactSize(options: SampleSizeForDifferenceOptions, plan: Plan, power: number): number {
  const { difference } = options;
  const reach = normalQuantile(power);
  if (options.kind === "mean") {
    const normally = 2 * (((plan.quantile + reach) * options.standardDeviation) / difference) ** 2;
    // Beyond that, Student's t differs in no digit.
    return normally < 1e12 ? solve(plan, difference, power, normally) : normally;
  }
  if (options.kind === "nps") {
    return ((plan.quantile + reach) / (difference / 100)) ** 2 * npsVariances(options) - 3;
  }
  const { baseline, method = "pooled" } = options;
  const other = Math.min(1, Math.max(0, baseline + difference));
  if (method === "arcsine") return 2 * ((plan.quantile + reach) / cohensH(other, baseline)) ** 2;
  const variances = proportionVariances(baseline, other, method);
  return ((plan.quantile * Math.sqrt(variances.tested) + reach * Math.sqrt(variances.true)) / difference) ** 2;
}

/**
 * How many customers each of two groups needs, so that a difference of a given size is found with a given chance: before an
 * A/B test, or before two surveys are compared.
 *
 * Shares go by the formula with the pooled variance (other tools use others, see `method`); means by Student's t, exactly; NPS
 * by the adjusted Wald test that `compare` makes. Of a `population` of N in each group, n/(1 + (n − 1)/N) are enough.
 *
 * @param options What is compared (`kind`), the difference, the power, and how it will be tested.
 * @returns The size of each group.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, the difference is 0 or none that there can be, or the
 * alternative looks for it on the other side.
 *
 * @example
 * ```ts
 * import { sampleSizeForDifference } from "cxkit";
 *
 * sampleSizeForDifference({ kind: "proportion", baseline: 0.2, difference: 0.05 }); // => { n: 1094, exact: 1093.739…, … }
 * sampleSizeForDifference({ kind: "nps", variance: 0.5, difference: 10 }).n; // => 782
 * sampleSizeForDifference({ kind: "nps", variance: 0.5, difference: 10, population: 2000 }).n; // => 563
 * sampleSizeForDifference({ kind: "mean", standardDeviation: 1, difference: 1, power: 0.9 }).n; // => 23
 * ```
 *
 * @see Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions", chapter 4; NPS: Rocks (2016), The
 * American Statistician 70, 365–372; populations: Cochran (1977), "Sampling Techniques", 4.2.
 */
export function sampleSizeForDifference(options: SampleSizeForDifferenceOptions): SampleSizeForDifferenceResult {
  const name = "sampleSizeForDifference";
  const plan = planDifference(name, options, ["difference", "power"]);
  const { difference, power = 0.8 } = options;
  checkDifference(name, difference, plan);
  checkPower(name, power, plan);
  const wrongSide = { "two-sided": false, greater: difference < 0, less: difference > 0 }[plan.assumptions.alternative];
  if (difference === 0 || wrongSide) {
    throw new CxError("invalid-option", `${name} requires a difference on the side of the alternative`, difference);
  }
  const unlimited = Math.min(1e300, Math.max(plan.leastN, exactSize(options, plan, power)));
  if (plan.assumptions.population === null && unlimited > Number.MAX_SAFE_INTEGER) {
    throw new CxError(
      "invalid-option",
      `${name} requires a difference that fewer than 2^53 in a group show`,
      difference,
    );
  }
  const exact = Math.max(plan.leastN, limitedSize(unlimited, plan.assumptions.population));
  return { n: wholeAbove(exact), exact, assumptions: { ...plan.assumptions, difference, power } };
}
