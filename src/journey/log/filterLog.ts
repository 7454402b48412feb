import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { logColumn } from "./logColumn.js";
import { type PathCondition, pathTest } from "./pathTest.js";
import { subsetLog } from "./subsetLog.js";

/** A value of an attribute, null for none, or several of which any will do. */
export type AttributeChoice = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** What {@link filterLog} keeps; each option given must hold. */
export interface FilterLogOptions {
  /** Customers to keep, with what is kept of their events: a list of ids, or a function of the id. */
  readonly customers?: Iterable<string> | ((customer: string) => boolean);
  /** Customers to keep by the whole path that they took, before any of its events is left out. */
  readonly having?: PathCondition;
  /** Touchpoints to keep: a list of names, or a function of the name. */
  readonly touchpoints?: Iterable<string> | ((touchpoint: string) => boolean);
  /** Values to keep, by the name of an attribute of the log, `channel` or `outcome`; null stands for no value. */
  readonly where?: { readonly [attribute: string]: AttributeChoice };
  /** Events from this time on are kept. */
  readonly from?: TimeInput;
  /** Events before this time are kept. */
  readonly to?: TimeInput;
  /** The IANA zone of `from` and `to` without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
}

const everything = (): boolean => true;

/** A test of names; a list becomes one. */
function nameTest(
  what: string,
  names: Iterable<string> | ((name: string) => boolean) | undefined,
): (name: string) => boolean {
  if (names === undefined) return everything;
  if (typeof names === "function") return names;
  // A single name would be taken for a list of its letters.
  if (typeof names === "string" || typeof Object(names)[Symbol.iterator] !== "function") {
    refuseOption(`filterLog requires ${what} as a list or a function`, names);
  }
  const wanted = new Set(names);
  return (name) => wanted.has(name);
}

/** Tests of events by their number, one for each column that is asked about. */
function columnTests(log: EventLog, where: NonNullable<FilterLogOptions["where"]>): ((event: number) => boolean)[] {
  if (Object(where) !== where) refuseOption("filterLog requires where as an object of values by attribute", where);
  return Object.entries(where).map(([name, choice]) => {
    const { values, codes } = logColumn("filterLog", log, name);
    const wanted = new Set<unknown>(Array.isArray(choice) ? choice : [choice]);
    const keeps = values.map((value) => wanted.has(value));
    const keepsNone = wanted.has(null);
    return (event) => keeps[codes[event] ?? -1] ?? keepsNone;
  });
}

/**
 * A part of a log: certain customers, touchpoints, times, channels or values of attributes.
 *
 * @param log An event log.
 * @param options What is kept. `customers` and `having` choose whole customers; the others choose events, and a customer of whom no
 * event is left is gone.
 * @returns A log of its own, with the names that still occur. Its `missing` and `invalid` are those of the whole, for whoever was not
 * read cannot be filtered.
 * @throws A {@link CxError} `invalid-option` when it is no event log, the log has no such attribute, or an option is wrong;
 * `invalid-time` when a time is none.
 *
 * @example
 * ```ts
 * import { eventLog, filterLog } from "cxkit";
 *
 * const rows = [
 *   { who: "ann", page: "search", at: "2026-05-04T10:00:00Z", device: "phone" },
 *   { who: "ann", page: "pay", at: "2026-05-04T10:05:00Z", device: "phone" },
 *   { who: "bob", page: "search", at: "2026-05-05T11:00:00Z", device: "desktop" },
 * ];
 * const log = eventLog(rows, {
 *   customer: (row) => row.who,
 *   touchpoint: (row) => row.page,
 *   at: (row) => row.at,
 *   attributes: { device: (row) => row.device },
 * });
 * filterLog(log, { having: { visited: ["pay"] } }).customers; // => ["ann"]
 * filterLog(log, { where: { device: ["desktop", "tablet"] } }).customers; // => ["bob"]
 * filterLog(log, { from: "2026-05-05", timeZone: "UTC" }).touchpoints; // => ["search"]
 * ```
 */
export function filterLog(log: EventLog, options: FilterLogOptions): EventLog {
  checkLog("filterLog", log);
  checkOptions("filterLog", options, ["customers", "having", "touchpoints", "where", "from", "to", "timeZone"]);
  const keepsCustomer = nameTest("customers", options.customers);
  const keepsName = nameTest("touchpoints", options.touchpoints);
  const keepsPath = options.having === undefined ? everything : pathTest("filterLog", log, options.having);
  const tests = columnTests(log, options.where ?? {});
  const readTime = timeReader(options.timeZone, "filterLog");
  const from = options.from === undefined ? Number.NEGATIVE_INFINITY : readTime(options.from);
  const to = options.to === undefined ? Number.POSITIVE_INFINITY : readTime(options.to);
  if (from > to) refuseOption("filterLog requires from to be no later than to", options.from);

  const keepsTouchpoint = log.touchpoints.map((name) => keepsName(name));
  const mask = new Uint8Array(log.at.length);
  log.customers.forEach((id, customer) => {
    const first = log.offsets[customer] ?? 0;
    const end = log.offsets[customer + 1] ?? 0;
    if (!keepsCustomer(id) || !keepsPath(first, end)) return;
    for (let event = first; event < end; event++) {
      const at = log.at[event] ?? 0;
      const kept = at >= from && at < to && keepsTouchpoint[log.touchpoint[event] ?? -1] === true;
      if (kept && tests.every((test) => test(event))) mask[event] = 1;
    }
  });
  return subsetLog(log, mask);
}
