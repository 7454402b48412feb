import { CxError } from "../error/cxError.js";
import { betaTail } from "./betaTail.js";
import { checkDistribution } from "./checkDistribution.js";

/** Refuses what is no number of trials or no probability of success. */
export function checkTrials(name: string, n: number, probability: number): void {
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw new CxError("invalid-option", `${name} requires n, a whole number of at least zero`, n);
  }
  if (!(typeof probability === "number" && probability >= 0 && probability <= 1)) {
    throw new CxError("invalid-option", `${name} requires a probability of success from 0 to 1`, probability);
  }
}

/** Either tail of the binomial distribution at k, a number that may lie outside of 0 to n. */
export function binomialTail(k: number, n: number, probability: number, upper: boolean): number {
  const whole = Math.floor(k);
  if (whole < 0 || whole >= n) return whole < 0 === upper ? 1 : 0;
  return betaTail(probability, 1 - probability, whole + 1, n - whole, !upper);
}

/**
 * The binomial distribution: P(X ≤ k), the probability of at most k successes in n trials.
 *
 * @param k Any number; what is not whole counts as the whole number below.
 * @param n The number of trials, a whole number of at least 0.
 * @param probability The probability of a success, 0 to 1.
 * @param tail `"upper"` for P(X > k), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when n or the probability is no such number, k is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { binomialCdf } from "cxkit";
 *
 * binomialCdf(3, 10, 0.5); // => 0.171875
 * binomialCdf(9, 10, 0.5, "upper"); // => 0.0009765625
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.24, by {@link betaCdf}.
 */
export function binomialCdf(k: number, n: number, probability: number, tail: "lower" | "upper" = "lower"): number {
  checkTrials("binomialCdf", n, probability);
  const upper = checkDistribution("binomialCdf", k, {}, tail);
  return binomialTail(k, n, probability, upper);
}
