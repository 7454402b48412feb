/** Sorted numbers made of pairs, too many to be written down. */
export interface PairSelection {
  /** How many there are. */
  readonly size: number;
  /** The largest of them. */
  readonly largest: number;
  /** How many are at most `limit`, and the smallest of the others. */
  readonly split: (limit: number) => { readonly count: number; readonly next: number };
}

/** All differences of one of `x` and one of `y`, both sorted. */
export function differencesOf(x: Float64Array, y: Float64Array): PairSelection {
  return {
    size: x.length * y.length,
    largest: (x.at(-1) as number) - (y[0] as number),
    split: (limit) => {
      let [count, next, j] = [0, Number.POSITIVE_INFINITY, 0];
      for (const value of x) {
        while (j < y.length && value - (y[j] as number) > limit) j++;
        count += y.length - j;
        if (j > 0) next = Math.min(next, value - (y[j - 1] as number));
      }
      return { count, next };
    },
  };
}

/** The means of all pairs of `x`, sorted, each with itself too (Walsh averages). */
export function meansOf(x: Float64Array): PairSelection {
  const n = x.length;
  const mean = (i: number, j: number): number => ((x[i] as number) + (x[j] as number)) / 2;
  return {
    size: (n * (n + 1)) / 2,
    largest: x.at(-1) as number,
    split: (limit) => {
      let [count, next, end] = [0, Number.POSITIVE_INFINITY, n];
      for (let i = 0; i < n; i++) {
        while (end > 0 && mean(i, end - 1) > limit) end--;
        count += Math.max(0, end - i);
        const other = Math.max(end, i);
        if (other < n) next = Math.min(next, mean(i, other));
      }
      return { count, next };
    },
  };
}

/** The k-th smallest, k from 1: by halving, each round being one walk along the margins. */
export function nthOf(pairs: PairSelection, k: number): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = pairs.largest;
  for (;;) {
    // The answer is above low and at most high.
    low = pairs.split(low).next;
    if (pairs.split(low).count >= k) return low;
    const middle = low + (high - low) / 2;
    if (pairs.split(middle).count >= k) high = middle;
    else low = middle;
  }
}

/** Their median. */
export function medianOf(pairs: PairSelection): number {
  const upper = nthOf(pairs, Math.floor(pairs.size / 2) + 1);
  return pairs.size % 2 === 1 ? upper : (nthOf(pairs, pairs.size / 2) + upper) / 2;
}
