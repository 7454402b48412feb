import type { CxError } from "../error/cxError.js";
import { adjust } from "./adjustPValues.js";
import type { benjaminiHochberg } from "./benjaminiHochberg.js";
import type { Sample } from "./knownNumbers.js";

/**
 * Holm's adjusted p-values: calling every result with an adjusted p-value of at most 0.05 news means that the chance of any
 * false alarm at all is at most 5 %. For a few comparisons that were planned; see {@link benjaminiHochberg} for scans.
 *
 * @param pValues The p-values of all tests that were to be made, 0–1; null, undefined or NaN where one could not be made.
 * @returns The adjusted p-values, in the order of the input; null where there was none, which does not count among the tests.
 * @throws A {@link CxError} `invalid-value` when one is not within 0 to 1.
 *
 * @example
 * ```ts
 * import { holm } from "cxkit";
 *
 * holm([0.01, 0.5, 0.03]); // => [0.03, 0.5, 0.06]
 * ```
 *
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 */
export function holm(pValues: ArrayLike<number>): number[];
export function holm(pValues: Sample): (number | null)[];
export function holm(pValues: Sample): (number | null)[] {
  return adjust("holm", pValues, "holm");
}
