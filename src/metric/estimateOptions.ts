import type { InvalidPolicy } from "./valueMetric.js";

/** The options that every KPI over rows has. */
export interface EstimateOptions<Row> {
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a value that is not allowed: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
  /**
   * Whether somebody was asked and declined to answer: such a row is counted in `dismissed`, is no missing one, and is in no
   * share, whatever value it holds.
   */
  readonly dismissed?: (row: Row) => boolean | null | undefined;
  /**
   * How much a row counts, at least 0, in any unit; see `postStratify`. A row without a weight is counted in `missing`. The value
   * is then the weighted one, `n` still counts rows, and `effectiveN` says what they are worth.
   */
  readonly weight?: (row: Row) => number | null | undefined;
}

/** The names of {@link EstimateOptions} and of `minimumN`, for `checkOptions`. */
export const estimateOptions: readonly string[] = ["level", "invalid", "dismissed", "weight", "minimumN"];
