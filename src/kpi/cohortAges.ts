import { CxError } from "../error/cxError.js";
import { type CalendarOptions, type CalendarUnit, createCalendar } from "../time/calendar.js";
import { formatInZone } from "../time/formatTime.js";
import { dayMs } from "../time/zone.js";

/** How the ages of cohorts are counted. */
export interface CohortAges {
  /** What has to be kept of an instant. */
  readonly keyOf: (instant: number) => number;
  /** The age at a key of a customer whose first key is given. */
  readonly ageAt: (key: number, first: number) => number;
  /** How many ages of a customer have fully elapsed before a moment. */
  readonly elapsedAt: (now: number) => (first: number) => number;
  /** The moment up to which data reach whose last key is given. */
  readonly endOf: (last: number) => number;
  /** The number of the calendar period in which a customer began. */
  readonly cohortOf: (first: number) => number;
  /** The beginning of a cohort as an ISO time. */
  readonly startOf: (cohort: number) => string;
  /** Whether a cohort has an age at all: no day is there that the date line swallowed. */
  readonly exists: (cohort: number, age: number) => boolean;
}

const rollingDays: { readonly [unit in CalendarUnit]?: number } = { day: 1, week: 7, month: 30 };

/** Ages in calendar periods, or in stretches of 24-hour days from each customer's first event. */
export function cohortAges(by: CalendarUnit, ages: "calendar" | "rolling", options: CalendarOptions): CohortAges {
  const calendar = createCalendar(by, options);
  const startOf = (cohort: number): string => formatInZone(calendar.startOf(cohort), calendar.zone);
  if (ages === "calendar") {
    return {
      keyOf: calendar.indexOf,
      ageAt: (key, first) => key - first,
      elapsedAt: (now) => {
        const current = calendar.indexOf(now);
        return (first) => current - first;
      },
      endOf: (last) => calendar.startOf(last + 1),
      cohortOf: (first) => first,
      startOf,
      exists: (cohort, age) => by !== "day" || calendar.startOf(cohort + age) < calendar.startOf(cohort + age + 1),
    };
  }
  const days = rollingDays[by];
  if (days === undefined) {
    throw new CxError("invalid-option", "cohortRetention requires rolling ages to be by day, week or month", by);
  }
  const length = days * dayMs;
  return {
    keyOf: (instant) => instant,
    ageAt: (key, first) => Math.floor((key - first) / length),
    elapsedAt: (now) => (first) => Math.floor((now - first) / length),
    endOf: (last) => last,
    cohortOf: calendar.indexOf,
    startOf,
    exists: () => true,
  };
}
