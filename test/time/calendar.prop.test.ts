/** The calendar against date-fns with its time zones, an independent implementation. */
import { TZDate } from "@date-fns/tz";
import { formatTime } from "cxkit";
import { startOfDay, startOfMonth, startOfQuarter, startOfWeek, startOfYear } from "date-fns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarUnit, createCalendar } from "../../src/time/calendar.js";

const zones = [
  "UTC",
  "Europe/Oslo",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Asia/Beirut",
  "Pacific/Kiritimati",
] as const;
const units: CalendarUnit[] = ["day", "week", "month", "quarter", "year"];
const weekday = fc.constantFrom(0, 1, 2, 3, 4, 5, 6).map((day) => day as 0 | 1 | 2 | 3 | 4 | 5 | 6);
const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2040, 0, 1) });

describe.each(zones)("the calendar of %s", (timeZone) => {
  test("puts every instant into the one period that holds it, and periods follow on each other", () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), weekday, instants, (unit, weekStartsOn, instant) => {
        const calendar = createCalendar(unit, { timeZone, weekStartsOn });
        const index = calendar.indexOf(instant);
        expect(calendar.startOf(index)).toBeLessThanOrEqual(instant);
        expect(calendar.startOf(index + 1)).toBeGreaterThan(instant);
      }),
      { numRuns: 300 },
    );
  });

  test("begins periods where date-fns does", () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), weekday, instants, (unit, weekStartsOn, instant) => {
        const calendar = createCalendar(unit, { timeZone, weekStartsOn });
        const date = new TZDate(instant, timeZone);
        const wanted = {
          day: startOfDay,
          week: (of: Date) => startOfWeek(of, { weekStartsOn }),
          month: startOfMonth,
          quarter: startOfQuarter,
          year: startOfYear,
        }[unit](date);
        // Where clocks skip midnight, date-fns may answer with an instant of the day before; see the tests below.
        fc.pre(formatTime(wanted.getTime(), timeZone).slice(11, 16) === "00:00");
        expect(new Date(calendar.startOf(calendar.indexOf(instant))).toISOString()).toBe(
          new Date(wanted.getTime()).toISOString(),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test("begins a day without midnight at its first instant", () => {
  // Nepal, 1 January 1986: 00:00 → 00:15. Brazil, 4 November 2018: 00:00 → 01:00.
  for (const [timeZone, first] of [
    ["Asia/Kathmandu", Date.UTC(1985, 11, 31, 18, 30)],
    ["America/Sao_Paulo", Date.UTC(2018, 10, 4, 3)],
  ] as const) {
    const calendar = createCalendar("day", { timeZone });
    expect(calendar.startOf(calendar.indexOf(first))).toBe(first);
    expect(calendar.indexOf(first - 1)).toBe(calendar.indexOf(first) - 1);
  }
});

test("keeps a day in one piece where clocks went back over midnight", () => {
  // Newfoundland, 7 November 2010, 00:01 → 23:01 the day before.
  const calendar = createCalendar("day", { timeZone: "America/St_Johns" });
  const change = Date.UTC(2010, 10, 7, 2, 31);
  const day = calendar.indexOf(change - 1);
  expect(calendar.indexOf(change - 2 * 60_000)).toBe(day - 1);
  for (let minute = 0; minute < 24 * 60; minute++) expect(calendar.indexOf(change + minute * 60_000)).toBe(day);
});

test("knows that Samoa had no 30 December 2011", () => {
  const calendar = createCalendar("day", { timeZone: "Pacific/Apia" });
  const before = calendar.indexOf(Date.UTC(2011, 11, 30, 9, 59));
  expect(calendar.indexOf(Date.UTC(2011, 11, 30, 10))).toBe(before + 2);
  expect(calendar.startOf(before + 1)).toBe(calendar.startOf(before + 2));
});

test.each([
  [() => createCalendar("fortnight" as never), "fortnight"],
  [() => createCalendar("day", { timeZone: "Mars/Phobos" }), "Mars/Phobos"],
  [() => createCalendar("week", { weekStartsOn: 7 as never }), "7"],
])("refuses what is no calendar", (make, value) => {
  expect(make).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  expect(make).toThrowError(value);
});
