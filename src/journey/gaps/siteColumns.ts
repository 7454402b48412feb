import { createCalendar } from "../../time/calendar.js";
import { formatInZone } from "../../time/formatTime.js";
import { dayMs } from "../../time/zone.js";
import type { AttributeColumn, EventLog } from "../log/eventLog.js";

/** A column by which the events of a log can be told apart. */
export interface SiteColumn extends AttributeColumn {
  readonly name: string;
}

/** What is known of where and when the events of a log are. */
export interface SiteColumns {
  readonly columns: readonly SiteColumn[];
  /** Per event, the number of its week (or day), from 0; null where the log is too short to tell. */
  readonly periods: Int32Array | null;
  /** How many periods the log covers. */
  readonly periodCount: number;
  /** When a period begins, an ISO time. */
  readonly startOf: (period: number) => string;
}

/** Fewer periods than this are not told apart. */
const fewestPeriods = 6;

/** A customer whose value is not known at an event has the one known last before it, or else the first known after. */
function filled({ values, codes }: AttributeColumn, offsets: Int32Array): AttributeColumn {
  const known = codes.slice();
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const [from, to] = [offsets[customer] ?? 0, offsets[customer + 1] ?? 0];
    let last = codes.subarray(from, to).find((code) => code >= 0) ?? -1;
    for (let event = from; event < to; event++) {
      const code = codes[event] ?? -1;
      if (code >= 0) last = code;
      known[event] = last;
    }
  }
  return { values, codes: known };
}

/** Reads where and when events are: by channel, by every attribute of the log, and by week (by day in a log of less than six weeks). */
export function siteColumns(log: EventLog, timeZone: string | undefined): SiteColumns {
  const named: [string, AttributeColumn][] = [
    ["channel", { values: log.channels, codes: log.channel }],
    ...Object.entries(log.attributes),
  ];
  const columns = named
    .filter(([, { values }]) => values.length > 1)
    .map(([name, column]) => ({ name, ...filled(column, log.offsets) }));
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const at of log.at) {
    if (at < start) start = at;
    if (at > end) end = at;
  }
  const unit = end - start >= fewestPeriods * 7 * dayMs ? "week" : "day";
  const calendar = createCalendar(unit, timeZone === undefined ? {} : { timeZone });
  const first = log.at.length === 0 ? 0 : calendar.indexOf(start);
  const periodCount = log.at.length === 0 ? 0 : calendar.indexOf(end) - first + 1;
  const told = periodCount >= fewestPeriods && periodCount <= 10_000;
  return {
    columns,
    periods: told ? Int32Array.from(log.at, (at) => calendar.indexOf(at) - first) : null,
    periodCount,
    startOf: (period) => formatInZone(calendar.startOf(first + period), calendar.zone),
  };
}
