import type { CxError } from "../error/cxError.js";
import { cliffsDelta } from "./cliffsDelta.js";
import type { Sample } from "./knownNumbers.js";

/**
 * The chance that a value of the first sample is greater than one of the second, ties counting half (Vargha and Delaney's A,
 * the area under the ROC curve). `cliffsDelta` says the same from −1 to 1, with an interval.
 *
 * @param x The first sample; null, undefined and NaN in it are missing and left out.
 * @param y The second sample.
 * @returns 0–1; null where a sample is empty.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index).
 *
 * @example
 * ```ts
 * import { probabilityOfSuperiority } from "cxkit";
 *
 * probabilityOfSuperiority([3, 4, 5], [1, 2, 4]); // => 0.833…
 * ```
 *
 * @see Vargha and Delaney (2000), Journal of Educational and Behavioral Statistics 25, 101–132.
 */
export function probabilityOfSuperiority(x: Sample, y: Sample): number | null {
  return cliffsDelta(x, y).probabilityOfSuperiority;
}
