import type { Metric } from "./metric.js";

/** The accessor of the plain forms, whose rows are the values. */
export const itself = <Value>(value: Value): Value => value;

/** Adds counts to counts, by name: how accumulators that only count are merged. */
export function addCounts(into: unknown, counts: object): void {
  // Both are records of numbers, which an interface without an index signature does not say.
  const sums = into as Record<string, number>;
  for (const [name, count] of Object.entries(counts as Record<string, number>)) {
    if (count > 0) sums[name] = (sums[name] ?? 0) + count;
  }
}

/** Adds rows in the quickest way that a metric offers. */
export function addRows<Row, Acc>(
  metric: Omit<Metric<Row, Acc, unknown>, "extractOutput">,
  accumulator: Acc,
  rows: ArrayLike<Row>,
): Acc {
  if (metric.addInputs) return metric.addInputs(accumulator, rows);
  const { read, low, high } = metric.counts ?? { read: () => null, low: 0, high: 0 };
  // Off the range and between whole numbers there is no count to find.
  const counts = new Float64Array(high + 1).fill(Number.NaN, 0, low);
  let after = accumulator;
  const add = (value: unknown, row: Row): void => {
    const count = typeof value === "number" ? (counts[value] ?? Number.NaN) : Number.NaN;
    if (count >= 0) counts[value as number] = count + 1;
    else after = metric.addInput(after, row);
  };
  // Values that are the rows themselves need no call for each, which would cost more than the counting.
  if (read === itself) for (let index = 0; index < rows.length; index++) add(rows[index], rows[index] as Row);
  else for (let index = 0; index < rows.length; index++) add(read(rows[index] as Row), rows[index] as Row);
  addCounts(after, counts);
  return after;
}
