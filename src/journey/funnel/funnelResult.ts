import type { GroupKey } from "../../metric/group.js";
import type { Interval } from "../../stats/interval.js";

/**
 * One step of a funnel. Whoever came to the step before is in `customers`, `dropped` or `open` of this one (where every attempt counts:
 * every attempt).
 */
export interface FunnelStep {
  /** The name of the step; of a group of touchpoints their names, joined by " | ". */
  readonly touchpoint: string;
  /** The touchpoints that fulfil it. */
  readonly touchpoints: readonly string[];
  /** How many came to this step, having done all before it as the funnel's order asks; with `reentry: "every"` how many attempts did. */
  readonly customers: number;
  /** How many customers met the step's touchpoints at all, inside the funnel or not. */
  readonly visitors: number;
  /** Of those who came to the step before: those who did not come here and have no time left. */
  readonly dropped: number;
  /** Of those who came to the step before: those who may still come, because their time was not up when the log ended. */
  readonly open: number;
  /**
   * The share of those who began that came here, 0–1; null where nobody began. Where some are still open it is the product-limit
   * (Kaplan–Meier) estimate at the end of the window, so that they count for as long as they were seen.
   */
  readonly share: number | null;
  /** Wilson's interval of `share`, on the number of observations that it is worth. */
  readonly interval: Interval | null;
  /** The share of those who came to the step before, 0–1; of the first step it is that of all customers in the log. */
  readonly shareOfPrevious: number | null;
  readonly intervalOfPrevious: Interval | null;
  /** The median time from the step before, in seconds, of those who came here; null for the first step and where nobody came. */
  readonly medianSeconds: number | null;
  /** The time within which nine of ten of them came from the step before. */
  readonly p90Seconds: number | null;
  /** The median time since the first step. */
  readonly medianSecondsFromStart: number | null;
}

/** How a segment does at one step, against all customers outside of it. */
export interface FunnelDifference {
  /** The segment's share of the step before, less that of all others; null where either has nobody at the step before. */
  readonly difference: number | null;
  /** Newcombe's interval of the difference. */
  readonly interval: Interval | null;
  readonly pValue: number | null;
  /** Holm's, over all segments and steps of the funnel. */
  readonly adjustedPValue: number | null;
}

/** The funnel of one segment. */
export interface FunnelSegment {
  readonly key: GroupKey;
  /** How many customers of the log are of the segment. */
  readonly customers: number;
  readonly steps: readonly FunnelStep[];
  /** One per step, each against the customers of no such segment; the first step is compared as a share of all customers. */
  readonly differences: readonly FunnelDifference[];
}

/** What {@link funnel} finds. */
export interface FunnelResult {
  /** How many customers are in the log. */
  readonly customers: number;
  readonly steps: readonly FunnelStep[];
  /** Touchpoints of the steps that the log does not know: misspelt, or never met. */
  readonly unknown: readonly string[];
  /** Events left out because they are at or after `now`. */
  readonly later: number;
  /** One per segment that `by` gave, sorted as `groupBy` does; empty without `by`. */
  readonly segments: readonly FunnelSegment[];
}
