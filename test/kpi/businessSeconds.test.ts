import { type BusinessHours, businessSeconds, compare, duration, durationMetric, measure } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const nineToFive = [["09:00", "17:00"]] as const;
const week = {
  monday: nineToFive,
  tuesday: nineToFive,
  wednesday: nineToFive,
  thursday: nineToFive,
  friday: nineToFive,
};
const oslo: BusinessHours = { timeZone: "Europe/Oslo", hours: week };
const always = Object.fromEntries(
  ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"].map((day) => [
    day,
    [["00:00", "24:00"]],
  ]),
) as BusinessHours["hours"];
const hour = 3600;

describe("businessSeconds", () => {
  test("is 960.1333 minutes over a change of schedules, and 690.1333 by the last alone (Zendesk ticket 941606)", () => {
    // fivetran/dbt_zendesk, DECISIONLOG: created at 17:01:38, first reply at 19:01:46 the day after, schedules changed at 19:01:25.
    // The minutes printed there, 959.46 and 689.46, are rounded on the way.
    const [created, changed, reply] = ["2020-09-29T17:01:38Z", "2020-09-30T19:01:25Z", "2020-09-30T19:01:46Z"];
    const daily = (open: string, close: string): BusinessHours["hours"] => ({
      monday: [[open, close]],
      tuesday: [[open, close]],
      wednesday: [[open, close]],
    });
    const level1 = { timeZone: "UTC", hours: daily("12:00", "26:00") };
    const level2 = { timeZone: "UTC", hours: daily("15:00", "24:30") };
    expect(businessSeconds(created, reply, [level1, { ...level2, since: changed }]) / 60).toBeCloseTo(960.1333, 4);
    expect(businessSeconds(created, reply, level2) / 60).toBeCloseTo(690.1333, 4);
  });

  test("counts no night, weekend or holiday", () => {
    expect(businessSeconds("2026-03-06T16:00+01:00", "2026-03-09T10:00+01:00", oslo)).toBe(2 * hour);
    expect(businessSeconds("2026-03-07T10:00+01:00", "2026-03-08T20:00+01:00", oslo)).toBe(0);
    const holidays = ["2026-12-25"];
    expect(businessSeconds("2026-12-24", "2026-12-29", { ...oslo, holidays })).toBe(16 * hour);
    expect(businessSeconds("2026-12-24", "2026-12-29", oslo)).toBe(24 * hour);
    const lunch = {
      timeZone: "UTC",
      hours: {
        monday: [
          ["08:00", "12:00"],
          ["13:00", "17:00"],
        ],
      },
    } as const;
    expect(businessSeconds("2026-03-09T11:30Z", "2026-03-09T14:00Z", lunch)).toBe(1.5 * hour);
  });

  test("goes by the clocks of its zone, also where they change", () => {
    // Nine to five in Oslo begins at 08:00 UTC in winter and at 07:00 in summer.
    expect(businessSeconds("2026-03-27T00:00Z", "2026-03-27T08:30Z", oslo)).toBe(hour / 2);
    expect(businessSeconds("2026-03-30T00:00Z", "2026-03-30T07:30Z", oslo)).toBe(hour / 2);
    // The night in which clocks go forward has an hour less, that in which they go back one more.
    const open = { timeZone: "Europe/Oslo", hours: always };
    expect(businessSeconds("2026-03-29", "2026-03-30", open)).toBe(23 * hour);
    expect(businessSeconds("2026-10-25", "2026-10-26", open)).toBe(25 * hour);
    const shift = { timeZone: "Europe/Oslo", hours: { saturday: [["22:00", "30:00"]] } } as const;
    expect(businessSeconds("2026-03-28", "2026-03-30", shift)).toBe(7 * hour);
  });

  test("open all hours is the time that went by, whatever the zone", () => {
    const zones = fc.constantFrom("UTC", "Europe/Oslo", "America/St_Johns", "Australia/Lord_Howe", "America/Sao_Paulo");
    const time = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(zones, time, fc.integer({ min: 0, max: 400 * 86_400_000 }), (timeZone, from, length) => {
        expect(businessSeconds(from, from + length, { timeZone, hours: always })).toBeCloseTo(length / 1000, 6);
      }),
    );
  });

  test("adds up, never falls, and agrees with a count quarter by quarter of an hour", () => {
    const quarter = 900_000;
    const spans = fc.array(fc.tuple(fc.nat(95), fc.integer({ min: 1, max: 40 })), { maxLength: 1 });
    const text = (quarters: number): string =>
      `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
    const hours = fc.tuple(spans, spans, spans).map(([a, b, c]) => {
      const of = (some: [number, number][]) => some.map(([open, length]) => [text(open), text(open + length)] as const);
      return { monday: of(a), wednesday: of(b), friday: of(c) };
    });
    const start = Date.UTC(2026, 2, 2);
    const at = fc.nat(4 * 24 * 21).map((index) => start + index * quarter);
    const names = ["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"] as const;
    const clock = (one: string): number => Number(one.slice(0, 2)) * 60 + Number(one.slice(3));
    fc.assert(
      fc.property(hours, at, at, at, (some, ...times) => {
        fc.pre(Object.values(some).some((ofDay) => ofDay.length > 0));
        const schedule: BusinessHours = { timeZone: "UTC", hours: some, holidays: ["2026-03-09"] };
        const [a = 0, b = 0, c = 0] = times.sort((x, y) => x - y);
        const isOpen = (instant: number): boolean =>
          [0, 1].some((back) => {
            const day = Math.floor(instant / 86_400_000) - back;
            if (day === Date.UTC(2026, 2, 9) / 86_400_000) return false;
            const minutes = (instant - day * 86_400_000) / 60_000;
            const ofDay = schedule.hours[names[day % 7] ?? "sunday"] ?? [];
            return ofDay.some(([open, close]) => clock(open) <= minutes && minutes < clock(close));
          });
        let open = 0;
        for (let instant = a; instant < c; instant += quarter) if (isOpen(instant)) open += quarter / 1000;
        expect(businessSeconds(a, c, schedule)).toBe(open);
        expect(businessSeconds(a, b, schedule) + businessSeconds(b, c, schedule)).toBe(open);
      }),
    );
  });

  test("reads times without an offset in the zone of the hours", () => {
    expect(businessSeconds("2026-03-09T08:30", "2026-03-09 09:30", oslo)).toBe(hour / 2);
  });

  test.each([
    { timeZone: "Europe/Nowhere", hours: week },
    { timeZone: "UTC" },
    { timeZone: "UTC", hours: {} },
    { timeZone: "UTC", hours: { monday: [] } },
    { timeZone: "UTC", hours: { monday: ["09:00", "17:00"] } },
    { timeZone: "UTC", hours: { monday: [["9:00", "17:00"]] } },
    { timeZone: "UTC", hours: { monday: [["09:00", "49:00"]] } },
    { timeZone: "UTC", hours: { monday: [["17:00", "09:00"]] } },
    {
      timeZone: "UTC",
      hours: {
        monday: [
          ["09:00", "12:00"],
          ["11:00", "17:00"],
        ],
      },
    },
    { timeZone: "UTC", hours: { monday: [["09:00", "30:00"]], tuesday: [["05:00", "06:00"]] } },
    { timeZone: "UTC", hours: { saturday: [["20:00", "40:00"]], sunday: [["10:00", "11:00"]] } },
    { timeZone: "UTC", hours: { Monday: nineToFive } },
    { timeZone: "UTC", hours: week, holidays: ["25.12.2026"] },
    { timeZone: "UTC", hours: week, holidays: "2026-12-25" },
    { timeZone: "UTC", hours: week, holiday: [] },
    [],
    [
      { timeZone: "UTC", hours: week },
      { timeZone: "UTC", hours: week },
    ],
    "nine to five",
    null,
  ])("refuses %j as hours, before any row is read", (hours) => {
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => businessSeconds(0, 1, hours as never)).toThrowError(wrong);
    expect(() => durationMetric(() => 1, { businessHours: hours as never })).toThrowError(wrong);
  });

  test("refuses a holiday that is no day, an end before its beginning, and a date that must be wrong", () => {
    const code = (wanted: string) => expect.objectContaining({ code: wanted });
    expect(() => businessSeconds(0, 1, { ...oslo, holidays: ["2026-02-30"] })).toThrowError(code("invalid-time"));
    expect(() => businessSeconds(1, 0, oslo)).toThrowError(code("invalid-value"));
    expect(() => businessSeconds("1226-01-01", "2026-01-01", oslo)).toThrowError(code("too-many-periods"));
  });
});

describe("duration in business hours", () => {
  const rows = [
    { from: "2026-03-06T16:00+01:00", to: "2026-03-09T10:00+01:00" },
    { from: "2026-03-09T10:00+01:00", to: "2026-03-09T10:30+01:00" },
    { from: "2026-03-09T16:30+01:00", to: null },
  ];
  const options = { businessHours: oslo, targetSeconds: hour, now: "2026-03-10T09:15+01:00" } as const;
  const { businessHours: _hours, ...allHours } = options;

  test("tells what customers waited while somebody was there, also of what is open", () => {
    const found = duration(rows, options);
    expect(found).toMatchObject({ n: 3, open: 1, withinTarget: { met: 1, breached: 1, notDue: 1 } });
    expect(duration(rows.slice(0, 2), options)).toMatchObject({ meanSeconds: 1.25 * hour, medianSeconds: 1.25 * hour });
    expect(duration(rows, allHours).withinTarget).toMatchObject({ breached: 2 });
  });

  test("is measured otherwise than by all hours, or by other hours", () => {
    const [business, calendar] = [duration(rows, options), duration(rows, allHours)];
    expect(() => compare(business, calendar)).toThrowError(/businessHours/);
    const other = duration(rows, { ...options, businessHours: { ...oslo, holidays: ["2026-03-09"] } });
    expect(() => compare(business, other)).toThrowError(/businessHours/);
    expect(compare(business, duration(rows, options)).difference).toBe(0);
  });

  test("leaves lengths that are given in seconds as they are", () => {
    expect(
      measure(
        [30, 90],
        durationMetric((row: number) => row, { businessHours: oslo }),
      ).value,
    ).toBe(60);
  });
});
