import { CxError } from "../error/cxError.js";
import { countTails } from "./countTails.js";

/** The most values whose ranks are dealt out one by one. */
const mostCounted = 200;

/** Refuses to count what would take too long. */
export function checkCountable(name: string, n: number): void {
  if (n > mostCounted) {
    throw new CxError("invalid-option", `${name} requires at most ${mostCounted} values to be exact`, n);
  }
}

/** Mid-ranks may be halves, and counting needs whole numbers. */
const doubled = (ranks: Float64Array): number[] => Array.from(ranks, (rank) => Math.round(2 * rank));
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * How many draws of `size` of the ranks have which sum; the index is twice the sum. Goes one rank after the other, so ties
 * are no difficulty, and counts only ever add up, so they keep their digits.
 */
export function rankSumCounts(ranks: Float64Array, size: number): Float64Array {
  const weights = doubled(ranks).sort((a, b) => a - b);
  const n = weights.length;
  // The sum of the smallest so many.
  const smallest = new Float64Array(n + 1);
  weights.forEach((weight, i) => {
    smallest[i + 1] = (smallest[i] as number) + weight;
  });
  const sumOf = (from: number, to: number): number => (smallest[to] as number) - (smallest[from] as number);
  const counts = Array.from({ length: size + 1 }, () => new Float64Array(sumOf(n - size, n) + 1));
  const bySize = (drawn: number): Float64Array => counts[drawn] as Float64Array;
  bySize(0)[0] = 1;
  weights.forEach((weight, before) => {
    const seen = before + 1;
    // Only draws that can still become large enough, and only sums that there can be.
    for (let drawn = Math.min(size, seen); drawn > 0 && drawn >= size - (n - seen); drawn--) {
      const [into, from] = [bySize(drawn), bySize(drawn - 1)];
      const most = sumOf(seen - drawn, seen);
      for (let sum = weight + sumOf(0, drawn - 1); sum <= most; sum++) {
        into[sum] = (into[sum] as number) + (from[sum - weight] as number);
      }
    }
  });
  return bySize(size);
}

/** The same for draws of any size: each rank is in or out. */
export function signedRankCounts(ranks: Float64Array): Float64Array {
  const weights = doubled(ranks);
  const counts = new Float64Array(total(weights) + 1);
  counts[0] = 1;
  for (const weight of weights) {
    for (let sum = counts.length - 1; sum >= weight; sum--) {
      counts[sum] = (counts[sum] as number) + (counts[sum - weight] as number);
    }
  }
  return counts;
}

/** The chances of a sum that is at most, and at least, this one. */
export function rankSumTails(counts: Float64Array, rankSum: number): { lower: number; upper: number } {
  return countTails(counts, Math.round(2 * rankSum));
}

/** The smallest rank sum that is not exceeded with at least this probability. */
export function rankSumQuantile(counts: Float64Array, probability: number): number {
  const wanted = probability * counts.reduce((sum, count) => sum + count, 0);
  let place = 0;
  for (let sum = counts[0] as number; sum < wanted; sum += counts[place] as number) place++;
  return place / 2;
}
