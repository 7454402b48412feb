import type { CustomerId } from "../../kpi/customerMetric.js";
import type { TieRule } from "./scoreBins.js";

/** What {@link rfm} scores customers by. */
export type RfmDimension = "recencyDays" | "frequency" | "monetary";

/** One customer with scores, from 1 to the number of bins, of which a higher one is better. */
export interface RfmCustomer {
  readonly customer: CustomerId;
  /** Whole days from the last order to `now`; of who only returned something, from that. */
  readonly recencyDays: number;
  /** How many orders. */
  readonly frequency: number;
  /** What they came to, in the money of the amounts; negative where more was returned. */
  readonly monetary: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  /** The name that the map has for the scores. */
  readonly segment: string;
}

/** What one segment comes to. */
export interface RfmSegment {
  readonly segment: string;
  /** How many customers. */
  readonly customers: number;
  /** Of all customers, 0–1; null where there are none. */
  readonly share: number | null;
  /** Their orders, as `frequency` counts them. */
  readonly orders: number;
  /** The sum of their amounts, whatever `monetary` says. */
  readonly revenue: number;
  /** Of the revenue of all; null where that is not above 0. */
  readonly revenueShare: number | null;
}

/**
 * Where scores were cut, from the lowest score up: a customer's score is 1 and one more for each cut-off that is passed; who is
 * at a cut-off has not passed it. Of recency, whose days count down, they descend. Null: no customer is at or under it. Empty where
 * all customers are alike, and where `variant: "nested"` cuts group by group.
 */
export type RfmCutoffs = { readonly [dimension in RfmDimension]: readonly (number | null)[] };

/** The cut-offs within one group of customers, where `variant: "nested"` was asked for. */
export interface RfmNestedCutoffs {
  readonly dimension: "frequency" | "monetary";
  /** The recency score of the group. */
  readonly r: number;
  /** Its frequency score; null where frequency itself is cut. */
  readonly f: number | null;
  /** Its customers. */
  readonly n: number;
  readonly cutoffs: readonly (number | null)[];
}

/**
 * Something that a reader of the scores should know.
 *
 * - `few-customers`: fewer than 25 (their count), too few for quantiles to mean much; cut-offs of your own would.
 * - `one-value`: customers with nothing to tell them apart in a dimension, who got the middle score.
 * - `empty-scores`: scores of a dimension that no customer has, because of ties.
 * - `negative-monetary`: customers who returned more than they paid for.
 * - `returns-only`: customers without an order in the window.
 * - `unnamed-scores`: combinations of scores that the map has no rule for, and `rest` names.
 */
export interface RfmNote {
  readonly code:
    | "few-customers"
    | "one-value"
    | "empty-scores"
    | "negative-monetary"
    | "returns-only"
    | "unnamed-scores";
  /** The dimension that it is about; null where it is about none. */
  readonly dimension: RfmDimension | null;
  readonly count: number;
}

/** The result of {@link rfm}. */
export interface RfmResult {
  /** Each customer with a row that counts, by number and then by string. */
  readonly customers: readonly RfmCustomer[];
  /** Each segment of the map, in its order, also where nobody is in it. */
  readonly segments: readonly RfmSegment[];
  readonly cutoffs: RfmCutoffs;
  /** By recency and then frequency score; empty unless `variant: "nested"` was asked for. */
  readonly nestedCutoffs: readonly RfmNestedCutoffs[];
  /** The customers. */
  readonly n: number;
  /** The orders of all customers, as `frequency` counts them. */
  readonly orders: number;
  /** The sum of all amounts. */
  readonly revenue: number;
  /** Rows of a negative amount. */
  readonly returns: number;
  /** Rows without a customer, a time, an amount, or an order where these are told apart. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Rows left out because they are before `from`. */
  readonly earlier: number;
  /** Rows left out because they are after `now`. */
  readonly later: number;
  readonly notes: readonly RfmNote[];
  /** What was measured, and how. */
  readonly definition: RfmDefinition;
}

/** What {@link rfm} measured, and how. */
export interface RfmDefinition {
  readonly kpi: "rfm";
  /** ISO times. */
  readonly now: string;
  readonly from: string | null;
  readonly bins: { readonly [dimension in RfmDimension]: number };
  /** The rule for equal values; null where all cut-offs were given. */
  readonly ties: TieRule | null;
  readonly variant: "independent" | "nested";
  readonly frequency: "orders" | "days";
  readonly monetary: "sum" | "mean";
  readonly returns: "deduct" | "count";
  /** The map's name. */
  readonly map: string;
}
