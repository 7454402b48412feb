import type { Metric } from "./metric.js";

/**
 * The same metric over only those rows for which a condition holds.
 *
 * @param condition Whether a row counts.
 * @param metric The metric.
 * @returns A metric with the accumulator and the result of the given one.
 *
 * @example
 * ```ts
 * import { measure, npsMetric, where } from "cxkit";
 *
 * const answers = [
 *   { country: "NO", score: 10 },
 *   { country: "SE", score: 3 },
 * ];
 * measure(answers, where((row) => row.country === "NO", npsMetric((row) => row.score))).value; // => 100
 * ```
 */
export function where<Row, Acc, Result>(
  condition: (row: Row) => boolean,
  metric: Metric<Row, Acc, Result>,
): Metric<Row, Acc, Result> {
  const { addInputs: _bulk, ...rest } = metric;
  return {
    ...rest,
    addInput: (accumulator, row) => (condition(row) ? metric.addInput(accumulator, row) : accumulator),
  };
}
