/** What rows can be grouped by. */
export type GroupKey = string | number | boolean | null;

/** One group of rows and the result for it. */
export interface Group<Result> {
  /** What the rows have in common; null for the rows that had no key. */
  readonly key: GroupKey;
  readonly result: Result;
}
