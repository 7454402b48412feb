import { rankWithTies } from "./ranks.js";

/** How pairs of pairs agree, and how the ties spread. */
export interface KendallPairs {
  /** Pairs in the same order less pairs in the opposite order. */
  readonly score: number;
  /** Pairs of pairs that are tied in neither, first in x alone, then in y alone: their numbers. */
  readonly untiedX: number;
  readonly untiedY: number;
  /** The variance of the score were there no association. */
  readonly variance: number;
}

/** Sizes of sets of equal neighbours in a sorted list, by the sums that Kendall's variance needs. */
function tieSums(sorted: Float64Array): { pairs: number; triples: number; weighted: number } {
  const sums = { pairs: 0, triples: 0, weighted: 0 };
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const t = end - start;
    sums.pairs += (t * (t - 1)) / 2;
    sums.triples += t * (t - 1) * (t - 2);
    sums.weighted += t * (t - 1) * (2 * t + 5);
  }
  return sums;
}

/** Sorts in place by merging, and counts how many swaps of neighbours that would take. */
function countSwaps(values: Float64Array): number {
  let swaps = 0;
  let from = values;
  let into: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [i, j] = [start, middle];
      for (let place = start; place < end; place++) {
        if (j >= end || (i < middle && (from[i] as number) <= (from[j] as number))) into[place] = from[i++] as number;
        else {
          swaps += middle - i;
          into[place] = from[j++] as number;
        }
      }
    }
    [from, into] = [into, from];
  }
  return swaps;
}

/** Compares all pairs of at least two pairs in O(n log n). */
export function kendallPairs(x: ArrayLike<number>, y: ArrayLike<number>): KendallPairs {
  const n = x.length;
  const [rankX, rankY] = [rankWithTies(x).ranks, rankWithTies(y).ranks];
  // One number that sorts by x and then by y.
  const both = rankX.map((rank, i) => 2 * rank * (2 * n + 1) + 2 * (rankY[i] as number)).sort();
  const [tiesX, tiesY, tiesBoth] = [tieSums(rankX.sort()), tieSums(rankY.slice().sort()), tieSums(both)];
  const swaps = countSwaps(both.map((key) => key % (2 * n + 1)));
  const all = (n * (n - 1)) / 2;
  const score = all - tiesX.pairs - tiesY.pairs + tiesBoth.pairs - 2 * swaps;
  const variance =
    (n * (n - 1) * (2 * n + 5) - tiesX.weighted - tiesY.weighted) / 18 +
    (2 * tiesX.pairs * tiesY.pairs) / (n * (n - 1)) +
    (n > 2 ? (tiesX.triples * tiesY.triples) / (9 * n * (n - 1) * (n - 2)) : 0);
  return { score, untiedX: all - tiesX.pairs, untiedY: all - tiesY.pairs, variance };
}
