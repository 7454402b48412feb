import type { Attributes } from "./attributes.js";

/** One version of a content: an offer, a banner, an invitation to a survey; and whom it is for. */
export interface ContentVariant {
  readonly id: string;
  readonly name?: string;
  /** What the customer has to have agreed to, such as "marketing". */
  readonly purpose: string;
  /** Where it can be shown or sent, best first. */
  readonly channels: readonly string[];
  /** A BCP 47 language tag; none where it has no language. */
  readonly language?: string;
  /** Only customers of at least one of these segments get it. */
  readonly segments?: readonly string[];
  /** Customers of any of these segments do not. */
  readonly exceptSegments?: readonly string[];
  /** The products that it is about: nobody gets it who excludes one of them. */
  readonly products?: readonly string[];
  /** An ISO time or date, from which on it may be shown. */
  readonly from?: string;
  /** An ISO time or date, from which on it may no longer be shown. */
  readonly to?: string;
  /** The greater, the sooner it is chosen. */
  readonly priority?: number;
  /** For how many days a customer who got it does not get it again. */
  readonly coolDownDays?: number;
  readonly attributes?: Attributes;
}
