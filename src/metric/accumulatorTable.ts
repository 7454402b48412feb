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
  /** The accumulators of the codes from 0 on, to be taken once at the end. */
  readonly accumulators: (codes: number) => Acc[];
}
