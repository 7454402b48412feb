/**
 * One stretch of time and the result for its rows.
 *
 * `start` is inclusive and `end` exclusive, as ISO times with the offset of the time zone. Where both are null, these are
 * the rows without a time; where one is null, the rows before or after the range that was asked for.
 */
export interface Period<Result> {
  readonly start: string | null;
  readonly end: string | null;
  readonly result: Result;
}
