import type { Metric } from "./metric.js";

/** Adds rows in the quickest way that a metric offers. */
export function addRows<Row, Acc>(
  metric: Pick<Metric<Row, Acc, unknown>, "addInput" | "addInputs">,
  accumulator: Acc,
  rows: ArrayLike<Row>,
): Acc {
  if (metric.addInputs) return metric.addInputs(accumulator, rows);
  let after = accumulator;
  for (let index = 0; index < rows.length; index++) after = metric.addInput(after, rows[index] as Row);
  return after;
}
