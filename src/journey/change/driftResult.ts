import type { Interval } from "../../stats/interval.js";

/** How different the journeys of two groups of customers are. */
export interface DriftComparison {
  /**
   * The Jensen–Shannon distance of what customers do, 0 (the same) to 1 (nothing in common); two samples of the same journey are a little
   * apart too, the more so the smaller they are.
   */
  readonly distance: number;
  /** The chance of as much difference between two samples of the same journey; null where nothing occurs often enough to tell. */
  readonly pValue: number | null;
  /** The same for having looked at many pairs. */
  readonly adjustedPValue: number | null;
}

/** The customers who began in one stretch of time. */
export interface DriftWindow {
  /** Its first moment, ISO with the offset of the zone. */
  readonly start: string;
  /** Its end, exclusive. */
  readonly end: string;
  /** How many began in it and were seen for long enough. */
  readonly customers: number;
  /** Against the window before; null for the first, and where either has nobody. Adjusted by Holm over all windows. */
  readonly change: DriftComparison | null;
}

/** A part of the journey that more or fewer customers go through. */
export interface DriftShift {
  /** A transition as two touchpoints, where null is the beginning or the end; a touchpoint; or a whole path. */
  readonly path: readonly (string | null)[];
  /** The share of customers before the change, 0–1. */
  readonly before: number;
  readonly after: number;
  /** After less before. */
  readonly difference: number;
  /** Newcombe's interval of the difference. */
  readonly interval: Interval;
  readonly pValue: number | null;
  /** Benjamini and Hochberg's, over all parts that were tested at this change. */
  readonly adjustedPValue: number | null;
}

/** A moment at which the journey became another. */
export interface DriftChange extends DriftComparison {
  /** The start of the first window that is different, ISO. */
  readonly at: string;
  /** The customers between the change before and this one. */
  readonly customersBefore: number;
  /** The customers between this change and the next. */
  readonly customersAfter: number;
  /** What more customers do, the largest difference first; only what passes the adjusted test. */
  readonly rose: readonly DriftShift[];
  /** What fewer customers do. */
  readonly fell: readonly DriftShift[];
}

/** What {@link driftOverTime} finds. */
export interface DriftResult {
  readonly windows: readonly DriftWindow[];
  /** In the order of time; empty where the journey stayed as it was, as far as these customers tell. */
  readonly changes: readonly DriftChange[];
  /** The customers of all windows. */
  readonly customers: number;
  /** Customers left out because the log ends before their time is up. */
  readonly open: number;
  /** Customers left out because they began outside of all windows, or at or after `now`. */
  readonly outside: number;
  /** For how long each customer was looked at, from their first event. */
  readonly withinSeconds: number;
  /** How many transitions, touchpoints or variants were compared: the most common ones. */
  readonly compared: number;
  /** How many there are. */
  readonly occurring: number;
}
