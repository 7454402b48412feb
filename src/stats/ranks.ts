import type { CxError } from "../error/cxError.js";
import { checkNumbers } from "./sampleMoments.js";

/** Mid-ranks, and the sum of t³ − t over all sets of t equal values, which every correction for ties needs. */
export function rankWithTies(values: ArrayLike<number>): { ranks: Float64Array; tieSum: number } {
  const n = values.length;
  const order = new Uint32Array(n).map((_, i) => i);
  order.sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Float64Array(n);
  let tieSum = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    const value = values[order[start] as number];
    while (end < n && values[order[end] as number] === value) end++;
    for (let place = start; place < end; place++) ranks[order[place] as number] = (start + end + 1) / 2;
    const size = end - start;
    tieSum += size ** 3 - size;
  }
  return { ranks, tieSum };
}

/**
 * The ranks of values, the smallest having rank 1; equal values share the mean of their ranks.
 *
 * @param values Finite numbers.
 * @returns A rank for each value, in the order of the values.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140.
 *
 * @example
 * ```ts
 * import { ranks } from "cxkit";
 *
 * ranks([10, 30, 20, 20]); // => [1, 4, 2.5, 2.5]
 * ```
 *
 * @see Kendall (1945), "The treatment of ties in ranking problems", Biometrika 33, 239–251.
 */
export function ranks(values: readonly number[]): number[] {
  checkNumbers("ranks", values);
  return Array.from(rankWithTies(values).ranks);
}
