import type { Estimate } from "../metric/estimate.js";
import type { LengthQuantile } from "./lengthQuantiles.js";

/** The share of lengths of time within a target, 0–1, with its Wilson interval; what is open and not yet due is in no share. */
export interface WithinTarget extends Estimate {
  /** Ended within the target. */
  readonly met: number;
  /** Ended after it, or open for longer. */
  readonly breached: number;
  /** Open, and not for longer than the target. */
  readonly notDue: number;
}

/** A percentile of lengths of time, with its interval. */
export interface DurationPercentile extends LengthQuantile {
  /** Between 0 and 100. */
  readonly percentile: number;
}

/** A length of time in seconds; `value` is the median, `n` counts what is open too. */
export interface DurationResult extends Estimate {
  /** The median, which is also `value`; null where less than half have ended by any time. */
  readonly medianSeconds: number | null;
  /** What nine of ten are within; null where fewer have ended by any time. */
  readonly percentile90Seconds: number | null;
  /** The mean; null where something is still open, whose length nobody knows yet. */
  readonly meanSeconds: number | null;
  /** The percentiles that were asked for, in that order. */
  readonly percentiles: readonly DurationPercentile[];
  /** How many had not ended. */
  readonly open: number;
  /** The share within `targetSeconds`; null where no target is given. */
  readonly withinTarget: WithinTarget | null;
}
