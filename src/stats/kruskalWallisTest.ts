import type { CxError } from "../error/cxError.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { rankWithTies } from "./ranks.js";
import { checkNumbers } from "./sampleMoments.js";

/** The result of {@link kruskalWallisTest}. */
export interface KruskalWallisTestResult {
  /** H, corrected for ties; null for fewer than two groups that hold values, and where all values are the same. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  /** By the chi-square distribution, which is near from about five values a group on; null like `statistic`. */
  readonly pValue: number | null;
  /** H / (n − 1): how much of the variation of ranks lies between the groups, 0–1. */
  readonly epsilonSquared: number | null;
  /** (H − k + 1) / (n − k): the same less what chance is expected to bring; may be below zero. Null for one value a group. */
  readonly etaSquared: number | null;
  /** The mean rank in each group, in the order of the groups; null for an empty one. */
  readonly meanRanks: readonly (number | null)[];
  /** How many values in all. */
  readonly n: number;
}

/** The groups in one ranking. */
export function rankGroups(
  name: string,
  groups: readonly (readonly number[])[],
): { meanRanks: (number | null)[]; n: number; tieSum: number } {
  for (const group of groups) checkNumbers(name, group);
  const { ranks, tieSum } = rankWithTies(groups.flat());
  let start = 0;
  const meanRanks = groups.map(({ length }) => {
    const own = ranks.subarray(start, start + length);
    start += length;
    return length === 0 ? null : own.reduce((sum, rank) => sum + rank, 0) / length;
  });
  return { meanRanks, n: ranks.length, tieSum };
}

/**
 * Kruskal and Wallis's test of whether some of several independent groups tend to have greater values than others: the
 * analysis of variance for answers on a scale, and for values that a few large ones would drive the means of.
 *
 * @param groups The values of each group, finite numbers in one unit. Empty groups count for nothing.
 * @returns H with its p-value, and how large the differences are. `dunnTest` says which groups differ.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index in its group).
 *
 * @example
 * ```ts
 * import { kruskalWallisTest } from "cxkit";
 *
 * kruskalWallisTest([[2.9, 3, 2.5, 2.6, 3.2], [3.8, 2.7, 4, 2.4], [2.8, 3.4, 3.7, 2.2, 2]]);
 * // => { statistic: 0.7714…, degreesOfFreedom: 2, pValue: 0.6799…, epsilonSquared: 0.0593…, … }
 * ```
 *
 * @see Kruskal and Wallis (1952), JASA 47, 583–621; epsilon² and eta²: Tomczak and Tomczak (2014), Trends in Sport Sciences
 * 21, 19–25.
 */
export function kruskalWallisTest(groups: readonly (readonly number[])[]): KruskalWallisTestResult {
  const { meanRanks, n, tieSum } = rankGroups("kruskalWallisTest", groups);
  const k = meanRanks.filter((rank) => rank !== null).length;
  const varies = tieSum < n ** 3 - n;
  if (k < 2 || !varies) {
    const unknown = { statistic: null, degreesOfFreedom: null, pValue: null, epsilonSquared: null, etaSquared: null };
    return { ...unknown, meanRanks, n };
  }
  const squares = groups.reduce(
    (sum, { length }, i) => sum + length * ((meanRanks[i] ?? (n + 1) / 2) - (n + 1) / 2) ** 2,
    0,
  );
  const statistic = (12 * squares) / (n * (n + 1)) / (1 - tieSum / (n ** 3 - n));
  return {
    statistic,
    degreesOfFreedom: k - 1,
    pValue: chiSquareCdf(statistic, k - 1, "upper"),
    epsilonSquared: statistic / (n - 1),
    etaSquared: n > k ? (statistic - k + 1) / (n - k) : null,
    meanRanks,
    n,
  };
}
