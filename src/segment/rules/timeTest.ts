import { isMissing } from "../../error/isMissing.js";
import type { FieldCondition } from "../../model/condition.js";
import { type Calendar, createCalendar } from "../../time/calendar.js";
import { instantReader } from "../../time/parseTime.js";
import { dayMs } from "../../time/zone.js";
import type { ValueTest } from "./valueTest.js";

type DayOperator = "withinLastDays" | "moreThanDaysAgo" | "withinNextDays" | "moreThanDaysAhead";

/** What times are read and counted with in one zone; where there is none, as in UTC but times need an offset. */
interface ZoneReader {
  readonly read: (value: unknown) => number | string;
  readonly days: Calendar;
}

/** The reader of a zone, made once for each; throws a `CxError` for a zone that is none. */
export type ZoneReaders = (timeZone: string | undefined) => ZoneReader;

/** Readers for the zones of some rules: to make one costs as much as to read a thousand times. */
export function zoneReaders(): ZoneReaders {
  const readers = new Map<string | undefined, ZoneReader>();
  return (timeZone) => {
    let reader = readers.get(timeZone);
    if (reader === undefined) {
      const days = createCalendar("day", timeZone === undefined ? {} : { timeZone });
      reader = { read: instantReader(timeZone), days };
      readers.set(timeZone, reader);
    }
    return reader;
  };
}

/** A comparison of times; its value and its zone have been checked to be such. */
export interface TimeComparison extends Pick<FieldCondition, "op" | "value"> {
  /** The zone of the condition. */
  readonly timeZone: string | undefined;
  /** The zone of the data, where the condition has none. */
  readonly dataZone: string | undefined;
  readonly zones: ZoneReaders;
  /** Whether the last days end now, not with the day, where days are those of a calendar. */
  readonly untilNow?: boolean;
}

/** The test of an operator about time. */
export function timeTest({ op, value, timeZone, dataZone, zones, untilNow = false }: TimeComparison): ValueTest {
  const { read, days } = zones(timeZone ?? dataZone);
  const isFixed = op === "before" || op === "after";
  const turns = isFixed ? turnsOf(value as string, read, days) : [];
  const holds = isFixed
    ? fixedTest(op, turns)
    : dayTest(op as DayOperator, value as number, timeZone === undefined ? null : days, untilNow);
  return {
    holds: (seen, now) => {
      if (isMissing(seen)) return false;
      const instant = read(seen);
      return typeof instant === "number" && holds(instant, now);
    },
    fits: (seen) => typeof read(seen) === "number",
    turns,
  };
}

/** The instant that a text names; of a date alone, where that day begins and where it ends. */
function turnsOf(value: string, read: ZoneReader["read"], { indexOf, startOf }: Calendar): number[] {
  const start = read(value) as number;
  return value.length > 10 ? [start] : [start, startOf(indexOf(start) + 1)];
}

function fixedTest(op: "before" | "after", [start = 0, end]: readonly number[]): (instant: number) => boolean {
  if (op === "before") return (instant) => instant < start;
  return end === undefined ? (instant) => instant > start : (instant) => instant >= end;
}

/** So many days from now: spans of 24 hours, or days of a calendar, of which today is the first. */
function dayTest(
  op: DayOperator,
  days: number,
  calendar: Calendar | null,
  untilNow: boolean,
): (instant: number, now: number) => boolean {
  const sign = op === "withinLastDays" || op === "moreThanDaysAgo" ? -1 : 1;
  const within = op === "withinLastDays" || op === "withinNextDays";
  // The bounds are those of one now, which is the same for all customers of a run.
  let boundsOf = Number.NaN;
  let [from, to] = [0, 0];
  return (instant, now) => {
    if (now !== boundsOf) {
      boundsOf = now;
      [from, to] = boundsOfDays(sign * days, now, calendar);
    }
    if (untilNow && instant > now) return false;
    const beforeEnd = calendar === null ? instant <= to : instant < to;
    if (within) return instant >= from && beforeEnd;
    return sign < 0 ? instant < from : !beforeEnd;
  };
}

/** The stretch from now to so many days after it, or from so many days before; its end is exclusive by the calendar. */
function boundsOfDays(days: number, now: number, calendar: Calendar | null): [from: number, to: number] {
  const [first, last] = days < 0 ? [days, 0] : [0, days];
  if (calendar === null) return [now + first * dayMs, now + last * dayMs];
  const today = calendar.indexOf(now);
  return [calendar.startOf(today + first), calendar.startOf(today + last + 1)];
}
