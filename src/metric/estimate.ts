import type { Interval } from "../stats/interval.js";

export type { Interval };

/** What a number is: the KPI's name and the options that decide its value, as plain data. */
export interface Definition {
  /** The KPI: "nps", "csat", or the name that the caller gave to a rate or an average. */
  readonly kpi: string;
  /**
   * Which statistics it obeys: a share of rows, a difference of two shares, a mean, a ratio of two sums, or a quantile such as
   * a median.
   */
  readonly family: "proportion" | "trinomial" | "mean" | "ratio" | "quantile";
  /**
   * What `value` counts in: points from −100 to 100, percent from 0 to 100, a share from 0 to 1, seconds, or the values' own
   * unit.
   */
  readonly unit: "points" | "percent" | "share" | "seconds" | "value";
  /** The options that decide the value; never those that only decide the interval. `weighted: true` where rows had weights. */
  readonly options: { readonly [option: string]: string | number | boolean | readonly number[] };
}

/** A number with its uncertainty: what every KPI returns. */
export interface Estimate {
  /** The KPI, in the unit of its definition and not rounded; null where there was nothing to measure. */
  readonly value: number | null;
  /** The observations that it rests on. */
  readonly n: number;
  /** Rows that held no value. */
  readonly missing: number;
  /** Rows left out because their value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Rows left out because somebody was asked and declined; 0 unless `dismissed` says which these are. */
  readonly dismissed: number;
  /** The standard error of `value`, in its unit; null where it cannot be told. */
  readonly standardError: number | null;
  /** The confidence interval; null where it cannot be told. */
  readonly interval: Interval | null;
  /**
   * Only where rows have weights: how many observations of equal weight would tell as much (Kish); the design effect is n
   * divided by it. Null where there was nothing to measure.
   */
  readonly effectiveN?: number | null;
  /** What was measured, and how. */
  readonly definition: Definition;
  /** Only where a result is hidden, see `minimumN`: then it is true and every figure null. */
  readonly suppressed?: never;
}
