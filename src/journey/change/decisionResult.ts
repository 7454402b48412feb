import type { Interval } from "../../stats/interval.js";

/** What is nearly certain: that the outcome comes, or that it does not. */
export type Settled = "reached" | "missed";

/** How likely the outcome is for whoever has come so far. */
export interface OutcomeChance {
  /** How many customers came so far. */
  readonly customers: number;
  /** How many of them came to the outcome. */
  readonly outcomes: number;
  /** Their share, 0–1; null where nobody came. */
  readonly share: number | null;
  /** Wilson's interval of the share. */
  readonly interval: Interval | null;
  /**
   * The exact binomial chance of so many outcomes, or so few, were the outcome just not nearly settled; null where too few customers came
   * to be looked at.
   */
  readonly pValue: number | null;
  /** The same for all of its list that were looked at (Holm). */
  readonly adjustedPValue: number | null;
  /** What is nearly settled for them; null where nothing is, or too few came to tell. */
  readonly settled: Settled | null;
}

/** The chance of the outcome for whoever came to a touchpoint. */
export interface TouchpointChance extends OutcomeChance {
  readonly touchpoint: string;
}

/** The chance of the outcome for those whose journey has a touchpoint at some place. */
export interface PositionChance extends TouchpointChance {
  /** The number of the event in the journey, from 1. */
  readonly position: number;
}

/** A touchpoint after which the outcome is nearly settled, though it was not before. */
export interface Decision {
  readonly touchpoint: string;
  readonly settled: Settled;
  /** The customers for whom it is the first such touchpoint. */
  readonly customers: number;
  /** How many of these came to the outcome. */
  readonly outcomes: number;
  /** They as a share of all customers, 0–1. */
  readonly share: number;
  /** The median time from the customer's first event, in seconds. */
  readonly medianSeconds: number;
  /** The median number of events up to it, itself included. */
  readonly medianEvents: number;
  /** Where they came from: the touchpoint before (null: it was their first), the largest first. */
  readonly from: readonly DecisionOrigin[];
}

/** A touchpoint directly before a decision. */
export interface DecisionOrigin {
  readonly touchpoint: string | null;
  readonly customers: number;
  /** The chance of the outcome for whoever came there, 0–1. */
  readonly chance: number | null;
}

/** What {@link decisionPoint} finds. */
export interface DecisionResult {
  /** All customers who were judged, from the start. Where this is `settled` already, only a turn to the contrary is a decision. */
  readonly start: OutcomeChance;
  /** Every touchpoint that somebody met before the outcome, the largest first. */
  readonly touchpoints: readonly TouchpointChance[];
  /** The first places of the journey, each with its touchpoints. */
  readonly positions: readonly PositionChance[];
  /** Where it is decided, for most customers first; empty where no touchpoint settles anything. */
  readonly decisions: readonly Decision[];
  /** Customers for whom no touchpoint on their way settled it. */
  readonly undecided: number;
  /** Customers left out because the log ends before their time (`within`) is up. */
  readonly open: number;
  /** Without `within`: customers taken to have missed the outcome who have had less time than 95 % of those who reached it needed. */
  readonly early: number;
  /** Customers left out because it is not known whether they came to the outcome. */
  readonly unknownOutcome: number;
  /** Outcomes that the log does not know: misspelt, or never met. */
  readonly unknown: readonly string[];
}
