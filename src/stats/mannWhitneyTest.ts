import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative, pValueOf } from "./alternative.js";
import { checkFlags } from "./checkFlags.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";
import { differencesOf, medianOf } from "./pairSelection.js";
import { checkCountable, rankSumCounts, rankSumTails } from "./rankSumCounts.js";
import { rankTogether } from "./ranks.js";
import { normalRankPValue, pairInterval } from "./rankTest.js";

/** Options of {@link mannWhitneyTest}. */
export interface MannWhitneyTestOptions {
  /** `greater`: that the first sample tends to be greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /**
   * Whether to count all ways to deal out the ranks, which is possible for up to 200 values, ties or not, rather than to use
   * the normal distribution. By default only where both samples are smaller than 50 and no two values are the same.
   */
  readonly exact?: boolean;
  /** Whether to correct the normal distribution for continuity. @defaultValue true */
  readonly continuity?: boolean;
  /** The confidence level of the interval of the shift, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link mannWhitneyTest}. */
export interface MannWhitneyTestResult {
  /** U of the first sample: in how many pairs its value is the greater one, ties counting half; null for an empty sample. */
  readonly statistic: number | null;
  /** Null where a sample is empty or all values are the same. */
  readonly pValue: number | null;
  /** How the p-value was found. */
  readonly method: "exact" | "normal";
  /** The chance that a value of the first sample is greater than one of the second, ties counting half, 0–1. */
  readonly probabilityOfSuperiority: number | null;
  /** The same from −1 to 1: the chance of greater minus the chance of less. */
  readonly cliffsDelta: number | null;
  /** The median of all differences, first minus second (Hodges and Lehmann); in the unit of the values. */
  readonly shift: number | null;
  /** Of the shift; two-sided, whatever the alternative. Null where the samples are too small for the level. */
  readonly interval: Interval | null;
  /** The sizes of both samples. */
  readonly n: readonly [number, number];
  /** How many values are missing in either. */
  readonly missing: readonly [number, number];
}

/**
 * Mann and Whitney's test (Wilcoxon's rank-sum test) of whether one of two independent samples tends to be greater: for
 * answers on a scale, and for durations and amounts that a few large values would drive the means of.
 *
 * @param x The first sample; null, undefined and NaN in it are missing.
 * @param y The second sample.
 * @param options The alternative, how the p-value is found, and the level.
 * @returns U and the p-value of no difference; the size of the difference as a chance and as a shift with its interval.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when an option is wrong, or when more than 200 values are to be counted exactly.
 *
 * @example
 * ```ts
 * import { mannWhitneyTest } from "cxkit";
 *
 * const before = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
 * const after = [1.15, 0.88, 0.9, 0.74, 1.21];
 * mannWhitneyTest(before, after); // => { statistic: 35, pValue: 0.254…, probabilityOfSuperiority: 0.7, … }
 * ```
 *
 * @see Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50–60; Hollander and Wolfe (1973), "Nonparametric
 * Statistical Methods", chapter 4. U and p-values as R's wilcox.test; so are shift and interval where nothing is tied and both
 * samples are under 50 (otherwise R solves for them by the normal distribution).
 */
export function mannWhitneyTest(x: Sample, y: Sample, options: MannWhitneyTestOptions = {}): MannWhitneyTestResult {
  checkOptions("mannWhitneyTest", options, ["alternative", "exact", "continuity", "level"]);
  const { alternative = "two-sided", exact, continuity = true, level = 0.95 } = options;
  checkAlternative(alternative);
  criticalValue(level);
  checkFlags("mannWhitneyTest", { exact, continuity });
  const [a, b] = [knownNumbers("mannWhitneyTest", x), knownNumbers("mannWhitneyTest", y)];
  const [first, second] = [a.values, b.values];
  const [n1, n2] = [first.length, second.length];
  const about = { n: [n1, n2], missing: [a.missing, b.missing] } as const;
  const all = n1 + n2;
  if (exact === true) checkCountable("mannWhitneyTest", all);
  if (n1 === 0 || n2 === 0) {
    const unknown = { statistic: null, pValue: null, probabilityOfSuperiority: null, cliffsDelta: null };
    return { ...unknown, method: "normal", shift: null, interval: null, ...about };
  }
  const { own, ranks, tieSum } = rankTogether([first, second]);
  const rankSum = own[0]?.reduce((sum, rank) => sum + rank, 0) ?? 0;
  const smallest = (n1 * (n1 + 1)) / 2;
  const statistic = rankSum - smallest;
  const counted = exact ?? (Math.max(n1, n2) < 50 && tieSum === 0);
  const counts = counted ? rankSumCounts(ranks, n1) : null;
  const spread = (n1 * n2) / 12;
  const test = { mean: (n1 * n2) / 2, variance: spread * (all + 1 - tieSum / (all * (all - 1))), smallest, counts };
  const tails = counts === null ? null : rankSumTails(counts, rankSum);
  const pValue =
    tails === null
      ? normalRankPValue(statistic, test, continuity, alternative)
      : pValueOf(alternative, (tail) => tails[tail]);
  const differences = differencesOf(first.toSorted(), second.toSorted());
  const untied = { ...test, variance: spread * (all + 1), counts: tieSum === 0 ? counts : null };
  return {
    statistic,
    pValue: tieSum === all ** 3 - all ? null : pValue,
    method: tails === null ? "normal" : "exact",
    probabilityOfSuperiority: statistic / n1 / n2,
    cliffsDelta: (statistic - (n1 * n2) / 2) / ((n1 * n2) / 2),
    shift: medianOf(differences),
    interval: pairInterval(differences, untied, level),
    ...about,
  };
}
