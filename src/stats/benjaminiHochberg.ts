import { CxError } from "../error/cxError.js";

/**
 * Benjamini and Hochberg's adjusted p-values: calling every result with an adjusted p-value of at most 0.05 news means that
 * at most 5 % of what is called news is expected to be none. For scans over many places at once.
 *
 * @param pValues The p-values of all tests that were made, 0–1.
 * @returns The adjusted p-values, in the order of the input.
 * @throws A {@link CxError} `invalid-value` when one is not within 0 to 1.
 *
 * @example
 * ```ts
 * import { benjaminiHochberg } from "cxkit";
 *
 * benjaminiHochberg([0.03, 0.01, 0.4]); // => [0.045, 0.03, 0.4]
 * ```
 *
 * @see Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  pValues.forEach((p, row) => {
    if (!(p >= 0 && p <= 1)) {
      throw new CxError("invalid-value", "benjaminiHochberg requires p-values from 0 to 1", p, row);
    }
  });
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  descending.forEach(({ p, index }, place) => {
    smallest = Math.min(smallest, p * (pValues.length / (pValues.length - place)));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** The same where some tests could not be made: these stay null and do not count. */
export function adjustKnown(pValues: readonly (number | null)[]): (number | null)[] {
  const adjusted = benjaminiHochberg(pValues.filter((p) => p !== null)).values();
  return pValues.map((p) => (p === null ? null : (adjusted.next().value ?? null)));
}
