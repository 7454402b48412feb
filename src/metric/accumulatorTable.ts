import type { Metric } from "./metric.js";

/**
 * Many accumulators of one metric side by side, known by numbers without gaps: the bulk path of metrics that split rows, which
 * gives each row the number of its accumulator once and leaves the counting to a tight loop.
 *
 * @typeParam Row What is folded over.
 * @typeParam Acc The accumulator.
 */
export interface AccumulatorTable<Row, Acc> {
  /**
   * Adds `count` rows from `start` on, the first to the accumulator of the first code, and so on. Throws as `addInput` does; then
   * the table is of no more use.
   */
  readonly add: (codes: ArrayLike<number>, rows: ArrayLike<Row>, start: number, count: number) => void;
  /** The accumulators of the codes from 0 on, each as if its rows had been added one by one to a new one. */
  readonly accumulators: (codes: number) => Acc[];
}

/** The same metric with the plainest table, which spares those that split rows a look-up by key. For accumulators of few numbers. */
export function withRowTable<Row, Acc, Result>(metric: Metric<Row, Acc, Result>): Metric<Row, Acc, Result> {
  const createTable = (): AccumulatorTable<Row, Acc> => {
    const all: Acc[] = [];
    return {
      add: (codes, rows, start, count) => {
        for (let index = 0; index < count; index++) {
          const code = codes[index] as number;
          all[code] = metric.addInput(all[code] ?? metric.createAccumulator(), rows[start + index] as Row);
        }
      },
      accumulators: (codes) => Array.from({ length: codes }, (_, code) => all[code] ?? metric.createAccumulator()),
    };
  };
  return { ...metric, createTable };
}
