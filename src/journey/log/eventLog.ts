import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { type Columns, reordered, sortEvents } from "./sortEvents.js";

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
  /** The IANA zone of times without an offset. @defaultValue none: such times are invalid */
  readonly timeZone?: string;
  /** What becomes of a row with a time that is none or an id that is no string. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
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
  /** Events at the very time of another of the same customer; their order is that of the rows. */
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

/** Writes names once and gives their numbers. */
function dictionary(): { readonly names: string[]; readonly codeOf: (name: string) => number } {
  const names: string[] = [];
  const codes = new Map<string, number>();
  return {
    names,
    codeOf: (name) => {
      let code = codes.get(name);
      if (code === undefined) {
        code = names.length;
        codes.set(name, code);
        names.push(name);
      }
      return code;
    },
  };
}

/** A name, or null where the cell is empty. */
function readName(column: string, value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (isMissing(value)) return null;
  throw new CxError("invalid-value", `eventLog requires a string as ${column}`, value);
}

/** Counts events that share their customer and time with an earlier one, and those that share the touchpoint too. */
function countTies(log: Pick<EventLog, "offsets" | "at" | "touchpoint">): { ties: number; duplicates: number } {
  let ties = 0;
  let duplicates = 0;
  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    // The touchpoints at the present moment; only kept where a moment has several events.
    let moment: Set<number> | null = null;
    for (let event = from + 1; event < to; event++) {
      if (log.at[event] !== log.at[event - 1]) {
        moment = null;
        continue;
      }
      const touchpoint = log.touchpoint[event] ?? 0;
      moment ??= new Set([log.touchpoint[event - 1] ?? 0]);
      ties++;
      if (moment.has(touchpoint)) duplicates++;
      moment.add(touchpoint);
    }
  }
  return { ties, duplicates };
}

/**
 * A log of events from any rows: who met the company where, and when. The base of `discover` and `journeyGaps`.
 *
 * Rows may come in any order; events at the same time keep the order of the rows. No row is lost: every row is an event or is
 * counted in `missing` or `invalid`. Duplicates are kept and counted, because only you know whether two clicks are one.
 *
 * @param rows Your rows, walked once.
 * @param options Where the columns are, the zone of local times, and what becomes of invalid rows.
 * @returns The log. Memory: 32 bytes an event, and the names.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` for a row that cannot be read, with its index, unless
 * `invalid: "exclude"`; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { discover, eventLog } from "cxkit";
 *
 * const rows = [
 *   { who: "ann", page: "cart", time: "2026-05-04T10:02:00Z" },
 *   { who: "ann", page: "search", time: "2026-05-04T10:00:00Z" },
 *   { who: "bob", page: "search", time: "2026-05-04T11:00:00Z" },
 * ];
 * const log = eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.page, at: (row) => row.time });
 * log.customers; // => ["ann", "bob"]
 * discover(log).transitions; // => [{ from: "search", to: "cart", count: 1, customers: 1, medianSeconds: 120 }]
 * ```
 */
export function eventLog<Row>(rows: Iterable<Row>, options: EventLogOptions<Row>): EventLog {
  checkOptions("eventLog", options, ["customer", "touchpoint", "at", "channel", "outcome", "timeZone", "invalid"]);
  checkReader("eventLog: customer", options.customer);
  checkReader("eventLog: touchpoint", options.touchpoint);
  checkReader("eventLog: at", options.at);
  const { invalid: policy = "throw" } = options;
  checkChoice("invalid", policy, ["throw", "exclude"]);
  const readTime = timeReader(options.timeZone, "eventLog");
  const [customers, touchpoints, channels, outcomes] = [dictionary(), dictionary(), dictionary(), dictionary()];
  const columns: Columns = { customer: [], touchpoint: [], at: [], channel: [], outcome: [] };
  let missing = 0;
  let invalid = 0;

  const addRow = (row: Row): void => {
    const customer = readName("customer", options.customer(row));
    const touchpoint = readName("touchpoint", options.touchpoint(row));
    const time = options.at(row);
    if (
      customer === null ||
      touchpoint === null ||
      time === null ||
      time === undefined ||
      time === "" ||
      Number.isNaN(time)
    ) {
      missing++;
      return;
    }
    const at = readTime(time);
    const channel = readName("channel", options.channel?.(row));
    const outcome = readName("outcome", options.outcome?.(row));
    columns.customer.push(customers.codeOf(customer));
    columns.touchpoint.push(touchpoints.codeOf(touchpoint));
    columns.at.push(at);
    columns.channel.push(channel === null ? -1 : channels.codeOf(channel));
    columns.outcome.push(outcome === null ? -1 : outcomes.codeOf(outcome));
  };
  eachRow(rows, (row) => {
    try {
      addRow(row);
    } catch (error) {
      if (policy === "throw" || !(error instanceof CxError)) throw error;
      invalid++;
    }
  });

  const { order, offsets, times: at } = sortEvents(columns, customers.names.length);
  const inOrder = (column: readonly number[]): Int32Array => reordered(column, order, new Int32Array(order.length));
  const touchpoint = inOrder(columns.touchpoint);
  return {
    customers: customers.names,
    touchpoints: touchpoints.names,
    channels: channels.names,
    outcomes: outcomes.names,
    offsets,
    touchpoint,
    at,
    channel: inOrder(columns.channel),
    outcome: inOrder(columns.outcome),
    ...countTies({ offsets, at, touchpoint }),
    missing,
    invalid,
  };
}
