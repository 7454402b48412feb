import { checkReader } from "../error/checkOptions.js";
import type { AccumulatorTable } from "./accumulatorTable.js";
import { addRows } from "./addRows.js";
import { checkMetric } from "./checkMetric.js";
import { createTable } from "./createTable.js";
import type { Metric } from "./metric.js";

/**
 * The same metric over only those rows for which a condition holds.
 *
 * @param condition Whether a row counts.
 * @param metric The metric.
 * @returns A metric with the accumulator and the result of the given one.
 * @throws A `CxError` `invalid-option` when the condition is no function.
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
  checkReader("where", condition);
  checkMetric("where", metric);
  // Named one by one: a metric may be an instance of a class, whose methods spreading would lose.
  return {
    createAccumulator: () => metric.createAccumulator(),
    addInput: (accumulator, row) => (condition(row) ? metric.addInput(accumulator, row) : accumulator),
    addInputs: (accumulator, rows) =>
      addRows(
        metric,
        accumulator,
        Array.from(rows).filter((row) => condition(row)),
      ),
    mergeAccumulators: (accumulators) => metric.mergeAccumulators(accumulators),
    extractOutput: (accumulator) => metric.extractOutput(accumulator),
    createTable: (accumulatorOf) => tableWhere(condition, createTable(metric, accumulatorOf)),
  };
}

function tableWhere<Row, Acc>(
  condition: (row: Row) => boolean,
  table: AccumulatorTable<Row, Acc>,
): AccumulatorTable<Row, Acc> {
  return {
    add: (codes, rows, start, count) => {
      const [someCodes, someRows]: [number[], Row[]] = [[], []];
      for (let index = 0; index < count; index++) {
        const row = rows[start + index] as Row;
        if (!condition(row)) continue;
        someCodes.push(codes[index] as number);
        someRows.push(row);
      }
      table.add(someCodes, someRows, 0, someRows.length);
    },
    accumulators: (count) => table.accumulators(count),
  };
}
