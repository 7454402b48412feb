import { CxError } from "../error/cxError.js";

/**
 * What to multiply a standard error with when the sample is a good part of the whole: √((N − n)/(N − 1)). Only for a simple
 * random sample from a closed list; who chose to answer is no such sample.
 *
 * @param n The size of the sample, 0 to the population.
 * @param population The size of the whole, at least 1.
 * @returns The factor, 0–1; 0 where everybody is in the sample.
 * @throws A {@link CxError} `invalid-option` when the sizes make no sense.
 *
 * @example
 * ```ts
 * import { finitePopulationCorrection } from "cxkit";
 *
 * finitePopulationCorrection(324, 1000); // => 0.82260359…
 * ```
 *
 * @see Cochran (1977), "Sampling Techniques", 2.6.
 */
export function finitePopulationCorrection(n: number, population: number): number {
  if (!(typeof population === "number" && population >= 1 && Number.isFinite(population))) {
    throw new CxError("invalid-option", "finitePopulationCorrection requires a population of at least 1", population);
  }
  if (!(typeof n === "number" && n >= 0 && n <= population)) {
    throw new CxError("invalid-option", `finitePopulationCorrection requires an n from 0 to ${population}`, n);
  }
  return n === population ? 0 : Math.min(1, Math.sqrt((population - n) / (population - 1)));
}
