import type { CustomerId } from "../../kpi/customerMetric.js";

/** An item, such as a product or a page: a string that is not empty, or a finite number; 1 and "1" are two items. */
export type ItemId = string | number;

/** An item that is found together with another. */
export interface PairedItem {
  readonly item: ItemId;
  /** How many baskets hold both. */
  readonly baskets: number;
  /** The share of all baskets that hold both, 0–1. */
  readonly support: number;
  /** The share of baskets with the other item that hold this one too, 0–1. */
  readonly confidence: number;
  /** How many times as many baskets hold both as would by chance. */
  readonly lift: number;
  /** The lift as far as so few baskets can tell: pulled towards 1, the more so the fewer would hold both by chance. */
  readonly shrunkenLift: number;
}

/** An item with those that are found together with it. */
export interface ItemAffinity {
  readonly item: ItemId;
  /** How many baskets hold it. */
  readonly baskets: number;
  /** The share of all baskets that hold it, 0–1. */
  readonly support: number;
  /** Best first; as many as were asked for at the most. */
  readonly partners: readonly PairedItem[];
}

/** What a customer has. */
export interface CustomerItems {
  readonly customer: CustomerId;
  readonly items: readonly ItemId[];
}

/** Which items are found together, as plain data that can be stored: the result of `itemAffinities`. */
export interface ItemAffinities {
  /** The baskets that were counted. */
  readonly baskets: number;
  /** All items, numbers by size before strings by code unit. */
  readonly items: readonly ItemAffinity[];
  /** All items, those in most baskets first. */
  readonly popularity: readonly ItemId[];
  /** What each customer has, in the order of their ids; empty where customers were not read or not to be kept. */
  readonly customers: readonly CustomerItems[];
  /** What partners are ranked by. */
  readonly rankBy: "lift" | "confidence";
  /** The pairs of items that as many baskets hold as were asked for, and those that fewer do. */
  readonly pairs: { readonly counted: number; readonly rare: number };
  /** What the prior of lifts is worth, in baskets that chance makes hold a pair. */
  readonly concentration: number;
  /** Baskets with too many items, which are left out, and their rows. */
  readonly oversized: { readonly baskets: number; readonly rows: number };
  /** Rows that name no item or no basket. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}
