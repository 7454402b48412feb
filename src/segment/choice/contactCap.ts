import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { ContactPolicy, FrequencyCap } from "../../model/contactPolicy.js";
import type { Calendar } from "../../time/calendar.js";
import { dayMs } from "../../time/zone.js";
import type { DatedContact } from "./pastContact.js";

/** A cap, ready to be counted. */
export interface ContactCap {
  readonly reason: "frequency-cap" | "contacts-per-month";
  readonly most: number;
  readonly per: FrequencyCap["per"];
  /** How many days, weeks or months. */
  readonly units: number;
  readonly window: "rolling" | "calendar";
  readonly channel: string | null;
  readonly purpose: string | null;
}

/** A calendar of the customer's, by what it counts. */
export type CalendarOf = (per: FrequencyCap["per"]) => Calendar;

const daysIn = { day: 1, week: 7, month: 30 } as const;

/** Reads a company's caps. */
export function readCaps({ frequencyCap = [], window = "rolling" }: ContactPolicy): ContactCap[] {
  const list: readonly FrequencyCap[] = Array.isArray(frequencyCap) ? frequencyCap : [frequencyCap];
  return list.map((cap) => {
    checkOptions("a frequency cap of choose", cap, ["contacts", "per", "window", "channel", "purpose"]);
    const { contacts, per, window: own = window, channel = null, purpose = null } = cap;
    const refuse = (required: string, received: unknown): CxError =>
      new CxError("invalid-option", `choose requires a frequency cap ${required}`, received);
    if (!(Number.isInteger(contacts) && contacts >= 0)) throw refuse("of a whole number of contacts", contacts);
    if (!Object.hasOwn(daysIn, String(per))) throw refuse("per day, week or month", per);
    for (const which of [channel, purpose]) {
      if (which !== null && !(typeof which === "string" && which !== ""))
        throw refuse("of a channel or purpose", which);
    }
    if (own !== "rolling" && own !== "calendar") throw refuse("with a rolling or calendar window", own);
    return { reason: "frequency-cap", most: contacts, per, units: 1, window: own, channel, purpose };
  });
}

/** The cap that a customer sets: of less than one contact a month, one in as many months as make one. */
export function capOfCustomer(contactsPerMonth: unknown, window: "rolling" | "calendar"): ContactCap[] {
  if (contactsPerMonth === null || contactsPerMonth === undefined) return [];
  if (!(typeof contactsPerMonth === "number" && contactsPerMonth >= 0)) {
    throw new CxError(
      "invalid-value",
      "choose requires contactsPerMonth to be a number of at least 0",
      contactsPerMonth,
    );
  }
  const seldom = contactsPerMonth > 0 && contactsPerMonth < 1;
  const cap = { reason: "contacts-per-month", per: "month", window, channel: null, purpose: null } as const;
  // 1 ÷ (1 ÷ 3) is not always 3.
  if (seldom) return [{ ...cap, most: 1, units: Math.ceil(1 / contactsPerMonth - 1e-9) }];
  return [{ ...cap, most: Math.floor(contactsPerMonth), units: 1 }];
}

/** Whether contacts of a channel and a purpose fall under a cap. */
export const isUnder = (cap: ContactCap, channel: string | null, purpose: string | null): boolean =>
  (cap.channel === null || channel === null || cap.channel === channel) &&
  (cap.purpose === null || purpose === null || cap.purpose === purpose);

/**
 * How many contacts there already are in the fullest window that a contact at this moment would fall into, those that are planned for
 * later among them. `contacts` are in the order of time.
 */
function contactsAround(
  cap: ContactCap,
  at: number,
  contacts: readonly DatedContact[],
  calendarOf: CalendarOf,
): number {
  const indexOf = cap.window === "calendar" ? calendarOf(cap.per).indexOf : null;
  const width = indexOf === null ? cap.units * daysIn[cap.per] * dayMs : cap.units;
  const placeOf = (instant: number): number => (indexOf === null ? instant : indexOf(instant));
  const place = placeOf(at);
  const near: number[] = [];
  for (const contact of contacts) {
    if (!isUnder(cap, contact.channel, contact.purpose)) continue;
    const there = placeOf(contact.at);
    if (Math.abs(there - place) < width) near.push(there);
  }
  let [first, fullest] = [0, 0];
  for (const [index, last] of near.entries()) {
    // What is not after the moment shares the window that ends with it; later windows end with one of the later contacts.
    if (last > place) while (last - (near[first] ?? last) >= width) first++;
    fullest = Math.max(fullest, index - first + 1);
  }
  return fullest;
}

/** The window of a cap in words. */
export function windowInWords({ per, units, window }: ContactCap): string {
  if (window === "rolling") return units * daysIn[per] === 1 ? "24 hours" : `${units * daysIn[per]} days`;
  return units === 1 ? `a calendar ${per}` : `${units} calendar ${per}s`;
}

/** How a cap stands at a moment. */
export interface CapState {
  readonly at: number;
  /** The contacts that there are already. */
  readonly count: number;
  /** What stands against one more; null where nothing does. */
  readonly words: string | null;
}

function stateInWords(cap: ContactCap, count: number): string {
  const { most, channel, purpose } = cap;
  const kind = [purpose, channel === null ? null : `by ${channel}`].filter((word) => word !== null).join(" ");
  const what = `${most} contact${most === 1 ? "" : "s"}${kind && ` (${kind})`} in ${windowInWords(cap)}`;
  const whose = cap.reason === "contacts-per-month" ? "the customer accepts at the most" : "there may be at the most";
  return `${whose} ${what}, and there are ${count}`;
}

/** How caps stand, the last moment of each remembered: most variants ask for the same. */
export function capStates(
  contacts: readonly DatedContact[],
  calendarOf: CalendarOf,
): (cap: ContactCap, at: number) => CapState {
  const known = new Map<ContactCap, CapState>();
  return (cap, at) => {
    let state = known.get(cap);
    if (state?.at !== at) {
      const count = contactsAround(cap, at, contacts, calendarOf);
      state = { at, count, words: count < cap.most ? null : stateInWords(cap, count) };
      known.set(cap, state);
    }
    return state;
  };
}
