import { CxError } from "../error/cxError.js";
import { createZone, dayMs, type Zone } from "./zone.js";

/** A stretch of the calendar. */
export type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

/** Which calendar periods are counted in. */
export interface CalendarOptions {
  /** @defaultValue "UTC" */
  readonly timeZone?: string;
  /** The first day of the week, 0 (Sunday) to 6 (Saturday), as in date-fns. @defaultValue 1, the ISO week */
  readonly weekStartsOn?: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** A calendar that numbers its periods, so that rows can be counted by integers. */
export interface Calendar {
  readonly zone: Zone;
  /** The number of the period that holds an instant. */
  readonly indexOf: (instant: number) => number;
  /** The first instant of a period. */
  readonly startOf: (index: number) => number;
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The number of months since January 1970 of a day since 1 January 1970 (Hinnant, "chrono-compatible low-level date algorithms"). */
function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Months are counted from March, so that the leap day is the last day of a year.
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400 - 1970) * 12 + monthFromMarch + 2;
}

/** The calendar of a unit in a time zone. Throws `invalid-option` for a unit, zone or weekday that is none. */
export function createCalendar(unit: CalendarUnit, options: CalendarOptions = {}): Calendar {
  const { timeZone = "UTC", weekStartsOn = 1 } = options;
  if (!Number.isInteger(weekStartsOn) || weekStartsOn < 0 || weekStartsOn > 6) {
    throw new CxError("invalid-option", "weekStartsOn requires an integer from 0 (Sunday) to 6", weekStartsOn);
  }
  const zone = createZone(timeZone);
  const dayOf = (instant: number): number => Math.floor(zone.toLocal(instant) / dayMs);
  // 1 January 1970 was a Thursday, day 4.
  const weekShift = (4 - weekStartsOn + 7) % 7;
  switch (unit) {
    case "day":
      return { zone, indexOf: dayOf, startOf: (index) => zone.toInstant(index * dayMs) };
    case "week":
      return {
        zone,
        indexOf: (instant) => Math.floor((dayOf(instant) + weekShift) / 7),
        startOf: (index) => zone.toInstant((index * 7 - weekShift) * dayMs),
      };
    case "month":
    case "quarter":
    case "year": {
      const months = monthsIn[unit];
      return {
        zone,
        indexOf: (instant) => Math.floor(monthOfDay(dayOf(instant)) / months),
        startOf: (index) => zone.toInstant(Date.UTC(1970, index * months, 1)),
      };
    }
    default:
      throw new CxError("invalid-option", "a period requires one of day, week, month, quarter, year", unit);
  }
}
