import { groupBy, measure, type Period, perPeriod, rateMetric, rolling } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

type Row = { at: string | number | Date | null | undefined };
const count = rateMetric((_row: Row) => true);
const at = (row: Row) => row.at;
const rows = (...times: Row["at"][]): Row[] => times.map((time) => ({ at: time }));
const shown = (periods: Period<{ n: number }>[]) => periods.map(({ start, end, result }) => [start, end, result.n]);
const zones = [
  "UTC",
  "Europe/Oslo",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "America/St_Johns",
  "Australia/Lord_Howe",
] as const;
const units = ["day", "week", "month", "quarter", "year"] as const;

describe("perPeriod", () => {
  test("leaves no period out between the first row and the last", () => {
    const metric = perPeriod({ at, every: "month" }, count);
    expect(shown(measure(rows("2026-04-05", "2026-01-31T23:59:59Z"), metric))).toEqual([
      ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", 1],
      ["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", 0],
      ["2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", 0],
      ["2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z", 1],
    ]);
  });

  test("counts by the calendar of the zone, over a change of clocks", () => {
    const metric = perPeriod({ at, every: "day", timeZone: "Europe/Oslo" }, count);
    const times = rows("2026-03-28T23:30:00Z", "2026-03-29T21:59:00Z", "2026-03-29T22:00:00Z");
    expect(shown(measure(times, metric))).toEqual([
      ["2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 2],
      ["2026-03-30T00:00:00+02:00", "2026-03-31T00:00:00+02:00", 1],
    ]);
  });

  test("knows ISO weeks, and weeks that start on any day", () => {
    // 2026-01-04 is a Sunday.
    const week = (weekStartsOn: 0 | 1 | 6) =>
      measure(rows("2026-01-04"), perPeriod({ at, every: "week", weekStartsOn }, count))[0]?.start;
    expect(week(1)).toBe("2025-12-29T00:00:00Z");
    expect(week(0)).toBe("2026-01-04T00:00:00Z");
    expect(week(6)).toBe("2026-01-03T00:00:00Z");
  });

  test("shows the whole range that was asked for, and loses no row outside it", () => {
    const metric = perPeriod({ at, every: "quarter", from: "2026-02-01", to: "2026-07-01" }, count);
    expect(shown(measure(rows("2025-12-31", "2026-07-01", null, "2026-05-05", undefined, Number.NaN), metric))).toEqual(
      [
        [null, "2026-01-01T00:00:00Z", 1],
        ["2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z", 0],
        ["2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z", 1],
        ["2026-07-01T00:00:00Z", null, 1],
        [null, null, 3],
      ],
    );
    expect(shown(measure([], metric))).toHaveLength(2);
  });

  test("takes one end of a range without the other", () => {
    expect(
      shown(measure(rows("2026-03-01"), perPeriod({ at, every: "month", from: "2026-02-01" }, count))),
    ).toHaveLength(2);
    expect(shown(measure(rows("2026-03-01"), perPeriod({ at, every: "month", to: "2026-06-01" }, count)))).toHaveLength(
      3,
    );
    expect(shown(measure([], perPeriod({ at, every: "month", from: "2026-02-01" }, count)))).toHaveLength(1);
  });

  test("leaves out the day that Samoa never had", () => {
    const metric = perPeriod({ at, every: "day", timeZone: "Pacific/Apia" }, count);
    expect(measure(rows("2011-12-29", "2011-12-31"), metric).map(({ start }) => start?.slice(0, 10))).toEqual([
      "2011-12-29",
      "2011-12-31",
    ]);
  });

  test("reads local times in its zone, and refuses them without one", () => {
    const local = rows("2026-01-01T00:30:00");
    expect(measure(local, perPeriod({ at, every: "year", timeZone: "Asia/Tokyo" }, count))[0]?.start).toBe(
      "2026-01-01T00:00:00+09:00",
    );
    expect(() => measure(local, perPeriod({ at, every: "year" }, count))).toThrowError(
      expect.objectContaining({ code: "invalid-time", row: 0 }),
    );
  });

  test("refuses a date that is none, with its row", () => {
    for (const wrong of ["soon", new Date(Number.NaN), 1e99]) {
      expect(() => measure(rows("2026-01-01", wrong), perPeriod({ at, every: "day" }, count))).toThrowError(
        expect.objectContaining({ code: "invalid-time", row: 1 }),
      );
    }
  });

  test("stops where a stray date would make endless empty periods", () => {
    const metric = perPeriod({ at, every: "day" }, count);
    expect(() => measure(rows("1000-01-01", "2026-01-01"), metric)).toThrowError(
      expect.objectContaining({ code: "too-many-periods" }),
    );
    const bounded = perPeriod({ at, every: "day", from: "2026-01-01" }, count);
    expect(shown(measure(rows("1000-01-01", "2026-01-01"), bounded))[0]).toEqual([null, "2026-01-01T00:00:00Z", 1]);
  });

  test("refuses wrong options at once", () => {
    for (const options of [
      { every: "hour" },
      { every: "day", timeZone: "Nowhere" },
      { every: "week", weekStartsOn: 8 },
      { every: "day", from: "2026-02-01", to: "2026-01-01" },
      { every: "day", zone: "UTC" },
    ]) {
      expect(() => perPeriod({ at, ...options } as never, count)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("puts every row into the one period that holds it, in any zone", () => {
    const instants = fc.array(fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2013, 0) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), fc.constantFrom(...units), (times, timeZone, every) => {
        const periods = measure(rows(...times), perPeriod({ at, every, timeZone }, count));
        periods.forEach(({ start, end, result }, index) => {
          const [from, to] = [Date.parse(start ?? ""), Date.parse(end ?? "")];
          expect(to).toBeGreaterThan(from);
          expect(result.n).toBe(times.filter((time) => time >= from && time < to).length);
          if (index > 0) expect(start).toBe(periods[index - 1]?.end);
        });
        expect(periods.reduce((sum, { result }) => sum + result.n, 0)).toBe(times.length);
      }),
      { numRuns: 60 },
    );
  });
});

const someTimes = fc.array(
  fc.record({ at: fc.option(fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 5) }), { nil: null }) }),
  { maxLength: 12 },
);

