/**
 * Why a variant is not for a customer.
 *
 * | reason | what is the matter |
 * |---|---|
 * | `segment` | the customer is in none of the variant's segments |
 * | `excluded-segment` | the customer is in a segment that does not get it |
 * | `consent-missing` | no consent to its purpose is recorded, and it needs one |
 * | `consent-refused` | the customer refused its purpose: no rule sets that aside |
 * | `excluded-product` | it is about a product that the customer excludes |
 * | `language` | it is in a language that the customer does not read |
 * | `channel` | the channel is none of the customer's |
 * | `channel-refused` | the customer refused the channel: no rule sets that aside |
 * | `not-yet-valid` | it may not be shown yet |
 * | `expired` | it may not be shown any longer, or not after the quiet hours |
 * | `quiet-hours` | there is no end to the quiet hours |
 * | `contacts-per-month` | the customer accepts no more contacts in the month |
 * | `frequency-cap` | the company allows no more contacts in the time |
 * | `cool-down` | the customer had the variant not long ago, or is to get it soon |
 */
export type RefusalReason =
  | "segment"
  | "excluded-segment"
  | "consent-missing"
  | "consent-refused"
  | "excluded-product"
  | "language"
  | "channel"
  | "channel-refused"
  | "not-yet-valid"
  | "expired"
  | "quiet-hours"
  | "contacts-per-month"
  | "frequency-cap"
  | "cool-down";

/** One reason why a variant, or a channel of it, is not for a customer. */
export interface ChoiceRefusal {
  /** The variant's id. */
  readonly variant: string;
  /** Null where the reason holds for all channels. */
  readonly channel: string | null;
  readonly reason: RefusalReason;
  readonly words: string;
}

/** One reason for what was chosen. */
export interface ChoiceReason {
  readonly reason: "segment" | "consent" | "language" | "channel" | "moment" | "frequency" | "priority";
  readonly words: string;
}

/** A contact that is allowed. */
export interface ContactOption {
  /** The variant's id. */
  readonly variant: string;
  readonly purpose: string;
  readonly channel: string;
  /** The earliest moment: an ISO time with the offset of the customer's time zone. */
  readonly at: string;
}

/** What to show or send to a customer. It can go back into the history as it is. */
export interface Choice {
  /** The variant's id; null where nothing is allowed. */
  readonly variant: string | null;
  readonly purpose: string | null;
  readonly channel: string | null;
  /** The earliest moment: now, or the end of quiet hours; an ISO time with the offset of the customer's time zone. */
  readonly at: string | null;
  /** Why this. */
  readonly reasons: readonly ChoiceReason[];
  /** What else is allowed, best first. */
  readonly alternatives: readonly ContactOption[];
  /** Why not the others, in their order; all that stands against each. */
  readonly refusals: readonly ChoiceRefusal[];
  /** Past contacts without a time, which count nowhere. */
  readonly missing: number;
}
