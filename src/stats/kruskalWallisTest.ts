import type { CxError } from "../error/cxError.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { knownGroups, type Sample } from "./knownNumbers.js";
import { rankTogether } from "./ranks.js";

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
  /** How many values are missing. */
  readonly missing: number;
}

/** A group in a ranking of all groups. */
interface RankedGroup {
  readonly n: number;
  readonly missing: number;
  /** Null for an empty group. */
  readonly meanRank: number | null;
}

/** The groups in one ranking. */
export function rankGroups(
  name: string,
  groups: readonly Sample[],
): { groups: RankedGroup[]; n: number; tieSum: number } {
  const known = knownGroups(name, groups);
  const { own, ranks, tieSum } = rankTogether(known.map(({ values }) => values));
  const ranked = known.map(({ values: { length: n }, missing }, i) => {
    const sum = own[i]?.reduce((all, rank) => all + rank, 0) ?? 0;
    return { n, missing, meanRank: n === 0 ? null : sum / n };
  });
  return { groups: ranked, n: ranks.length, tieSum };
}

/**
 * Kruskal and Wallis's test of whether some of several independent groups tend to have greater values than others: the
 * analysis of variance for answers on a scale, and for values that a few large ones would drive the means of.
 *
 * @param groups The values of each group, in one unit; null, undefined and NaN are missing. Empty groups count for nothing.
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
export function kruskalWallisTest(groups: readonly Sample[]): KruskalWallisTestResult {
  const { groups: ranked, n, tieSum } = rankGroups("kruskalWallisTest", groups);
  const meanRanks = ranked.map(({ meanRank }) => meanRank);
  const missing = ranked.reduce((sum, group) => sum + group.missing, 0);
  const k = meanRanks.filter((rank) => rank !== null).length;
  const varies = tieSum < n ** 3 - n;
  if (k < 2 || !varies) {
    const unknown = { statistic: null, degreesOfFreedom: null, pValue: null, epsilonSquared: null, etaSquared: null };
    return { ...unknown, meanRanks, n, missing };
  }
  const squares = ranked.reduce((sum, group) => sum + group.n * ((group.meanRank ?? 0) - (n + 1) / 2) ** 2, 0);
  const statistic = (12 * squares) / (n * (n + 1)) / (1 - tieSum / (n ** 3 - n));
  return {
    statistic,
    degreesOfFreedom: k - 1,
    pValue: chiSquareCdf(statistic, k - 1, "upper"),
    epsilonSquared: statistic / (n - 1),
    etaSquared: n > k ? (statistic - k + 1) / (n - k) : null,
    meanRanks,
    n,
    missing,
  };
}
