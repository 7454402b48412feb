import type { Metric } from "../metric/metric.js";

/** A metric that counts rows. */
export function countComments<Row>(): Metric<Row, { rows: number }, number> {
  return {
    createAccumulator: () => ({ rows: 0 }),
    addInput: (accumulator) => {
      accumulator.rows++;
      return accumulator;
    },
    mergeAccumulators: (accumulators) => {
      let rows = 0;
      for (const accumulator of accumulators) rows += accumulator.rows;
      return { rows };
    },
    extractOutput: ({ rows }) => rows,
  };
}
