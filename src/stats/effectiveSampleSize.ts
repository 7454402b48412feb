import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkList } from "./checkList.js";
import type { Sample } from "./knownNumbers.js";

/**
 * Kish's effective sample size: how many observations of equal weight would tell as much as these, (Σw)² ÷ Σw².
 *
 * @param weights Weights of at least 0, in any unit; null, undefined and NaN are missing and left out.
 * @returns From 1 to the number of weights; null where there is none, or all are 0.
 * @throws A {@link CxError} `invalid-value` when a weight is not finite or under 0, with its index.
 *
 * @example
 * ```ts
 * import { effectiveSampleSize } from "cxkit";
 *
 * effectiveSampleSize([1, 1, 1, 1, 2, 2, 0.5, 0.5]); // => 6.48
 * ```
 *
 * @see Kish (1965), "Survey Sampling", section 11.7.
 */
export function effectiveSampleSize(weights: Sample): number | null {
  checkList("effectiveSampleSize", weights);
  const known: number[] = [];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row];
    if (isMissing(weight)) continue;
    if (!(typeof weight === "number" && weight >= 0 && Number.isFinite(weight))) {
      throw new CxError("invalid-value", "effectiveSampleSize requires finite weights of at least 0", weight, row);
    }
    known.push(weight);
  }
  // In units of the largest, so that no square leaves the range of numbers.
  const largest = known.reduce((a, b) => Math.max(a, b), 0);
  if (largest === 0) return null;
  const sum = known.reduce((total, weight) => total + weight / largest, 0);
  return sum ** 2 / known.reduce((total, weight) => total + (weight / largest) ** 2, 0);
}
