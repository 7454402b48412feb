import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { checkList } from "./checkList.js";
import { checkTable } from "./checkTable.js";
import { chiSquareCdf } from "./chiSquareCdf.js";

/** Options of {@link chiSquareGoodnessOfFit}. */
export interface ChiSquareGoodnessOfFitOptions {
  /** The share that is expected in each category: positive, together 1. @defaultValue all alike */
  readonly expected?: readonly number[];
}

/** The result of {@link chiSquareGoodnessOfFit}. */
export interface ChiSquareGoodnessOfFitResult {
  /** Chi-square; null where there are fewer than two categories or no counts. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
  /** The count that is expected in each category. */
  readonly expected: readonly number[];
  /** Pearson's: observed less expected, over the root of expected; null without any counts. */
  readonly residuals: readonly (number | null)[];
  /** The same over its standard error: beyond ±2 or 3 a category stands out. */
  readonly standardisedResiduals: readonly (number | null)[];
  /** The smallest expected count; under 5 the p-value is rough. Null without any counts. */
  readonly smallestExpected: number | null;
  /** All counts together. */
  readonly n: number;
}

/** The shares that are expected, exactly 1 together. */
function expectedShares(count: number, shares: readonly number[] | undefined): number[] {
  const name = "chiSquareGoodnessOfFit";
  if (shares === undefined) return new Array<number>(count).fill(1 / count);
  checkList(`${name}: expected`, shares);
  if (shares.length !== count) {
    throw new CxError("invalid-option", `${name} requires one expected share for each of ${count}`, shares.length);
  }
  const wrong = shares.find((share) => !(share > 0 && Number.isFinite(share)));
  if (wrong !== undefined) throw new CxError("invalid-option", `${name} requires positive expected shares`, wrong);
  const sum = shares.reduce((all, share) => all + share, 0);
  if (count > 0 && Math.abs(sum - 1) > 1e-8) {
    throw new CxError("invalid-option", `${name} requires expected shares that are 1 together`, sum);
  }
  return shares.map((share) => share / sum);
}

/**
 * Pearson's chi-square test of whether counts fit the shares that were expected: whether an experiment's groups are as
 * large as they were drawn (the check of the sample ratio), or answers spread as the population does.
 *
 * @param observed The count of each category; need not be whole (weights).
 * @param options The shares that are expected.
 * @returns The test, and where each category departs from what was expected.
 * @throws A {@link CxError} `invalid-value` when a count is no number of at least zero; `invalid-option` when the expected
 * shares are not as many, not positive, or not 1 together.
 *
 * @example
 * ```ts
 * import { chiSquareGoodnessOfFit } from "cxkit";
 *
 * chiSquareGoodnessOfFit([20, 20, 20, 40]); // => { statistic: 12, degreesOfFreedom: 3, pValue: 0.0073831605…, … }
 * chiSquareGoodnessOfFit([5200, 4800], { expected: [0.5, 0.5] }).pValue; // => 0.000063342…
 * ```
 *
 * @see Pearson (1900), Philosophical Magazine 50, 157–175. As R's chisq.test.
 */
export function chiSquareGoodnessOfFit(
  observed: ArrayLike<number>,
  options: ChiSquareGoodnessOfFitOptions = {},
): ChiSquareGoodnessOfFitResult {
  checkOptions("chiSquareGoodnessOfFit", options, ["expected"]);
  checkList("chiSquareGoodnessOfFit", observed);
  // One row for each category, so that an error names it.
  const counts = checkTable(
    "chiSquareGoodnessOfFit",
    Array.from(observed, (count) => [count]),
  ).flat();
  const shares = expectedShares(counts.length, options.expected);
  const n = counts.reduce((all, count) => all + count, 0);
  const cells = counts.map((count, i) => ({ count, share: shares[i] ?? 0, expected: n * (shares[i] ?? 0) }));
  const residuals = cells.map(({ count, expected }) => (n === 0 ? null : (count - expected) / Math.sqrt(expected)));
  const degreesOfFreedom = Math.max(0, counts.length - 1);
  const statistic =
    n === 0 || degreesOfFreedom === 0 ? null : residuals.reduce<number>((sum, off) => sum + (off ?? 0) ** 2, 0);
  return {
    statistic,
    degreesOfFreedom,
    pValue: statistic === null ? null : chiSquareCdf(statistic, degreesOfFreedom, "upper"),
    expected: cells.map(({ expected }) => expected),
    residuals,
    standardisedResiduals: cells.map(({ count, share, expected }) =>
      statistic === null ? null : (count - expected) / Math.sqrt(expected * (1 - share)),
    ),
    smallestExpected: n === 0 ? null : cells.reduce((least, { expected }) => Math.min(least, expected), n),
    n,
  };
}
