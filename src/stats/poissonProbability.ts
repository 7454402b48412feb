import { CxError } from "../error/cxError.js";
import { gammaKernel } from "./gammaTail.js";
import { checkMean } from "./poissonCdf.js";

/**
 * The probability of exactly k events.
 *
 * @param k Any number; the probability of what is not a whole number of at least 0 is 0.
 * @param mean How many events are expected, at least 0.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when the mean is negative or k or the mean is not a number.
 *
 * @example
 * ```ts
 * import { poissonProbability } from "cxkit";
 *
 * poissonProbability(2, 1.5); // => 0.2510214301669…
 * ```
 *
 * @see Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */
export function poissonProbability(k: number, mean: number): number {
  checkMean("poissonProbability", mean);
  if (Number.isNaN(k)) throw new CxError("invalid-option", "poissonProbability requires a number", k);
  if (!(Number.isInteger(k) && k >= 0)) return 0;
  return k === 0 ? Math.exp(-mean) : mean === 0 ? 0 : gammaKernel(k, mean) / k;
}
