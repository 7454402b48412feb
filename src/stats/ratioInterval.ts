/** A range that holds the true ratio with probability `level`, which may have no upper end. */
export interface RatioInterval {
  /** At least 0. */
  readonly low: number;
  /** Null where there is no upper end: all that can be said is "at least `low`". */
  readonly high: number | null;
  /** The confidence level, 0–1. */
  readonly level: number;
}

/** Makes one of limits of which the upper may be infinite. */
export function ratioInterval(low: number, high: number, level: number): RatioInterval {
  return { low, high: Number.isFinite(high) ? high : null, level };
}

/** A ratio of two independent shares, or of their odds, with its interval. */
export interface RatioResult {
  /** The first over the second; null where the second is 0 (then it has no upper end), or where there is nothing to compare. */
  readonly value: number | null;
  /** Null where there is nothing to compare. */
  readonly interval: RatioInterval | null;
  /** Both samples together. */
  readonly n: number;
}
