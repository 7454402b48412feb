import { CxError } from "../../error/cxError.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import type { TimeInput } from "../../time/parseTime.js";
import type { AttributeReaders } from "./attributeReaders.js";
import { readLog } from "./readLog.js";

/** Where an event log finds its columns in a row. An empty cell is null, undefined, NaN or "". */
export interface EventLogOptions<Row> {
  /** The customer's id, a string; a row without one is counted in `missing`. */
  readonly customer: (row: Row) => string | null | undefined;
  /** What the recording system calls the touchpoint; a row without one is counted in `missing`. */
  readonly touchpoint: (row: Row) => string | null | undefined;
  /** When it happened; a row without a time is counted in `missing`. */
  readonly at: (row: Row) => TimeInput | null | undefined;
  /** The channel, where a row has one. */
  readonly channel?: (row: Row) => string | null | undefined;
  /** How the visit ended, where a row says so. */
  readonly outcome?: (row: Row) => string | null | undefined;
  /** Further columns by name, such as device, plan, region or payment method, to cut the journey by. */
  readonly attributes?: AttributeReaders<Row>;
  /** The IANA zone of times without an offset. @defaultValue none: such times are invalid */
  readonly timeZone?: string;
  /** What becomes of a row with a time that is none, a name that is no string, or an attribute that is no value. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A further column of the events of a log. */
export interface AttributeColumn {
  /** The values that occur, in the order of their first row. */
  readonly values: readonly (string | number | boolean)[];
  /** Per event, the number of its value; −1 where it has none. */
  readonly codes: Int32Array;
}

/**
 * The events of many customers: compact, by column, sorted by customer and time. Events of one customer stand next to each
 * other: those of customer `c` from `offsets[c]` up to `offsets[c + 1]`. Names are written once, and events hold their numbers.
 *
 * It is plain data that survives `structuredClone` (its columns are typed arrays, which JSON does not know).
 */
export interface EventLog {
  /** The ids of the customers, in the order of their first row. */
  readonly customers: readonly string[];
  /** The names of the touchpoints, in the order of their first row. */
  readonly touchpoints: readonly string[];
  readonly channels: readonly string[];
  readonly outcomes: readonly string[];
  /** The further columns by name; look one up with `Object.hasOwn`, as a name may be anything. */
  readonly attributes: { readonly [name: string]: AttributeColumn };
  /** Where each customer's events begin; one longer than `customers`. */
  readonly offsets: Int32Array;
  /** Per event, the number of its touchpoint. */
  readonly touchpoint: Int32Array;
  /** Per event, epoch milliseconds. */
  readonly at: Float64Array;
  /** Per event, the number of its channel; −1 where it has none. */
  readonly channel: Int32Array;
  /** Per event, the number of its outcome; −1 where it has none. */
  readonly outcome: Int32Array;
  /** Events at the very time of the one before them of the same customer (of three at once, two); their order is that of the rows. */
  readonly ties: number;
  /** Events with the customer, touchpoint and time of another one. They are kept. */
  readonly duplicates: number;
  /** Rows left out because they have no customer, no touchpoint or no time. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** Refuses what is no event log, such as rows, or a log that went through JSON and lost its typed arrays. */
export function checkLog(requirer: string, log: EventLog): void {
  if (!(ArrayBuffer.isView(log?.touchpoint) && ArrayBuffer.isView(log.offsets))) {
    throw new CxError("invalid-option", `${requirer} requires an event log, as eventLog makes it from rows`, log);
  }
}

/**
 * A log of events from any rows: who met the company where, and when. The base of `discover` and `journeyGaps`.
 *
 * Rows may come in any order; events at the same time keep the order of the rows. No row is lost: every row is an event or is
 * counted in `missing` or `invalid`. Duplicates are kept and counted, because only you know whether two clicks are one.
 *
 * @param rows Your rows, walked once.
 * @param options Where the columns are, the zone of local times, and what becomes of invalid rows.
 * @returns The log. Memory: 20 bytes an event, 4 more for each attribute, and the names.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` for a row that cannot be read, with its index, unless
 * `invalid: "exclude"`; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { discover, eventLog } from "cxkit";
 *
 * const rows = [
 *   { who: "ann", page: "cart", time: "2026-05-04T10:02:00Z", device: "phone" },
 *   { who: "ann", page: "search", time: "2026-05-04T10:00:00Z", device: "desktop" },
 *   { who: "bob", page: "search", time: "2026-05-04T11:00:00Z", device: null },
 * ];
 * const log = eventLog(rows, {
 *   customer: (row) => row.who,
 *   touchpoint: (row) => row.page,
 *   at: (row) => row.time,
 *   attributes: { device: (row) => row.device },
 * });
 * log.customers; // => ["ann", "bob"]
 * log.attributes["device"]?.values; // => ["phone", "desktop"]
 * discover(log).transitions; // => [{ from: "search", to: "cart", count: 1, customers: 1, medianSeconds: 120, … }]
 * ```
 */
export function eventLog<Row>(rows: Iterable<Row>, options: EventLogOptions<Row>): EventLog {
  return readLog("eventLog", rows, options);
}
