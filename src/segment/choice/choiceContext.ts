import { CxError } from "../../error/cxError.js";
import { isCxError } from "../../error/isCxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { ContactPolicy } from "../../model/contactPolicy.js";
import type { Consent, Preferences } from "../../model/customer.js";
import { createCalendar } from "../../time/calendar.js";
import { formatInZone } from "../../time/formatTime.js";
import { createZone, type Zone } from "../../time/zone.js";
import { hasFields } from "../hasFields.js";
import { type CalendarOf, type ContactCap, capOfCustomer, readCaps } from "./contactCap.js";
import { readLanguage } from "./languageRanks.js";
import { type QuietSpan, readQuietHours } from "./quietSpan.js";

/** What {@link choose} reads of a customer; a `Customer` has it. */
export interface ChoosableCustomer {
  readonly id?: CustomerId | null | undefined;
  readonly preferences?: Preferences | null | undefined;
  /** What the customer agreed to or refused, by purpose or by channel; a plain object, as JSON has it. */
  readonly consent?: Consent | null | undefined;
  readonly attributes?: { readonly [column: string]: unknown } | null | undefined;
}

/** What is known of a customer before any variant is looked at. */
export interface ChoiceContext {
  readonly segments: ReadonlySet<string>;
  /** True or false where the customer said so, else null. */
  readonly consentTo: (purposeOrChannel: string) => boolean | null;
  /** The customer's channels, best first; null where none are known. */
  readonly channels: readonly string[] | null;
  readonly language: string | null;
  readonly excluded: ReadonlySet<string>;
  readonly zone: Zone;
  /** An instant as an ISO time with the zone's offset. */
  readonly write: (instant: number) => string;
  readonly calendarOf: CalendarOf;
  readonly quiet: readonly QuietSpan[];
  /** The company's and the customer's. */
  readonly caps: readonly ContactCap[];
}

/** Whether an object has no fields but its own, of whatever window or worker it comes. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf"));
}

function consentReader(consent: Consent | null | undefined): (key: string) => boolean | null {
  // A refusal that is written in another way must not be taken for none.
  if (!isMissing(consent) && !(hasFields(consent) && isPlain(consent))) {
    throw new CxError(
      "invalid-value",
      "choose requires consent as a plain object such as { marketing: false }",
      consent,
    );
  }
  return (key) => {
    // A purpose may be called like something that every object has.
    const said: unknown = isMissing(consent) || !Object.hasOwn(consent, key) ? null : consent[key];
    if (isMissing(said)) return null;
    if (typeof said === "boolean") return said;
    throw new CxError("invalid-value", "choose requires consent to be true or false", said);
  };
}

/** What is known by a time zone. */
type ZoneEntry = Pick<ChoiceContext, "zone" | "write" | "calendarOf">;

function zoneEntry(timeZone: string): ZoneEntry {
  const zone = createZone(timeZone);
  const calendars = new Map<string, ReturnType<CalendarOf>>();
  // Most contacts of many customers are for the same moment.
  let last = { instant: Number.NaN, text: "" };
  return {
    zone,
    write: (instant) => {
      if (instant !== last.instant) last = { instant, text: formatInZone(instant, zone) };
      return last.text;
    },
    calendarOf: (per) => {
      const calendar = calendars.get(per) ?? createCalendar(per, { timeZone });
      calendars.set(per, calendar);
      return calendar;
    },
  };
}

/** Zones by name, each made once. */
function zoneBook(): (name: string) => ZoneEntry {
  const book = new Map<string, ZoneEntry>();
  return (timeZone) => {
    const entry = book.get(timeZone) ?? zoneEntry(timeZone);
    book.set(timeZone, entry);
    return entry;
  };
}

/** Rules for {@link choose}: a company's policy, and where segments and time zones are found. */
export interface ChooseRules<C extends ChoosableCustomer = ChoosableCustomer> extends ContactPolicy {
  /** The segments of a customer; needed where a variant asks for some. */
  readonly segments?: (customer: C) => string | readonly string[] | null | undefined;
  /** The IANA zone of a customer; null where it is not known. @defaultValue the customer's attribute `timeZone` */
  readonly timeZoneOf?: (customer: C) => string | null | undefined;
  /** The IANA zone of customers of whom none is known, and of times without an offset. @defaultValue "UTC" */
  readonly timeZone?: string;
}

function segmentsOf<C extends ChoosableCustomer>(customer: C, read: ChooseRules<C>["segments"]): ReadonlySet<string> {
  const segments = read?.(customer);
  if (isMissing(segments)) return new Set();
  const list = typeof segments === "string" ? [segments] : segments;
  if (Array.isArray(list) && list.every((segment) => typeof segment === "string")) return new Set(list);
  throw new CxError("invalid-value", "choose requires segments to give a text or a list of texts", segments);
}

/** An object with the fields of a customer; none where there is nothing. */
function partOf<Part extends object>(part: Part | null | undefined, what: string): Part | null {
  if (isMissing(part)) return null;
  if (hasFields(part)) return part;
  throw new CxError("invalid-value", `choose requires ${what} as an object`, part);
}

function listOf(value: readonly string[] | null | undefined, what: string): readonly string[] | null {
  if (isMissing(value)) return null;
  // A text cannot be found in what an object reads like.
  if (Array.isArray(value) && !value.some((each) => Object(each) === each)) return value;
  throw new CxError("invalid-value", `choose requires ${what} as a list of texts`, value);
}

/** Reads customers by a policy that is read once. */
export function contextReader<C extends ChoosableCustomer>(rules: ChooseRules<C>): (customer: C) => ChoiceContext {
  const { timeZone = "UTC", window = "rolling", segments } = rules;
  const zones = zoneBook();
  // Refuses an unknown zone at once.
  zones(timeZone);
  const caps = readCaps(rules);
  // Few numbers are asked for by many customers.
  const capsBy = new Map<unknown, readonly ContactCap[]>();
  const capsFor = (contactsPerMonth: unknown): readonly ContactCap[] => {
    const found = capsBy.get(contactsPerMonth) ?? [...caps, ...capOfCustomer(contactsPerMonth, window)];
    capsBy.set(contactsPerMonth, found);
    return found;
  };
  const quiet = readQuietHours(rules.quietHours, "invalid-option");
  const zoneOf =
    rules.timeZoneOf ?? ((customer: C) => partOf(customer.attributes, "a customer's attributes")?.["timeZone"]);
  const zoneFor = (customer: C): ZoneEntry => {
    const name = zoneOf(customer);
    if (isMissing(name) || name === "") return zones(timeZone);
    try {
      if (typeof name === "string") return zones(name);
    } catch (error) {
      if (!isCxError(error)) throw error;
    }
    throw new CxError("invalid-value", "choose requires a customer's time zone to be one of IANA's", name);
  };
  return (customer) => {
    if (!hasFields(customer)) throw new CxError("invalid-value", "choose requires a customer", customer);
    const preferences: Preferences = partOf(customer.preferences, "a customer's preferences") ?? {};
    const own = preferences.quietHours;
    return {
      segments: segmentsOf(customer, segments),
      consentTo: consentReader(customer.consent),
      channels: listOf(preferences.channels, "a customer's channels"),
      language: isMissing(preferences.language) ? null : readLanguage(preferences.language, "invalid-value"),
      excluded: new Set(listOf(preferences.excludedProducts, "excludedProducts")?.map(String)),
      ...zoneFor(customer),
      quiet: isMissing(own) ? quiet : [...quiet, ...readQuietHours(own, "invalid-value")],
      caps: capsFor(preferences.contactsPerMonth),
    };
  };
}
