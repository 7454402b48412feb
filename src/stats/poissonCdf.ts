import { CxError } from "../error/cxError.js";
import { checkDistribution } from "./checkDistribution.js";
import { gammaTail } from "./gammaTail.js";

/** Refuses what cannot be the mean of counts. */
export function checkMean(name: string, mean: number): void {
  if (!(typeof mean === "number" && mean >= 0 && Number.isFinite(mean))) {
    throw new CxError("invalid-option", `${name} requires a mean of at least zero`, mean);
  }
}

/** Either tail of the Poisson distribution at k, any number. */
export function poissonTail(k: number, mean: number, upper: boolean): number {
  const whole = Math.floor(k);
  return whole < 0 || k === Infinity ? (whole < 0 === upper ? 1 : 0) : gammaTail(whole + 1, mean, !upper);
}

/**
 * The Poisson distribution: P(X ≤ k), the probability of at most k events.
 *
 * @param k Any number; what is not whole counts as the whole number below.
 * @param mean How many events are expected, at least 0.
 * @param tail `"upper"` for P(X > k), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when the mean is negative, k or the mean is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { poissonCdf } from "cxkit";
 *
 * poissonCdf(2, 1.5); // => 0.80884683053…
 * poissonCdf(30, 1.5, "upper"); // => 8.1881169…e-30
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.21, by {@link gammaCdf}.
 */
export function poissonCdf(k: number, mean: number, tail: "lower" | "upper" = "lower"): number {
  checkMean("poissonCdf", mean);
  const upper = checkDistribution("poissonCdf", k, {}, tail);
  return poissonTail(k, mean, upper);
}
