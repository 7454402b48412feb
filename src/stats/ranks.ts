import type { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";

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

/** Several samples in one ranking: the ranks of each, of all one after the other, and the sum for ties. */
export function rankTogether(samples: readonly Float64Array[]): {
  own: Float64Array[];
  ranks: Float64Array;
  tieSum: number;
} {
  const starts = [0];
  for (const { length } of samples) starts.push((starts.at(-1) ?? 0) + length);
  const all = new Float64Array(starts.at(-1) ?? 0);
  samples.forEach((values, i) => {
    all.set(values, starts[i]);
  });
  const { ranks, tieSum } = rankWithTies(all);
  return { own: samples.map((_, i) => ranks.subarray(starts[i], starts[i + 1])), ranks, tieSum };
}

/**
 * The ranks of values, the smallest having rank 1; equal values share the mean of their ranks.
 *
 * @param values Numbers; null, undefined and NaN are missing.
 * @returns A rank for each value, in the order of the values; null for a missing one, which has no place among the others.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index).
 *
 * @example
 * ```ts
 * import { ranks } from "cxkit";
 *
 * ranks([10, 30, 20, 20]); // => [1, 4, 2.5, 2.5]
 * ranks([10, null, 5]); // => [2, null, 1]
 * ```
 *
 * @see Kendall (1945), "The treatment of ties in ranking problems", Biometrika 33, 239–251.
 */
export function ranks(values: ArrayLike<number>): number[];
export function ranks(values: Sample): (number | null)[];
export function ranks(values: Sample): (number | null)[] {
  const known = rankWithTies(knownNumbers("ranks", values).values).ranks;
  let next = 0;
  return Array.from(values, (value) => (isMissing(value) ? null : (known[next++] ?? null)));
}
