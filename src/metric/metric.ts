import type { AccumulatorTable } from "./accumulatorTable.js";
import type { CountedValues } from "./countedValues.js";

/**
 * A fold over rows that ends in a result: one definition that serves a list, a group-by, a time series, a stream and a
 * worker pool. It has the shape of Apache Beam's `CombineFn`, so a metric can be handed to Beam as it is.
 *
 * The laws that every metric keeps (and that the test suite holds every metric of cxkit to):
 *
 * - `addInput` and `addInputs` may change and return the accumulator they are given; the caller owns it and goes on with
 *   what is returned.
 * - `mergeAccumulators` neither changes nor aliases its inputs, and gives the same for any grouping and order: to the
 *   last bit for counts, to 1e-12 of the sum of absolute values for sums. Merging none gives an empty accumulator.
 * - `extractOutput` leaves the accumulator as it was.
 * - An accumulator is plain data that survives `structuredClone`; that of a KPI also survives JSON.
 *
 * @typeParam Row What is folded over.
 * @typeParam Acc The accumulator.
 * @typeParam Result What comes out.
 */
export interface Metric<Row, Acc, Result> {
  /** A new accumulator that has seen nothing. */
  readonly createAccumulator: () => Acc;
  /** The accumulator with one more row. Throws a `CxError` for a row that the metric does not allow. */
  readonly addInput: (accumulator: Acc, row: Row) => Acc;
  /** A new accumulator that has seen all that the given ones have seen. */
  readonly mergeAccumulators: (accumulators: Iterable<Acc>) => Acc;
  /** The result of what was seen so far. */
  readonly extractOutput: (accumulator: Acc) => Result;
  /** A quicker way to add many rows; the result is that of adding them one by one. */
  readonly addInputs?: (accumulator: Acc, rows: ArrayLike<Row>) => Acc;
  /** Where all that the metric does is to count whole numbers: which. Then it needs no `addInputs`. */
  readonly counts?: CountedValues<Row>;
  /**
   * A quicker way to add many rows to many accumulators at once, for metrics that are made of others; the result is that of adding
   * them one by one. The accumulator of a code, which may be changed, is asked for at most once.
   */
  readonly createTable?: (accumulatorOf: (code: number) => Acc) => AccumulatorTable<Row, Acc>;
}
