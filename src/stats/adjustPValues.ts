import { checkChoice } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";

/** A way to adjust p-values for how many they are. */
export type PValueAdjustment =
  | "holm"
  | "hochberg"
  | "bonferroni"
  | "benjamini-hochberg"
  | "benjamini-yekutieli"
  | "none";

/** Walks from the smallest p-value up or from the largest down, and multiplies each by a factor of its rank. */
interface Procedure {
  readonly from: "smallest" | "largest";
  /** The factor of the p-value that is the rank-th smallest (from 1) of n. */
  readonly factor: (rank: number, n: number) => number;
}

/** 1 + 1/2 + … + 1/n, the price of any dependence. */
function harmonic(n: number): number {
  let sum = 0;
  for (let k = n; k >= 1; k--) sum += 1 / k;
  return sum;
}

const procedures: { readonly [method in PValueAdjustment]: (n: number) => Procedure } = {
  holm: () => ({ from: "smallest", factor: (rank, n) => n - rank + 1 }),
  hochberg: () => ({ from: "largest", factor: (rank, n) => n - rank + 1 }),
  bonferroni: () => ({ from: "smallest", factor: (_, n) => n }),
  "benjamini-hochberg": () => ({ from: "largest", factor: (rank, n) => n / rank }),
  "benjamini-yekutieli": (count) => {
    const price = harmonic(count);
    return { from: "largest", factor: (rank, n) => (price * n) / rank };
  },
  none: () => ({ from: "smallest", factor: () => 1 }),
};

/** Adjusts for a function of the given name; a missing one becomes null and does not count. */
export function adjust(name: string, pValues: Sample, method: PValueAdjustment): (number | null)[] {
  const { values: known } = knownNumbers(name, pValues);
  for (let i = 0; i < pValues.length; i++) {
    const p = pValues[i];
    if (!isMissing(p) && !(p >= 0 && p <= 1)) {
      throw new CxError("invalid-value", `${name} requires p-values from 0 to 1`, p, i);
    }
  }
  const n = known.length;
  const { from, factor } = procedures[method](n);
  const ascending = from === "smallest";
  const ordered = known.sort();
  if (!ascending) ordered.reverse();
  // Equal p-values come out equal, whatever the procedure.
  const adjusted = new Map<number, number>();
  let bound = ascending ? 0 : 1;
  ordered.forEach((p, place) => {
    const stretched = Math.min(1, p * factor(ascending ? place + 1 : n - place, n));
    bound = ascending ? Math.max(bound, stretched) : Math.min(bound, stretched);
    adjusted.set(p, bound);
  });
  return Array.from(pValues, (p) => (isMissing(p) ? null : (adjusted.get(p) ?? null)));
}

/**
 * Adjusts p-values for how many they are, so that the adjusted ones can be held against 0.05 as if there was but one.
 *
 * `holm`, `hochberg` and `bonferroni` bound the chance of any false alarm (Holm is never worse than Bonferroni; Hochberg
 * finds a little more, from tests that are independent). `benjamini-hochberg` and `benjamini-yekutieli` bound the share of
 * false alarms among what is called news, the latter under any dependence.
 *
 * @param pValues The p-values of all tests that were to be made, 0–1; null, undefined or NaN where one could not be made.
 * @param method The procedure.
 * @returns The adjusted p-values, in the order of the input; null where there was none, which does not count among the tests.
 * @throws A {@link CxError} `invalid-value` when one is not within 0 to 1; `invalid-option` when the method is unknown.
 *
 * @example
 * ```ts
 * import { adjustPValues } from "cxkit";
 *
 * adjustPValues([0.01, 0.04, null, 0.03], "bonferroni"); // => [0.03, 0.12, null, 0.09]
 * ```
 *
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Hochberg (1988), Biometrika 75, 800–802; Benjamini and
 * Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300; Benjamini and Yekutieli (2001), Annals of
 * Statistics 29, 1165–1188. As R's p.adjust.
 */
export function adjustPValues(pValues: ArrayLike<number>, method: PValueAdjustment): number[];
export function adjustPValues(pValues: Sample, method: PValueAdjustment): (number | null)[];
export function adjustPValues(pValues: Sample, method: PValueAdjustment): (number | null)[] {
  checkChoice("method of adjustPValues", method, Object.keys(procedures));
  return adjust("adjustPValues", pValues, method);
}