describe("perPeriod with minimumN", () => {
  const months = (...sizes: number[]): Row[] =>
    sizes.flatMap((size, month) => new Array<Row>(size).fill({ at: Date.UTC(2026, month, 15) }));
  const every = { at, every: "month" } as const;
  const shownOf = (all: Row[], minimumN: number) =>
    measure(all, perPeriod({ ...every, minimumN }, count)).map(({ result }) => result.n);

  test("hides a month of few answers, and the next-smallest that would tell it from the year", () => {
    expect(shownOf(months(20, 3, 9, 12), 5)).toEqual([20, null, null, 12]);
    expect(shownOf(months(20, 5, 9, 12), 5)).toEqual([20, 5, 9, 12]);
    const [january, february] = measure(months(20, 3, 9), perPeriod({ ...every, minimumN: 5 }, count));
    expect(february).toMatchObject({
      start: "2026-02-01T00:00:00Z",
      end: "2026-03-01T00:00:00Z",
      result: { suppressed: true, value: null, n: null, interval: null },
    });
    expect(january).toEqual(measure(months(20, 3, 9), perPeriod(every, count))[0]);
  });

  test("counts the rows without a time as a part too, and hides a month without answers like any of few", () => {
    expect(shownOf([...months(20, 3), { at: null }, ...new Array<Row>(8).fill({ at: null })], 5)).toEqual([
      20,
      null,
      null,
    ]);
    expect(shownOf(months(9, 0, 9), 5)).toEqual([9, null, 9]);
  });

  test("hides within months too, and takes no wrong number", () => {
    const answers = [
      ...new Array(6).fill({ at: "2026-01-05", team: "a" }),
      ...new Array(2).fill({ at: "2026-01-05", team: "b" }),
      ...new Array(9).fill({ at: "2026-01-05", team: "c" }),
    ] as { at: string; team: string }[];
    const nested = perPeriod(
      { at: (row: (typeof answers)[0]) => row.at, every: "month", minimumN: 5 },
      groupBy(
        (row) => row.team,
        rateMetric(() => true),
      ),
    );
    expect(measure(answers, nested)[0]?.result.map(({ result }) => result.n)).toEqual([null, null, 9]);
    expect(() => perPeriod({ ...every, minimumN: -1 }, count)).toThrowError(/perPeriod requires minimumN/);
    expect(() => rolling({ at, days: 7, minimumN: 5 } as never, count)).toThrowError(/an option of rolling/);
  });
});

describe("perPeriod keeps the laws of a metric", () => {
  metricLaws(perPeriod({ at, every: "week", minimumN: 2 }, count), someTimes);
  metricLaws(perPeriod({ at, every: "week", timeZone: "America/Sao_Paulo" }, count), someTimes);
});
