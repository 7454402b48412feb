/** The numbers at which some comparison turns, and one number for each stretch between them, before the first and after the last. */
export function stretches(turns: readonly number[]): number[] {
  const sorted = [...new Set(turns)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((turn, index) => (sorted[index] as number) / 2 + turn / 2);
  return [...sorted, ...between, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}
