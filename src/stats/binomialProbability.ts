import { CxError } from "../error/cxError.js";
import { betaExcess, betaKernel } from "./betaKernel.js";
import { checkTrials } from "./binomialCdf.js";

/**
 * The probability of exactly k successes in n trials.
 *
 * @param k Any number; the probability of what is not a whole number from 0 to n is 0.
 * @param n The number of trials, a whole number of at least 0.
 * @param probability The probability of a success, 0 to 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when n or the probability is no such number or k is not a number.
 *
 * @example
 * ```ts
 * import { binomialProbability } from "cxkit";
 *
 * binomialProbability(3, 10, 0.5).toFixed(6); // => "0.117188"
 * ```
 *
 * @see Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */
export function binomialProbability(k: number, n: number, probability: number): number {
  checkTrials("binomialProbability", n, probability);
  if (Number.isNaN(k)) throw new CxError("invalid-option", "binomialProbability requires a number", k);
  if (!(Number.isInteger(k) && k >= 0 && k <= n)) return 0;
  // The only outcome there is; the logarithms below would meet 0 · ∞.
  if (probability === 0 || probability === 1) return k === n * probability ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-probability));
  if (k === n) return Math.exp(n * Math.log(probability));
  const rest = 1 - probability;
  const excess = betaExcess(probability, rest, k, n - k);
  return betaKernel(probability, rest, k, n - k, excess) * (n / k / (n - k));
}
