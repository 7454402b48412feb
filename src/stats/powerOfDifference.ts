import type { CxError } from "../error/cxError.js";
import {
  checkDifference,
  checkGroupSize,
  type DifferenceAssumptions,
  type DifferenceDesign,
  type DifferenceTest,
  planDifference,
} from "./differenceDesign.js";

/** What {@link powerOfDifference} is told. */
export type PowerOfDifferenceOptions = DifferenceDesign &
  DifferenceTest & {
    /** How many in each group. */
    readonly n: number;
    /** Second group minus first: shares from −1 to 1, NPS in points, means in their unit. */
    readonly difference: number;
  };

/** The result of {@link powerOfDifference}. */
export interface PowerOfDifferenceResult {
  /** The chance to find the difference, 0–1. */
  readonly power: number;
  readonly assumptions: DifferenceAssumptions;
}

/**
 * The power of a comparison: how likely two groups of n show that they differ when they truly differ by so much.
 *
 * @param options What is compared (`kind`), how many are in each group, the true difference, and how it will be tested.
 * @returns The power, to find the difference on its own side.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or the difference is none that there can be.
 *
 * @example
 * ```ts
 * import { powerOfDifference } from "cxkit";
 *
 * powerOfDifference({ kind: "proportion", baseline: 0.5, difference: 0.25, n: 50 }).power; // => 0.7401…
 * powerOfDifference({ kind: "mean", standardDeviation: 1, difference: 1, n: 20 }).power; // => 0.8689…
 * powerOfDifference({ kind: "nps", variance: 0.5, difference: 10, n: 800 }).power; // => 0.8088…
 * ```
 *
 * @see Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions", chapter 4; Cohen (1988), "Statistical
 * Power Analysis for the Behavioral Sciences".
 */
export function powerOfDifference(options: PowerOfDifferenceOptions): PowerOfDifferenceResult {
  const plan = planDifference("powerOfDifference", options, ["n", "difference"]);
  checkGroupSize("powerOfDifference", options.n, plan);
  checkDifference("powerOfDifference", options.difference, plan);
  return { power: plan.power(options.n, options.difference), assumptions: plan.assumptions };
}
