import { CxError } from "../error/cxError.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { dayMs } from "../time/zone.js";
import { type BusinessHours, type ReadBusinessHours, readBusinessHours } from "./businessHours.js";

/** More days are no business hours but a date that is wrong. */
const mostDays = 100_000;

/** The milliseconds of business hours before an instant, counted from some day on. */
function openedBefore({ zone, spans, holidays }: ReadBusinessHours, requirer: string): (instant: number) => number {
  const known = new Map<number, readonly (readonly [from: number, to: number])[]>();
  const opensOn = (day: number): readonly (readonly [from: number, to: number])[] => {
    let found = known.get(day);
    if (found === undefined) {
      // 1 January 1970 was a Thursday.
      const ofDay = holidays.has(day) ? [] : (spans[(((day + 4) % 7) + 7) % 7] ?? []);
      found = ofDay.map(([open, close]) => [zone.toInstant(day * dayMs + open), zone.toInstant(day * dayMs + close)]);
      known.set(day, found);
    }
    return found;
  };
  const opened = (day: number, until: number): number =>
    opensOn(day).reduce((sum, [from, to]) => sum + Math.max(0, Math.min(until, to) - from), 0);
  // Sums over all days from the first one asked for, in both directions.
  let first: number | null = null;
  const [later, earlier] = [[0], [0]];
  const beforeDay = (day: number): number => {
    first ??= day;
    if (Math.abs(day - first) > mostDays) {
      throw new CxError(
        "too-many-periods",
        `${requirer} requires at most 100,000 days (is a date wrong?)`,
        day - first,
      );
    }
    for (let count = later.length; count <= day - first; count++) {
      later.push((later[count - 1] ?? 0) + opened(first + count - 1, Number.POSITIVE_INFINITY));
    }
    for (let count = earlier.length; count <= first - day; count++) {
      earlier.push((earlier[count - 1] ?? 0) - opened(first - count, Number.POSITIVE_INFINITY));
    }
    return (day >= first ? later[day - first] : earlier[first - day]) ?? 0;
  };
  return (instant) => {
    const day = Math.floor(zone.toLocal(instant) / dayMs);
    // Hours past midnight belong to the day before; those of "48:00" end with this one.
    return beforeDay(day - 1) + opened(day - 1, instant) + opened(day, instant);
  };
}

/** A clock that only runs in business hours: milliseconds from one instant to another. */
export function businessClock(
  requirer: string,
  given: BusinessHours | readonly BusinessHours[],
): (from: number, to: number) => number {
  const schedules = readBusinessHours(requirer, given).map((schedule, index, all) => ({
    since: index === 0 ? Number.NEGATIVE_INFINITY : schedule.since,
    until: all[index + 1]?.since ?? Number.POSITIVE_INFINITY,
    before: openedBefore(schedule, requirer),
  }));
  return (from, to) => {
    let sum = 0;
    for (const { since, until, before } of schedules) {
      const [start, end] = [Math.max(from, since), Math.min(to, until)];
      if (start < end) sum += before(end) - before(start);
    }
    return sum;
  };
}

/**
 * How long something took in business hours: nights, weekends and holidays do not count.
 *
 * @param from When it began: a Date, epoch milliseconds or an ISO string.
 * @param to When it ended; not before it began.
 * @param hours The business hours, or several in the order in which they held, each but the first with `since`.
 * @returns Seconds. Right over daylight-saving changes: a shift that a change of clocks makes longer counts for longer.
 * @throws A {@link CxError} `invalid-option` for hours that are none, `invalid-time` for a time that is none (one without an offset is
 * read in the time zone of the hours), `invalid-value` where the end is before the beginning, `too-many-periods` beyond 100,000 days.
 *
 * @example
 * ```ts
 * import { businessSeconds } from "cxkit";
 *
 * const nineToFive = [["09:00", "17:00"]] as const;
 * const hours = {
 *   timeZone: "Europe/Oslo",
 *   hours: { monday: nineToFive, tuesday: nineToFive, wednesday: nineToFive, thursday: nineToFive, friday: nineToFive },
 *   holidays: ["2026-12-25"],
 * };
 * // From Thursday at 16:00 to Monday at 10:00, with Christmas on the Friday: an hour on each side.
 * businessSeconds("2026-12-24T16:00:00+01:00", "2026-12-28T10:00:00+01:00", hours); // => 7200
 * ```
 */
export function businessSeconds(
  from: TimeInput,
  to: TimeInput,
  hours: BusinessHours | readonly BusinessHours[],
): number {
  const clock = businessClock("businessSeconds", hours);
  const zone = (Array.isArray(hours) ? hours[0] : hours) as BusinessHours;
  const readTime = timeReader(zone.timeZone, "businessSeconds");
  const [start, end] = [readTime(from), readTime(to)];
  if (end < start) {
    throw new CxError("invalid-value", "businessSeconds requires an end that is not before its beginning", to);
  }
  return clock(start, end) / 1000;
}
