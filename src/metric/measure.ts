import { checkRows } from "../error/checkRows.js";
import type { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { addRows } from "./addRows.js";
import { checkMetric } from "./checkMetric.js";
import type { Metric } from "./metric.js";

/**
 * The result of a metric over rows.
 *
 * @param rows Any iterable; arrays and typed arrays take the quick path. It is walked once.
 * @param metric A metric of cxkit, a combination of such, or your own.
 * @returns What the metric's `extractOutput` gives.
 * @throws What the metric throws for a row that it does not allow, with the row's index; a {@link CxError} `invalid-option`
 * when the rows cannot be iterated.
 *
 * @example
 * ```ts
 * import { groupBy, measure, npsMetric } from "cxkit";
 *
 * const answers = [
 *   { channel: "web", score: 10 },
 *   { channel: "app", score: 6 },
 *   { channel: "web", score: 8 },
 * ];
 * measure(answers, npsMetric((row) => row.score)).value; // => 0
 * measure(answers, groupBy((row) => row.channel, npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]); // => [["app", -100], ["web", 50]]
 * ```
 */
export function measure<Row, Acc, Result>(rows: Iterable<Row>, metric: Metric<Row, Acc, Result>): Result {
  checkRows("measure", rows);
  checkMetric("measure", metric);
  if (Array.isArray(rows) || ArrayBuffer.isView(rows)) {
    try {
      // What is a view and iterable is a typed array, which the compiler cannot know.
      const quick = rows as Iterable<Row> & ArrayLike<Row>;
      return metric.extractOutput(addRows(metric, metric.createAccumulator(), quick));
    } catch {
      // The way by single rows meets the same error, and knows where.
    }
  }
  let accumulator = metric.createAccumulator();
  eachRow(rows, (row) => {
    accumulator = metric.addInput(accumulator, row);
  });
  return metric.extractOutput(accumulator);
}
