import type { Interval } from "../../stats/interval.js";

/**
 * How a path may differ from its design.
 *
 * | kind | whom it affects | out of whom |
 * |---|---|---|
 * | `missing` | customers without a visit that the design asks for | all who began long enough before the end, but those who may still come, or came before the log begins |
 * | `unplanned` | customers who met an event that no touchpoint claims | all |
 * | `out-of-order` | customers who came to a touchpoint when it was not its turn | who came to it |
 * | `failed` | customers of whom a visit failed, by its outcome | who have a visit with an outcome |
 * | `late` | customers who came later than `withinSeconds` after the visit before | who came to it after another one |
 * | `repeated` | customers who came once more to a touchpoint that is not `repeatable`, or to a second alternative | who came to it |
 * | `wrong-channel` | customers who came on a channel that the touchpoint is not offered on, in upper or lower case | who have a visit with a channel |
 */
export type DeviationKind = "missing" | "unplanned" | "out-of-order" | "failed" | "late" | "repeated" | "wrong-channel";

/** In the order in which they are listed where they are alike in size. */
export const deviationKinds: readonly DeviationKind[] = [
  "missing",
  "out-of-order",
  "failed",
  "late",
  "repeated",
  "wrong-channel",
  "unplanned",
];

/** What differs, and where. */
export interface DeviationPlace {
  readonly kind: DeviationKind;
  /** The id of the stage; null for an event that the design does not know. */
  readonly stage: string | null;
  /** The id of the touchpoint, or the log's name of an unplanned one; null where any of several alternatives would do. */
  readonly touchpoint: string | null;
}

/** Some customers out of those who could have been. */
export interface CustomerShare {
  readonly count: number;
  readonly of: number;
  /** `count / of`, 0–1; null where there is nobody. */
  readonly share: number | null;
  /** Wilson's interval of the share. */
  readonly interval: Interval | null;
}

/** One kind of deviation at one place, over all customers. */
export interface Deviation extends DeviationPlace {
  /** Of `missing`, affected customers who began too late to count are not in it. */
  readonly customers: CustomerShare;
  /** How many visits deviate; of `missing`, how many are missing. */
  readonly visits: number;
  /** Of `missing`, how many of the customers came to nothing further in the design (they left); 0 for other kinds. */
  readonly left: number;
  /** The customers, as indices into the log's `customers`, ascending. */
  readonly affected: readonly number[];
}
