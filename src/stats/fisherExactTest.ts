import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative } from "./alternative.js";
import { checkTwoByTwo } from "./checkTable.js";
import { conditionalOddsRatio, lowestOddsRatio } from "./conditionalOddsRatio.js";
import { criticalValue } from "./criticalValue.js";
import { fisherPValue } from "./fisherPValue.js";
import { hypergeometricTail, supportOf } from "./hypergeometricTail.js";
import { type RatioInterval, ratioInterval } from "./ratioInterval.js";

/** Counts of two groups (rows) by two outcomes (columns). */
export type TwoByTwoTable = readonly [readonly [number, number], readonly [number, number]];

/** Options of {@link fisherExactTest}. */
export interface FisherExactTestOptions {
  /** What the test looks for: that the odds of the first group are different, less or greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /** Of the interval of the odds ratio. @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link fisherExactTest}. */
export interface FisherExactTestResult {
  /** Two-sided: the probability of a table no more likely than this one, the margins being what they are. */
  readonly pValue: number;
  /**
   * The odds of the first group over those of the second, by conditional maximum likelihood (nearer to 1 than the
   * sample's). Null where it is infinite, or where an empty margin leaves nothing to tell.
   */
  readonly oddsRatio: number | null;
  /**
   * Of the odds ratio; exact, two-sided whatever the alternative. Its high end is null where there is none; null itself where an
   * empty margin leaves nothing to tell.
   */
  readonly interval: RatioInterval | null;
}

/**
 * Fisher's exact test of two shares, for counts that are too few for the z test, with the odds ratio and its interval.
 *
 * @param table Counts of two groups by two outcomes, whole numbers.
 * @param options The alternative, and the level of the interval.
 * @returns The p-value, 1 where a margin is empty, and the odds ratio. The interval is made of two tests of one side, so it
 * can hold 1 where the two-sided p-value is just below 1 − level.
 * @throws A {@link CxError} `invalid-value` when a count is not a whole number of at least zero; `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { fisherExactTest } from "cxkit";
 *
 * fisherExactTest([[3, 1], [1, 3]]).pValue; // => 0.485714…
 * fisherExactTest([[3, 1], [1, 3]], { alternative: "greater" }).pValue; // => 0.242857…
 * fisherExactTest([[2, 10], [15, 3]]).oddsRatio; // => 0.04693663…
 * ```
 *
 * @see Fisher (1935), "The Design of Experiments", chapter 2: the lady tasting tea. Two-sided as R's fisher.test.
 */
export function fisherExactTest(table: TwoByTwoTable, options: FisherExactTestOptions = {}): FisherExactTestResult {
  checkOptions("fisherExactTest", options, ["alternative", "level"]);
  const { alternative = "two-sided", level = 0.95 } = options;
  checkAlternative(alternative);
  criticalValue(level);
  checkTwoByTwo("fisherExactTest", table);
  const [[a, b], [c, d]] = table;
  const margins = { first: a + b, second: c + d, yes: a + c };
  const tails = {
    "two-sided": () => fisherPValue(margins, a),
    less: () => hypergeometricTail(margins, a, "lower"),
    greater: () => hypergeometricTail(margins, a, "upper"),
  };
  const [least, greatest] = supportOf(margins);
  const beyond = (1 - level) / 2;
  const interval = (): RatioInterval => {
    // The other column's odds ratio is one over this one.
    const high = 1 / lowestOddsRatio({ ...margins, yes: b + d }, b, beyond);
    return ratioInterval(lowestOddsRatio(margins, a, beyond), high, level);
  };
  return {
    pValue: tails[alternative](),
    oddsRatio: least === greatest ? null : conditionalOddsRatio(margins, a),
    interval: least === greatest ? null : interval(),
  };
}
