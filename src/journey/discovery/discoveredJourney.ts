/** A touchpoint as it was used. */
export interface TouchpointUse {
  readonly touchpoint: string;
  /** How many events. */
  readonly visits: number;
  /** How many customers. */
  readonly customers: number;
  /** The share of all customers, 0–1. */
  readonly share: number;
  /** How many customers came more than once. */
  readonly repeatCustomers: number;
  /** How many visits follow directly on a visit to the same touchpoint. */
  readonly selfLoops: number;
  /**
   * The median time until the customer's next event, in seconds; null where no visit is followed by another. Last visits are not in
   * it; `dwellTimes` allows for them.
   */
  readonly medianDwellSeconds: number | null;
  /** What nine of ten next events come within, in seconds. */
  readonly percentile90DwellSeconds: number | null;
}

/** One touchpoint directly followed by another. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  /** How many times. */
  readonly count: number;
  /** By how many customers. */
  readonly customers: number;
  /** The share of the visits to `from` that something follows, 0–1. */
  readonly share: number;
  /**
   * How surely one follows the other and not the other way round, −1 to 1: (there − back) ÷ (there + back + 1), for a loop
   * count ÷ (count + 1).
   */
  readonly dependency: number;
  /** The median time between the two, in seconds. */
  readonly medianSeconds: number;
  readonly meanSeconds: number;
  readonly minimumSeconds: number;
  readonly maximumSeconds: number;
  /** What nine of ten come within, in seconds. */
  readonly percentile90Seconds: number;
}

/** Where customers begin or end. */
export interface JourneyEnd {
  readonly touchpoint: string;
  readonly customers: number;
  /** The share of all customers, 0–1. */
  readonly share: number;
}

/** A path, from its first event to its last, and how many customers took exactly it. */
export interface Variant {
  readonly path: readonly string[];
  readonly customers: number;
  /** The share of all customers, 0–1. */
  readonly share: number;
  /** The share of customers who took this variant or one before it in the list, 0–1. */
  readonly cumulativeShare: number;
}

/** The journey that happened. Every list has the largest first; those alike in size are sorted by name. */
export interface DiscoveredJourney {
  readonly customers: number;
  readonly events: number;
  readonly touchpoints: readonly TouchpointUse[];
  /** The directly-follows graph. */
  readonly transitions: readonly Transition[];
  readonly starts: readonly JourneyEnd[];
  readonly ends: readonly JourneyEnd[];
  readonly variants: readonly Variant[];
  /** How many customers came to any touchpoint more than once. */
  readonly reworkCustomers: number;
}
