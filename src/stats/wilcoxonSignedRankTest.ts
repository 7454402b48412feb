import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative, pValueOf } from "./alternative.js";
import { checkFlags } from "./checkFlags.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { knownPairs, type Sample } from "./knownNumbers.js";
import { meansOf, medianOf } from "./pairSelection.js";
import { checkCountable, rankSumTails, signedRankCounts } from "./rankSumCounts.js";
import { rankWithTies } from "./ranks.js";
import { normalRankPValue, pairInterval, type RankTest } from "./rankTest.js";

/** Options of {@link wilcoxonSignedRankTest}. */
export interface WilcoxonSignedRankTestOptions {
  /** `greater`: that the first of a pair tends to be greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /**
   * Whether to count all ways to deal out the signs, which is possible for up to 200 pairs, ties or not, rather than to use the
   * normal distribution. By default only for fewer than 50 pairs, none without a difference and no two with the same.
   */
  readonly exact?: boolean;
  /** Whether to correct the normal distribution for continuity. @defaultValue true */
  readonly continuity?: boolean;
  /** The confidence level of the interval of the shift, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link wilcoxonSignedRankTest}. */
export interface WilcoxonSignedRankTestResult {
  /** V: the sum of the ranks of the positive differences; null where there is no difference at all. */
  readonly statistic: number | null;
  /** Null where there is no difference at all. */
  readonly pValue: number | null;
  /** How the p-value was found. */
  readonly method: "exact" | "normal";
  /** The median of the means of any two differences, first minus second (Hodges and Lehmann); null without pairs. */
  readonly shift: number | null;
  /** Of the shift; two-sided, whatever the alternative. Null where there are too few pairs for the level. */
  readonly interval: Interval | null;
  /** How many pairs differ; the test rests on these. */
  readonly n: number;
  /** How many pairs do not. */
  readonly zeros: number;
  /** Pairs of which either value is missing. */
  readonly missing: number;
}

/** V of so many ranks under "no difference". */
function signedRanks(n: number, tieSum: number, counts: Float64Array | null): RankTest {
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48;
  return { mean: (n * (n + 1)) / 4, variance, smallest: 0, counts };
}

/**
 * Wilcoxon's signed-rank test of whether one value of each pair tends to be greater: the same customers twice, on a scale.
 * Pairs that do not differ are left out of the test, and counted.
 *
 * @param x The first value of each pair; null, undefined and NaN are missing.
 * @param y The second value of each pair, in the same unit and order.
 * @param options The alternative, how the p-value is found, and the level.
 * @returns V and the p-value of no difference; the size of the difference as a shift with its interval, for which pairs that
 * do not differ count too.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when the lists are not equally long, an option is wrong, or more than 200 pairs are to be counted exactly.
 *
 * @example
 * ```ts
 * import { wilcoxonSignedRankTest } from "cxkit";
 *
 * const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
 * const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
 * wilcoxonSignedRankTest(first, second, { alternative: "greater" }); // => { statistic: 40, pValue: 0.01953125, … }
 * ```
 *
 * @see Wilcoxon (1945), Biometrics Bulletin 1, 80–83; Hollander and Wolfe (1973), "Nonparametric Statistical Methods",
 * chapter 3. V and p-values as R's wilcox.test; so are shift and interval where all pairs differ, no two alike, and are under 50
 * (otherwise R solves for them by the normal distribution, without the pairs that do not differ).
 */
export function wilcoxonSignedRankTest(
  x: Sample,
  y: Sample,
  options: WilcoxonSignedRankTestOptions = {},
): WilcoxonSignedRankTestResult {
  checkOptions("wilcoxonSignedRankTest", options, ["alternative", "exact", "continuity", "level"]);
  const { alternative = "two-sided", exact, continuity = true, level = 0.95 } = options;
  checkAlternative(alternative);
  criticalValue(level);
  checkFlags("wilcoxonSignedRankTest", { exact, continuity });
  const { x: first, y: second, missing } = knownPairs("wilcoxonSignedRankTest", x, y);
  const every = first.map((value, i) => value - (second[i] as number)).sort();
  if (exact === true) checkCountable("wilcoxonSignedRankTest", every.length);
  const some = every.filter((difference) => difference !== 0);
  const [n, zeros] = [some.length, every.length - some.length];
  const { ranks, tieSum } = rankWithTies(some.map(Math.abs));
  const untied = tieSum === 0 && zeros === 0;
  const counts = (exact ?? (n < 50 && untied)) ? signedRankCounts(ranks) : null;
  const statistic = ranks.reduce((sum, rank, i) => ((some[i] as number) > 0 ? sum + rank : sum), 0);
  const tails = counts === null ? null : rankSumTails(counts, statistic);
  const normally = (): number | null =>
    normalRankPValue(statistic, signedRanks(n, tieSum, null), continuity, alternative);
  const pValue = tails === null ? normally() : pValueOf(alternative, (tail) => tails[tail]);
  const means = every.length === 0 ? null : meansOf(every);
  return {
    statistic: n === 0 ? null : statistic,
    pValue: n === 0 ? null : pValue,
    method: tails === null ? "normal" : "exact",
    shift: means === null ? null : medianOf(means),
    interval: means === null ? null : pairInterval(means, signedRanks(every.length, 0, untied ? counts : null), level),
    n,
    zeros,
    missing,
  };
}
