import { atRow } from "../error/cxError.js";
import { checkMetric } from "./checkMetric.js";
import type { Metric } from "./metric.js";

/**
 * The result of a metric over rows that arrive one after the other: a stream, a database cursor, a paged API.
 *
 * @param rows Any async iterable; it is walked once and no row is kept.
 * @param metric A metric.
 * @returns A promise of what `measure` gives for the same rows.
 * @throws (Rejects with) what the metric throws for a row that it does not allow, with the row's index.
 *
 * @example
 * ```ts
 * import { measureAsync, npsMetric } from "cxkit";
 *
 * async function* answers() {
 *   yield { score: 10 };
 *   yield { score: 9 };
 *   yield { score: 2 };
 * }
 * const result = await measureAsync(answers(), npsMetric((row) => row.score));
 * result.n; // => 3
 * result.value; // => 33.33…
 * ```
 */
export async function measureAsync<Row, Acc, Result>(
  rows: AsyncIterable<Row>,
  metric: Metric<Row, Acc, Result>,
): Promise<Result> {
  checkMetric("measureAsync", metric);
  let accumulator = metric.createAccumulator();
  let index = 0;
  for await (const row of rows) {
    try {
      accumulator = metric.addInput(accumulator, row);
    } catch (error) {
      throw atRow(error, index);
    }
    index++;
  }
  return metric.extractOutput(accumulator);
}
