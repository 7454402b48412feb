/** Events by customer and time, as a log holds them. */
interface SortedEvents {
  readonly offsets: Int32Array;
  readonly touchpoint: Int32Array;
  readonly at: Float64Array;
}

/** Counts events that share their customer and time with an earlier one, and those that share the touchpoint too. */
export function countTies({ offsets, touchpoint: codes, at }: SortedEvents): { ties: number; duplicates: number } {
  let ties = 0;
  let duplicates = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const from = offsets[customer] ?? 0;
    const to = offsets[customer + 1] ?? 0;
    // The touchpoints at the present moment; only kept where a moment has several events.
    let moment: Set<number> | null = null;
    for (let event = from + 1; event < to; event++) {
      if (at[event] !== at[event - 1]) {
        moment = null;
        continue;
      }
      const touchpoint = codes[event] ?? 0;
      moment ??= new Set([codes[event - 1] ?? 0]);
      ties++;
      if (moment.has(touchpoint)) duplicates++;
      moment.add(touchpoint);
    }
  }
  return { ties, duplicates };
}
