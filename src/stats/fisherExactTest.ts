import { CxError } from "../error/cxError.js";
import { logBeta } from "./logGamma.js";

/** Counts of two groups (rows) by two outcomes (columns). */
export type TwoByTwoTable = readonly [readonly [number, number], readonly [number, number]];

/** The result of {@link fisherExactTest}. */
export interface FisherExactTestResult {
  /** Two-sided: the probability of a table no more likely than this one, the margins being what they are. */
  readonly pValue: number;
}

/** ln of n over k. */
const logChoose = (n: number, k: number): number => -Math.log1p(n) - logBeta(n - k + 1, k + 1);

/**
 * Fisher's exact test of two shares, for counts that are too few for the z test.
 *
 * @param table Counts of two groups by two outcomes, whole numbers.
 * @returns The two-sided p-value; 1 where a margin is empty.
 * @throws A {@link CxError} `invalid-value` when a count is not a whole number of at least zero.
 *
 * @example
 * ```ts
 * import { fisherExactTest } from "cxkit";
 *
 * fisherExactTest([[3, 1], [1, 3]]).pValue; // => 0.485714…
 * ```
 *
 * @see Fisher (1935), "The Design of Experiments", chapter 2: the lady tasting tea. Two-sided as R's fisher.test.
 */
export function fisherExactTest(table: TwoByTwoTable): FisherExactTestResult {
  const [[a, b], [c, d]] = table;
  for (const count of [a, b, c, d]) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new CxError("invalid-value", "fisherExactTest requires counts, whole numbers of at least zero", count);
    }
  }
  const [first, second, yes] = [a + b, c + d, a + c];
  const logAll = logChoose(first + second, yes);
  const chanceOf = (count: number): number =>
    Math.exp(logChoose(first, count) + logChoose(second, yes - count) - logAll);
  // Tables as likely as this one may differ from it in the last digits.
  const limit = chanceOf(a) * (1 + 1e-7);
  let pValue = 0;
  for (let count = Math.max(0, yes - second); count <= Math.min(first, yes); count++) {
    const chance = chanceOf(count);
    if (chance <= limit) pValue += chance;
  }
  return { pValue: Math.min(1, pValue) };
}
