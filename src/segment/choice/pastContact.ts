import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { TimeInput } from "../../time/parseTime.js";

/** A contact that was, or that is planned. */
export interface PastContact {
  /**
   * A contact of another customer than the one that is asked about counts nowhere. Here, unlike elsewhere, 7 and "7" are one customer: a
   * contact that was must not be missed because systems write ids in different ways.
   */
  readonly customer?: CustomerId | null | undefined;
  readonly at: TimeInput | null | undefined;
  /** Where this is not known, the contact counts for every channel. */
  readonly channel?: string | null | undefined;
  /** Where this is not known, the contact counts for every purpose. */
  readonly purpose?: string | null | undefined;
  /** The variant's id. */
  readonly variant?: string | null | undefined;
}

/** A contact as caps count it. */
export interface DatedContact {
  readonly at: number;
  readonly channel: string | null;
  readonly purpose: string | null;
  readonly variant: string | null;
}

/** The contacts of one customer in the order of time, and how many have none. */
export function readHistory(
  history: Iterable<PastContact>,
  customer: CustomerId | null | undefined,
  readTime: (value: unknown) => number,
): { readonly contacts: readonly DatedContact[]; readonly missing: number } {
  if (typeof history?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "choose requires history as a list of contacts", history);
  }
  const contacts: DatedContact[] = [];
  const own = isMissing(customer) ? null : String(customer);
  let missing = 0;
  eachRow(history, (contact) => {
    if (Object(contact) !== contact) {
      throw new CxError("invalid-value", "choose requires contacts of the history as objects", contact);
    }
    const whose = readCustomer("choose", contact.customer);
    if (whose !== null && String(whose) !== own) return;
    if (isMissing(contact.at)) {
      missing++;
      return;
    }
    const { channel = null, purpose = null, variant = null } = contact;
    contacts.push({ at: readTime(contact.at), channel, purpose, variant });
  });
  return { contacts: contacts.sort((a, b) => a.at - b.at), missing };
}
