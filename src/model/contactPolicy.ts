import type { QuietHours } from "./quietHours.js";

/** What holds for contacts of one purpose. */
export interface PurposeRule {
  /** Such as "marketing" or "service". */
  readonly purpose: string;
  /** Whether the customer has to have agreed (`opt-in`), or only must not have refused (`opt-out`). An explicit no always holds. */
  readonly consent?: "opt-in" | "opt-out";
  /** False where such contacts are neither limited nor counted: a parcel is announced however often one bought. */
  readonly capped?: boolean;
  /** False where such contacts need not wait for the end of quiet hours. */
  readonly quietHours?: boolean;
}

/** The most contacts that a customer gets in a time. */
export interface FrequencyCap {
  /** How many at the most, a whole number. */
  readonly contacts: number;
  /** In which time. */
  readonly per: "day" | "week" | "month";
  /**
   * `rolling`: in any stretch of 24 hours, 7 or 30 days, one end included; `calendar`: in a day, a week from Monday or a month on the
   * customer's calendar.
   */
  readonly window?: "rolling" | "calendar";
  /** The channel whose contacts are counted; all if there is none. */
  readonly channel?: string;
  /** The purpose whose contacts are counted; all if there is none. */
  readonly purpose?: string;
}

/** A company's rules for contacts, which hold whatever is to be said. */
export interface ContactPolicy {
  /** What holds for single purposes. */
  readonly purposes?: readonly PurposeRule[];
  readonly quietHours?: QuietHours | readonly QuietHours[];
  readonly frequencyCap?: FrequencyCap | readonly FrequencyCap[];
  /** How caps without a `window` of their own and the customer's `contactsPerMonth` are counted. */
  readonly window?: "rolling" | "calendar";
  /** For how many days a customer does not get the same variant again, where the variant does not say. */
  readonly coolDownDays?: number;
  /** Whether a channel that is not among the customer's may be used, after those that are. */
  readonly otherChannels?: "refuse" | "last";
  /** The languages that everybody is expected to read, best first, where there is nothing in the customer's own. */
  readonly languages?: readonly string[];
}
