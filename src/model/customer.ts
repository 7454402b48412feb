import type { Attributes } from "./attributes.js";
import type { QuietHours } from "./quietHours.js";

/** How a customer wishes to be met. */
export interface Preferences {
  /** Best first. */
  readonly channels?: readonly string[];
  /** A BCP 47 language tag, such as "de" or "pt-BR". */
  readonly language?: string;
  /** How many contacts a month the customer accepts at the most. */
  readonly contactsPerMonth?: number;
  /** When the customer does not wish to be contacted. */
  readonly quietHours?: QuietHours | readonly QuietHours[];
  /** Products that the customer does not wish to be offered. */
  readonly excludedProducts?: readonly string[];
  /** How goods should arrive. */
  readonly delivery?: string;
}

/** What the customer agreed to, by purpose: `{ marketing: false, research: true }`. */
export interface Consent {
  readonly [purpose: string]: boolean;
}

/** A customer and what is known about them. */
export interface Customer {
  readonly id: string;
  readonly preferences?: Preferences;
  readonly consent?: Consent;
  readonly attributes?: Attributes;
}
