import { measure, perPeriod, rateMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ThemeTrendOptions, themeTrend } from "../../../src/theme/reports/themeTrend.js";

interface Row {
  readonly at: string | null;
  readonly comment?: string | null;
}
const taxonomy = {
  id: "shop",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["courier"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "price", name: "Price", phrases: ["price"] },
    { id: "never", name: "Never", phrases: ["zebra"] },
  ],
};
const options: ThemeTrendOptions<Row> = { taxonomy, text: (row) => row.comment, at: (row) => row.at, every: "week" };
const on = (at: string | null, ...comments: readonly (string | null)[]): Row[] =>
  comments.map((comment) => ({ at, comment }));
const times = (count: number, comment: string): string[] => new Array<string>(count).fill(comment);
const weekOf = (week: number): string => new Date(Date.UTC(2026, 0, 11 + 7 * week, 12)).toISOString();

describe("themeTrend", () => {
  test("tells volume and share of each theme per period, and leaves no period out", () => {
    const rows = [...on("2026-01-06", "late", "price", "late, price", "fine"), ...on("2026-01-20", "late", "fine")];
    const { themes, periods, comments } = themeTrend(rows, options);
    expect(periods.map(({ start, comments: n }) => [start.slice(0, 10), n])).toEqual([
      ["2026-01-05", 4],
      ["2026-01-12", 0],
      ["2026-01-19", 2],
    ]);
    const late = themes.find(({ theme }) => theme === "late");
    expect(late).toMatchObject({ name: "Late", parent: "delivery", comments: 3 });
    expect(late?.points.map(({ comments: n, share, interval }) => [n, share, interval === null])).toEqual([
      [2, 0.5, false],
      [0, null, true],
      [1, 0.5, false],
    ]);
    expect(themes.map(({ theme }) => theme).sort()).toEqual(["delivery", "late", "price"]);
    expect(comments).toBe(6);
  });

  test("counts a part for its whole, a comment once", () => {
    const { themes } = themeTrend(on("2026-01-06", "late late courier", "courier", "late"), options);
    expect(Object.fromEntries(themes.map(({ theme, comments }) => [theme, comments]))).toEqual({
      delivery: 3,
      late: 2,
    });
  });

  test("loses no row: comments, missing, untimed, outside", () => {
    const rows = [
      ...on("2025-12-01", "late"),
      ...on("2026-01-06", "late", null, "", "zzz"),
      ...on("2026-03-01", "late"),
      ...on(null, "late", null),
    ];
    const trend = themeTrend(rows, { ...options, from: "2026-01-05", to: "2026-02-02" });
    expect(trend).toMatchObject({ comments: 2, missing: 3, untimed: 1, outside: 2 });
    expect(trend.periods).toHaveLength(4);
  });

  test("says which theme rises, which falls, and says nothing of one that only wavers", () => {
    const rows = Array.from({ length: 10 }, (_, week) =>
      on(
        weekOf(week),
        ...times(week === 9 ? 40 : 10 + (week % 2), "late"),
        ...times(week === 9 ? 5 : 30, "price"),
        ...times(15 + (week % 3), "zebra"),
        ...times(50, "fine"),
      ),
    ).flat();
    const { themes, last, against } = themeTrend(rows, options);
    expect([last, against]).toEqual(["2026-03-09T00:00:00Z", 9]);
    const directions = Object.fromEntries(themes.map(({ theme, change }) => [theme, change.direction]));
    expect(directions).toEqual({ late: "rises", delivery: "rises", price: "falls", never: null });
    expect(["late", "delivery", "price"]).toContain(themes[0]?.theme);
  });

  test("sees a slow rise that no single step shows", () => {
    const rows = Array.from({ length: 12 }, (_, week) =>
      on(weekOf(week), ...times(10 + week, "late"), ...times(10 + ((week * 5) % 3), "price"), ...times(80, "fine")),
    ).flat();
    const { themes } = themeTrend(rows, { ...options, against: 1 });
    const slopes = Object.fromEntries(
      themes.map(({ theme, slope, change }) => [theme, [slope.direction, change.direction]]),
    );
    expect(slopes["late"]).toEqual(["rises", null]);
    expect(slopes["price"]).toEqual([null, null]);
  });

  test("flags a last period that is not over, and compares the one before it", () => {
    const rows = [0, 1, 2, 3].flatMap((week) => on(weekOf(week), ...times(20, "late"), ...times(20, "fine")));
    rows.push(...on("2026-02-03T08:00:00Z", ...times(20, "late")));
    const trend = themeTrend(rows, options);
    expect(trend.periods.map(({ complete }) => complete)).toEqual([true, true, true, true, false]);
    expect(trend.last).toBe("2026-01-26T00:00:00Z");
    expect(trend.themes[0]?.points.at(-1)).toMatchObject({ share: 1, complete: false });
    expect(trend.themes[0]?.change.value).toBe(0);
    const later = themeTrend(rows, { ...options, now: "2026-02-09" });
    expect(later.periods.at(-1)?.complete).toBe(true);
    expect(later.themes[0]?.change).toMatchObject({ value: 0.5, direction: "rises" });
    const earlier = themeTrend(rows, { ...options, now: "2026-02-01T23:00:00Z" });
    expect(earlier.periods.map(({ complete }) => complete)).toEqual([true, true, true, false, false]);
  });

  test("takes a month that ends with a comment on its last day for over", () => {
    const at = (day: string): boolean | undefined =>
      themeTrend(on(day, "late"), { ...options, every: "month" }).periods[0]?.complete;
    expect([at("2026-02-27T23:00:00Z"), at("2026-02-28T01:00:00Z")]).toEqual([false, true]);
  });

  test("tests only themes that are common enough", () => {
    const rows = [0, 1, 2].flatMap((week) => on(weekOf(week), ...times(week === 2 ? 9 : 0, "late"), ...times(30, "x")));
    expect(themeTrend(rows, options).themes[0]?.change).toMatchObject({ adjustedPValue: null, direction: null });
    expect(themeTrend(rows, { ...options, minimumCount: 9 }).themes[0]?.change.direction).toBe("rises");
  });

  test("tells the sentiment of each theme per period where asked", () => {
    const rows = [...on(weekOf(0), "late, price"), ...on(weekOf(1), "price")];
    const { themes } = themeTrend(rows, {
      ...options,
      sentiment: (_, tags) => (tags.some(({ theme }) => theme === "late") ? -0.5 : null),
    });
    const price = themes.find(({ theme }) => theme === "price");
    expect(price?.points.map(({ sentiment }) => [sentiment?.value, sentiment?.missing])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    const delivery = themes.find(({ theme }) => theme === "delivery");
    expect(delivery?.points[0]?.sentiment).toMatchObject({ value: -0.5, n: 1 });
    expect(themeTrend(rows, options).themes[0]?.points[0]?.sentiment).toBeNull();
  });

  test("takes rows that are coded already, with or without a taxonomy", () => {
    const rows = [
      { at: "2026-01-06", codes: ["late"] },
      { at: "2026-01-06", codes: [] },
      { at: "2026-01-06", codes: null },
    ];
    const coded = {
      themes: (row: (typeof rows)[0]) => row.codes,
      at: (row: (typeof rows)[0]) => row.at,
      every: "week",
    } as const;
    expect(themeTrend(rows, coded)).toMatchObject({
      comments: 2,
      missing: 1,
      themes: [{ theme: "late", name: "late", parent: null }],
    });
    const rooted = themeTrend(rows, { ...coded, taxonomy });
    expect(rooted.themes.map(({ theme, points }) => [theme, points[0]?.share])).toEqual([
      ["delivery", 0.5],
      ["late", 0.5],
    ]);
    expect(() => themeTrend(rows, { ...coded, themes: () => "size", taxonomy })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    expect(() => themeTrend(rows, { ...coded, themes: () => 7 as never })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
  });

  test("gives the hierarchy of the taxonomy to a tagger that knows none", () => {
    const tagger = { tag: () => [{ theme: "late", path: ["late"], phrase: "", start: 0, end: 0 }] };
    const { themes } = themeTrend(on("2026-01-06", "x"), { ...options, tagger });
    expect(themes.map(({ theme }) => theme)).toEqual(["delivery", "late"]);
  });

  test("has no period and no theme without rows", () => {
    expect(themeTrend([], options)).toEqual({
      ...{ themes: [], periods: [], last: null, against: 0 },
      ...{ comments: 0, missing: 0, untimed: 0, outside: 0 },
    });
  });

  test("names the row of a bad comment or time, and refuses wrong options at once", () => {
    expect(() => themeTrend([...on("2026-01-06", "x"), { at: "soon", comment: "x" }], options)).toThrowError(
      expect.objectContaining({ code: "invalid-time", row: 1 }),
    );
    expect(() => themeTrend([{ at: null, comment: 7 } as never], options)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    for (const wrong of [
      { every: "fortnight" },
      { level: 95 },
      { against: 0 },
      { minimumCount: 1.5 },
      { falseDiscoveryRate: 2 },
      { timeZone: "Mars" },
      { sentiment: 1 },
      { feeling: 1 },
      { taxonomy: undefined },
      { tagger: {} },
      { themes: () => "late", tagger: { tag: () => [] } },
      { text: "comment" },
    ]) {
      expect(() => themeTrend([], { ...options, ...wrong } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("agrees with counting each theme by itself, in any order of rows", () => {
    const row = fc.record({
      at: fc.integer({ min: 0, max: 40 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
      comment: fc.constantFrom("late", "price", "late price", "courier", "nice", ""),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const trend = themeTrend(rows, options);
        const total = trend.comments + trend.missing + trend.untimed + trend.outside;
        expect(total).toBe(rows.length);
        expect(JSON.parse(JSON.stringify(trend))).toEqual(trend);
        const commented = rows.filter(({ comment }) => comment !== "");
        const share = (pattern: RegExp) =>
          measure(
            commented,
            perPeriod(
              { at: ({ at }: Row) => at, every: "week" },
              rateMetric((one: Row) => pattern.test(one.comment ?? "")),
            ),
          ).map(({ start, end, result }) => [start, end, result.value]);
        for (const { theme, points } of trend.themes) {
          const pattern = theme === "delivery" ? /late|courier/ : new RegExp(theme);
          expect(points.map(({ start, end, share: own }) => [start, end, own])).toEqual(share(pattern));
        }
        expect(themeTrend([...rows].reverse(), options)).toEqual(trend);
      }),
      { numRuns: 60 },
    );
  });
});
