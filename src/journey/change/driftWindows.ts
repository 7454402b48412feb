import { CxError } from "../../error/cxError.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { type CalendarOptions, type CalendarUnit, createCalendar } from "../../time/calendar.js";
import { formatInZone } from "../../time/formatTime.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { createZone, dayMs } from "../../time/zone.js";
import { beginTogether } from "../log/beginTogether.js";
import type { EventLog } from "../log/eventLog.js";
import { endOfEvents, type Observation } from "../log/observation.js";

/** Which windows customers fall into. */
export interface WindowOptions extends CalendarOptions {
  readonly every: CalendarUnit;
  readonly windows: readonly TimeInput[] | undefined;
  readonly from: TimeInput | undefined;
  readonly within: number | undefined;
}

/** The windows, and the customers of each. */
export interface DriftWindows {
  /** The bounds: one more than there are windows; each the end of one and the start of the next. */
  readonly bounds: readonly string[];
  /** Per customer the number of the window, or −1. */
  readonly windowOf: Int32Array;
  /** Milliseconds that each customer is looked at. */
  readonly within: number;
  readonly open: number;
  readonly outside: number;
}

/** More would be no picture of a journey, and much memory. */
const mostWindows = 5000;
const shortest = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

function checkBounds(windows: readonly TimeInput[], timeZone: string | undefined): number[] {
  const refuse = (received: unknown): never => {
    throw new CxError(
      "invalid-option",
      "driftOverTime requires windows to be a list of at least two rising times",
      received,
    );
  };
  if (!Array.isArray(windows) || windows.length < 2) refuse(windows);
  const bounds = Array.from(windows, timeReader(timeZone, "driftOverTime: windows"));
  bounds.forEach((bound, index) => {
    if (index > 0 && bound <= (bounds[index - 1] as number)) refuse(windows[index]);
  });
  return bounds;
}

/** The time within which nearly all customers have done what they will do, in milliseconds; null without customers. */
function usualLength(log: EventLog, observation: Observation): number | null {
  const { offsets, at } = log;
  const lengths = new Float64Array(log.customers.length).map((_, customer) => {
    const [from, to] = [offsets[customer] as number, endOfEvents(log, customer, observation)];
    return to > from ? (at[to - 1] as number) - (at[from] as number) : 0;
  });
  return lengths.length === 0 ? null : quantileOfSorted(lengths.sort(), 0.95, 1);
}

/**
 * From when on customers are seen from their beginning: one usual journey after the log's own. A log that half of the customers begin
 * together is seen from its beginning; where a journey takes more than half of the log, nobody can tell.
 */
function seenFrom(log: EventLog, usual: number | null, end: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const event of log.offsets.subarray(0, -1)) first = Math.min(first, log.at[event] as number);
  const isUnknown = usual === null || 2 * usual > end - first;
  return isUnknown || beginTogether(log, first, end) ? Number.NEGATIVE_INFINITY : first + usual;
}

/** Puts each customer into the window of their first event, if they were seen for long enough. */
export function driftWindows(log: EventLog, options: WindowOptions, observation: Observation): DriftWindows {
  const { end, given } = observation;
  const { every, timeZone = "UTC" } = options;
  const calendar = createCalendar(every, options);
  const zone = createZone(timeZone);
  const fixed = options.windows === undefined ? null : checkBounds(options.windows, options.timeZone);
  const length =
    fixed === null
      ? shortest[every] * dayMs
      : fixed
          .slice(1)
          .reduce((least, bound, index) => Math.min(least, bound - (fixed[index] as number)), Number.POSITIVE_INFINITY);
  const usual = usualLength(log, observation);
  const within = options.within ?? Math.min(length, usual ?? length);
  const whole = fixed === null ? seenFrom(log, usual, end) : Number.NEGATIVE_INFINITY;
  const from = options.from === undefined ? whole : timeReader(options.timeZone, "driftOverTime")(options.from);

  const starts = new Float64Array(log.customers.length).fill(Number.NaN);
  let [open, outside, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  starts.forEach((_, customer) => {
    const event = log.offsets[customer] as number;
    if (event === log.offsets[customer + 1]) return;
    const start = log.at[event] as number;
    if (
      start < from ||
      (given && start >= end) ||
      (fixed !== null && (start < (fixed[0] ?? 0) || start >= (fixed.at(-1) ?? 0)))
    ) {
      outside++;
    } else if (start + within > end) open++;
    else {
      starts[customer] = start;
      first = Math.min(first, start);
      last = Math.max(last, start);
    }
  });

  const bounds = fixed ?? [];
  const lowest = first > last ? 0 : calendar.indexOf(first);
  if (fixed === null && first <= last) {
    const count = calendar.indexOf(last) - lowest + 1;
    if (count > mostWindows) {
      throw new CxError("too-many-periods", `driftOverTime requires at most ${mostWindows} windows`, count);
    }
    for (let index = 0; index <= count; index++) bounds.push(calendar.startOf(lowest + index));
  }
  /** The last bound that is not after an instant, by halving. */
  const search = (instant: number): number => {
    let [low, high] = [0, bounds.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] as number) <= instant) low = middle;
      else high = middle;
    }
    return low;
  };
  const windowOf = Int32Array.from(starts, (start) =>
    Number.isNaN(start) ? -1 : fixed === null ? calendar.indexOf(start) - lowest : search(start),
  );
  return { bounds: bounds.map((bound) => formatInZone(bound, zone)), windowOf, within, open, outside };
}
