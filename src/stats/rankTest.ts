import { type Alternative, pValueOf } from "./alternative.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { normalCdf } from "./normalCdf.js";
import { nthOf, type PairSelection } from "./pairSelection.js";
import { rankSumQuantile } from "./rankSumCounts.js";

/** A sum of ranks under "no difference": what it is near to, and how near. */
export interface RankTest {
  readonly mean: number;
  /** Corrected for ties. */
  readonly variance: number;
  /** The smallest value of the statistic as a rank sum. */
  readonly smallest: number;
  /** By rank sum, where all possibilities are counted. */
  readonly counts: Float64Array | null;
}

/** The p-value of a statistic that is nearly normal; null where it cannot differ from its mean. */
export function normalRankPValue(
  statistic: number,
  { mean, variance }: RankTest,
  continuity: boolean,
  alternative: Alternative,
): number | null {
  if (!(variance > 0)) return null;
  const deviation = statistic - mean;
  const towards = { "two-sided": Math.sign(deviation), greater: 1, less: -1 }[alternative];
  const z = (deviation - (continuity ? towards / 2 : 0)) / Math.sqrt(variance);
  return pValueOf(alternative, (tail) => normalCdf(z, tail));
}

/**
 * The interval of the median of pairs that belongs to a rank test without ties: its ends are pairs, as far from the smallest
 * and the largest as the statistic's quantile. Null where even the outermost pairs are not far enough apart.
 */
export function pairInterval(pairs: PairSelection, test: RankTest, level: number): Interval | null {
  const rank =
    test.counts === null
      ? Math.floor(test.mean + 0.5 - criticalValue(level) * Math.sqrt(test.variance))
      : rankSumQuantile(test.counts, (1 - level) / 2) - test.smallest;
  return rank < 1 ? null : { low: nthOf(pairs, rank), high: nthOf(pairs, pairs.size + 1 - rank), level };
}
