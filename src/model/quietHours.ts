/** A stretch of the day in which nobody is contacted, by the clock on the customer's wall. */
export interface QuietHours {
  /** When it begins: "21:00". */
  readonly from: string;
  /** When it ends: "08:00", on the next day if that is not after `from`; "24:00" is midnight. */
  readonly to: string;
  /** The days of the week on which it begins, 0 (Sunday) to 6; every day if there are none. */
  readonly days?: readonly number[];
  /** The channels that it is for; every channel if there are none. */
  readonly channels?: readonly string[];
}
