import { measure, type Period, perPeriod, rateMetric, rolling } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

type Row = { at: string | number | Date | null | undefined };
const count = rateMetric((_row: Row) => true);
const at = (row: Row) => row.at;
const rows = (...times: Row["at"][]): Row[] => times.map((time) => ({ at: time }));
const shown = (periods: Period<{ n: number }>[]) => periods.map(({ start, end, result }) => [start, end, result.n]);

const someTimes = fc.array(
  fc.record({ at: fc.option(fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 5) }), { nil: null }) }),
  { maxLength: 12 },
);

describe("rolling", () => {
  test("counts every window of days that ends with a step", () => {
    const metric = rolling({ at, days: 3 }, count);
    expect(shown(measure(rows("2026-01-01", "2026-01-02", "2026-01-05", null), metric))).toEqual([
      ["2025-12-30T00:00:00Z", "2026-01-02T00:00:00Z", 1],
      ["2025-12-31T00:00:00Z", "2026-01-03T00:00:00Z", 2],
      ["2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z", 2],
      ["2026-01-02T00:00:00Z", "2026-01-05T00:00:00Z", 1],
      ["2026-01-03T00:00:00Z", "2026-01-06T00:00:00Z", 1],
      [null, null, 1],
    ]);
  });

  test("loses no row at the date line", () => {
    const days = rows("2011-12-28", "2011-12-29", "2011-12-31");
    const windows = measure(days, rolling({ at, days: 1, timeZone: "Pacific/Apia" }, count));
    expect(windows).toEqual(measure(days, perPeriod({ at, every: "day", timeZone: "Pacific/Apia" }, count)));
    expect(shown(windows)).toEqual([
      ["2011-12-28T00:00:00-10:00", "2011-12-29T00:00:00-10:00", 1],
      ["2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00", 1],
      ["2011-12-31T00:00:00+14:00", "2012-01-01T00:00:00+14:00", 1],
    ]);
    const three = measure(days, rolling({ at, days: 3, timeZone: "Pacific/Apia" }, count));
    for (const { start, end } of three) expect(Date.parse(end ?? "") - Date.parse(start ?? "")).toBe(3 * 86_400_000);
    expect(three.map(({ result }) => result.n)).toEqual([1, 2, 3]);
    // A week that begins on the swallowed Friday.
    const weeks = rolling({ at, days: 7, step: "week", weekStartsOn: 5, timeZone: "Pacific/Apia" }, count);
    expect(measure(rows("2011-12-23", "2011-12-29"), weeks).map(({ result }) => result.n)).toEqual([2]);
  });

  test("ends windows with the weeks of its zone", () => {
    const metric = rolling({ at, days: 28, step: "week", timeZone: "Europe/Oslo" }, count);
    expect(shown(measure(rows("2026-03-25", "2026-03-31"), metric))).toEqual([
      ["2026-03-02T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 1],
      ["2026-03-09T00:00:00+01:00", "2026-04-06T00:00:00+02:00", 2],
    ]);
  });

  test("is perPeriod where the window is as long as the step", () => {
    fc.assert(
      fc.property(someTimes, (all) => {
        expect(measure(all, rolling({ at, days: 7, step: "week" }, count))).toEqual(
          measure(all, perPeriod({ at, every: "week" }, count)),
        );
      }),
    );
  });

  test("refuses windows between which rows would fall, and stray dates", () => {
    for (const options of [{ days: 6, step: "week" }, { days: 0 }, { days: 1.5 }, { days: 90, step: "quarter" }]) {
      expect(() => rolling({ at, ...options } as never, count)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    expect(() => measure(rows("1000-01-01", "2026-01-01"), rolling({ at, days: 7 }, count))).toThrowError(
      expect.objectContaining({ code: "too-many-periods" }),
    );
  });
});

describe("rolling keeps the laws of a metric", () => {
  metricLaws(rolling({ at, days: 31, step: "month", timeZone: "Pacific/Apia" }, count), someTimes);
});
