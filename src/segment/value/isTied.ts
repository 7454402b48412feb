/**
 * What rounding may put between equal sums, as a share of the money that went into them: each amount is off by 1.1e-16 of
 * itself, and twice that in another currency.
 */
export const roundingShare = 1e-14;

/** Whether nothing but rounding lies between two values. `slack` is what rounding may have put there where money cancelled out. */
export function isTied(a: number, b: number, slack = 0): boolean {
  return Math.abs(a - b) <= Math.max(slack, roundingShare * Math.max(Math.abs(a), Math.abs(b)));
}

/** The first place in sorted values whose value is not below (or with `after`, is above) another. */
function placeOf(sorted: Float64Array, value: number, after: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found < value || (after && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Values in order, and what rounding may have put around each; null where none is more than `roundingShare` says. */
export interface SortedValues {
  readonly values: Float64Array;
  readonly slack: Float64Array | null;
}

/**
 * Sorts values.
 *
 * @param slack Per value, what rounding may have put there where money cancelled out, 0 where none did; null where none did at all.
 */
export function sortValues(values: Float64Array, slack: Float64Array | null): SortedValues {
  const sorted = values.slice().sort();
  if (slack === null) return { values: sorted, slack };
  const places = new Float64Array(sorted.length);
  for (let i = 0; i < values.length; i++) {
    const own = slack[i] as number;
    if (own === 0) continue;
    // Both ends of the run of the value: only they have other values beside them.
    for (const place of [placeOf(sorted, values[i] as number, false), placeOf(sorted, values[i] as number, true) - 1]) {
      places[place] = Math.max(places[place] as number, own);
    }
  }
  return { values: sorted, slack: places };
}

/** The last place of the run of equal values that a place is in. */
export function runEnd({ values, slack }: SortedValues, place: number): number {
  let end = place;
  while (end + 1 < values.length) {
    const between = slack === null ? 0 : Math.max(slack[end] as number, slack[end + 1] as number);
    if (!isTied(values[end] as number, values[end + 1] as number, between)) break;
    end++;
  }
  return end;
}
