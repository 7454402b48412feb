import type { CxError } from "../error/cxError.js";
import { adjust } from "./adjustPValues.js";
import type { Sample } from "./knownNumbers.js";

/**
 * Benjamini and Hochberg's adjusted p-values: calling every result with an adjusted p-value of at most 0.05 news means that
 * at most 5 % of what is called news is expected to be none. For scans over many places at once.
 *
 * @param pValues The p-values of all tests that were to be made, 0–1; null, undefined or NaN where one could not be made.
 * @returns The adjusted p-values, in the order of the input; null where there was none, which does not count among the tests.
 * @throws A {@link CxError} `invalid-value` when one is not within 0 to 1.
 *
 * @example
 * ```ts
 * import { benjaminiHochberg } from "cxkit";
 *
 * benjaminiHochberg([0.03, 0.01, 0.4]); // => [0.045, 0.03, 0.4]
 * benjaminiHochberg([0.03, null, 0.01]); // => [0.03, null, 0.02]
 * ```
 *
 * @see Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): number[];
export function benjaminiHochberg(pValues: Sample): (number | null)[];
export function benjaminiHochberg(pValues: Sample): (number | null)[] {
  return adjust("benjaminiHochberg", pValues, "benjamini-hochberg");
}
