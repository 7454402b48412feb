import type { CxError } from "../error/cxError.js";
import {
  checkGroupSize,
  checkPower,
  type DifferenceAssumptions,
  type DifferenceDesign,
  type DifferenceTest,
  type Plan,
  planDifference,
} from "./differenceDesign.js";

/** What {@link minimumDetectableDifference} is told. */
export type MinimumDetectableDifferenceOptions = DifferenceDesign &
  DifferenceTest & {
    /** How many in each group. */
    readonly n: number;
    /** How likely the difference is to be found, 0–1. @defaultValue 0.8 */
    readonly power?: number;
  };

/** The result of {@link minimumDetectableDifference}. Shares from −1 to 1, NPS in points, means in their unit. */
export interface MinimumDetectableDifferenceResult {
  /** The smallest rise that is found so often, above 0; null where there is none or none is looked for. */
  readonly increase: number | null;
  /** The smallest fall, below 0; null likewise. */
  readonly decrease: number | null;
  readonly assumptions: DifferenceAssumptions & { readonly n: number; readonly power: number };
}

/** The smallest difference between 0 and `end` that has the power; null where even the end has not. */
function smallest(plan: Plan, n: number, power: number, end: number): number | null {
  let [low, high] = [0, end];
  if (!Number.isFinite(end)) {
    high = Math.sign(end) * plan.unit;
    while (plan.power(n, high) < power) high *= 16;
  }
  if (plan.power(n, high) < power) return null;
  for (let round = 0; round < 200 && Math.abs(high - low) > 1e-14 * Math.abs(high); round++) {
    const middle = (low + high) / 2;
    if (plan.power(n, middle) < power) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The smallest difference that two groups of n would show with a given chance: what an A/B test or a comparison of two surveys
 * can see at all.
 *
 * @param options What is compared (`kind`), how many are in each group, the power, and how it will be tested.
 * @returns The smallest rise and the smallest fall.
 * @throws A {@link CxError} `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { minimumDetectableDifference } from "cxkit";
 *
 * const { increase, decrease } = minimumDetectableDifference({ kind: "proportion", baseline: 0.1, n: 1000 });
 * increase; // => 0.04074…
 * decrease; // => -0.0344…
 * ```
 *
 * @see Solves `powerOfDifference` for the difference.
 */
export function minimumDetectableDifference(
  options: MinimumDetectableDifferenceOptions,
): MinimumDetectableDifferenceResult {
  const name = "minimumDetectableDifference";
  const plan = planDifference(name, options, ["n", "power"]);
  const { n, power = 0.8 } = options;
  checkGroupSize(name, n, plan);
  checkPower(name, power, plan);
  const { alternative } = plan.assumptions;
  return {
    increase: alternative === "less" ? null : smallest(plan, n, power, plan.range[1]),
    decrease: alternative === "greater" ? null : smallest(plan, n, power, plan.range[0]),
    assumptions: { ...plan.assumptions, n, power },
  };
}
