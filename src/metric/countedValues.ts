/**
 * What is counted by a metric whose accumulator is, under each whole number, how often it was read. Whoever has many rows at once then
 * counts them in a typed array, which is several times quicker.
 *
 * @typeParam Row What is folded over.
 */
export interface CountedValues<Row> {
  /** Reads a row; where this is no whole number from `low` to `high`, the row takes the usual way by `addInput`. */
  readonly read: (row: Row) => unknown;
  /** The lowest number that is counted, at least 0. */
  readonly low: number;
  /** The highest number that is counted; a few hundred at most. */
  readonly high: number;
}
