import fc from "fast-check";
import { expect, test } from "vitest";
import { periodReader, startReader } from "../../src/metric/periodReader.js";
import { type CalendarUnit, createCalendar } from "../../src/time/calendar.js";

// Clocks that change at night, at midnight, by half an hour, over the date line, and at 19th-century local mean times.
const zones = [
  "UTC",
  "Europe/Oslo",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kwajalein",
  "Africa/Monrovia",
];
const units: CalendarUnit[] = ["day", "week", "month", "quarter", "year"];

test.each(zones)("in %s every time falls into the period that the calendar says", (timeZone) => {
  for (const every of units) {
    const calendar = createCalendar(every, { timeZone });
    const read = periodReader("perPeriod", (time: number) => time, calendar, timeZone)((index) => index);
    // Also times just before and after a period starts, and days that share a place in what is remembered.
    const times = fc.oneof(
      fc.integer({ min: Date.UTC(1880, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc
        .tuple(fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2030, 0, 1) }), fc.integer({ min: -2, max: 2 }))
        .map(([time, shift]) => calendar.startOf(calendar.indexOf(time)) + shift),
      fc.integer({ min: 0, max: 3 }).map((turn) => Date.UTC(2011, 11, 30, 12) + turn * 4096 * 86_400_000),
    );
    fc.assert(
      fc.property(fc.array(times, { minLength: 1 }), (all) => {
        for (const time of all) expect(read(time)).toBe(calendar.indexOf(time));
      }),
      { numRuns: 40 },
    );
  }
});

test("a Date, a number and an ISO string of one time fall into one period; without a time there is none", () => {
  const calendar = createCalendar("week");
  const read = periodReader("perPeriod", (time: Date | number | string | null) => time, calendar, undefined)(String);
  const at = Date.UTC(2026, 2, 29, 8, 30);
  const week = String(calendar.indexOf(at));
  for (const time of [at, new Date(at), new Date(at).toISOString()]) {
    expect(read(time)).toBe(week);
    expect(read(time)).toBe(week);
  }
  for (const none of [null, Number.NaN]) expect(read(none)).toBeNull();
  for (const wrong of [new Date("no date"), Number.POSITIVE_INFINITY, 1e300, "soon"]) {
    expect(() => read(wrong)).toThrow("perPeriod requires");
  }
});

test("the start of a period is the same however often it is asked for", () => {
  const startOf = startReader(createCalendar("month", { timeZone: "Europe/Oslo" }));
  const start = { instant: Date.UTC(2026, 1, 28, 23), text: "2026-03-01T00:00:00+01:00" };
  for (const _ of [1, 2]) expect(startOf((2026 - 1970) * 12 + 2)).toEqual(start);
});
