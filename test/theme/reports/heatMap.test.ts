import { chiSquareTest, type GroupKey, measure, npsMetric, twoProportionTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HeatMapOptions, heatMap } from "../../../src/theme/reports/heatMap.js";

interface Row {
  readonly region?: GroupKey | readonly GroupKey[];
  readonly comment: string | null;
  readonly score?: number | null;
}
const taxonomy = {
  id: "shop",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["courier"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "damaged", name: "Damaged", parent: "delivery", phrases: ["broken"] },
    { id: "price", name: "Price", phrases: ["price"] },
  ],
};
const options = { taxonomy, text: (row: Row) => row.comment, by: (row: Row) => row.region };
const times = (count: number, region: Row["region"], comment: string, score: number | null = null): Row[] =>
  new Array<Row>(count).fill({ region: region ?? null, comment, score });
const cellOf = (
  rows: readonly Row[],
  theme: string,
  group: GroupKey,
  more: Partial<HeatMapOptions<Row, unknown>> = {},
) => heatMap(rows, { ...options, ...more }).cells.find((cell) => cell.theme === theme && cell.group === group);

describe("heatMap", () => {
  const rows = [
    ...times(30, "north", "late", 3),
    ...times(70, "north", "fine", 10),
    ...times(10, "south", "late", 9),
    ...times(10, "south", "price, late", 7),
    ...times(180, "south", "fine", 9),
  ];

  test("holds each theme in each region against what there is elsewhere", () => {
    // 50 of 300 comments are about late deliveries: 16.7 of the north's 100 would be as many as anywhere.
    const cell = cellOf(rows, "late", "north");
    expect(cell).toMatchObject({ name: "Late", parent: "delivery", comments: 30, share: 0.3, suppressed: false });
    expect(cell?.expected).toBeCloseTo(100 / 6, 12);
    expect(cell?.lift).toBeCloseTo(1.8, 12);
    const plain = twoProportionTest(30, 100, 20, 200);
    expect(cell?.difference).toBeCloseTo(0.2, 12);
    expect(cell?.differenceInterval).toEqual(plain.interval);
    expect(cell?.residual).toBeCloseTo(plain.statistic ?? 0, 10);
  });

  test("has the adjusted residuals of the table of chi-square", () => {
    const table = [
      [30, 70],
      [20, 180],
    ];
    const expected = chiSquareTest(table).standardisedResiduals;
    expect(cellOf(rows, "late", "north")?.residual).toBeCloseTo(expected[0]?.[0] ?? 0, 10);
    expect(cellOf(rows, "late", "south")?.residual).toBeCloseTo(expected[1]?.[0] ?? 0, 10);
  });

  test("has every theme in every group, with KPI and sentiment where asked", () => {
    const { cells, themes, groups, comments } = heatMap(rows, {
      ...options,
      metric: npsMetric((row: Row) => row.score),
      sentiment: (_, tags) => (tags.some(({ theme }) => theme === "late") ? -0.5 : 0.5),
    });
    expect(cells.map(({ theme, group, comments: n }) => [theme, group, n])).toEqual([
      ["delivery", "north", 30],
      ["delivery", "south", 20],
      ["late", "north", 30],
      ["late", "south", 20],
      ["price", "north", 0],
      ["price", "south", 10],
    ]);
    const [late, price] = [cells[3], cells[4]];
    expect([late?.kpi?.value, late?.sentiment?.value]).toEqual([50, -0.5]);
    expect([price?.share, price?.kpi?.value, price?.sentiment?.value, price?.lift]).toEqual([0, null, null, 0]);
    expect(cells[5]?.sentiment?.value).toBe(0.5);
    expect(themes.map(({ theme, comments: n }) => [theme, n])).toEqual([
      ["delivery", 50],
      ["late", 50],
      ["price", 10],
    ]);
    expect(groups).toEqual([
      { group: "north", comments: 100 },
      { group: "south", comments: 200 },
    ]);
    expect(comments).toBe(300);
    expect(heatMap(rows, options).cells[0]).toMatchObject({ kpi: null, sentiment: null });
  });

  test("takes rows of several groups and of none", () => {
    const mixed = [...times(3, ["a", "b"], "late"), ...times(2, "b", "fine"), ...times(4, null, "late")];
    const { groups, comments, cells } = heatMap(mixed, options);
    expect(groups).toEqual([
      { group: "a", comments: 3 },
      { group: "b", comments: 5 },
      { group: null, comments: 4 },
    ]);
    expect(comments).toBe(9);
    const late = cells.filter(({ theme }) => theme === "late");
    expect(late.map(({ share, difference }) => [share, difference])).toEqual([
      [1, 1 - 4 / 6],
      [0.6, 0.6 - 1],
      [1, 1 - 3 / 5],
    ]);
  });

  test("has nothing to compare with where there is one group only", () => {
    expect(cellOf(times(5, "north", "late"), "late", "north")).toMatchObject({
      ...{ share: 1, lift: 1, difference: null, differenceInterval: null, residual: null, adjustedPValue: null },
    });
  });

  test("is empty without rows, and counts those without a comment", () => {
    expect(heatMap([], options)).toEqual({ cells: [], themes: [], groups: [], comments: 0, missing: 0 });
    expect(heatMap([{ region: "north", comment: null }], options)).toMatchObject({ comments: 0, missing: 1 });
  });

  test("hides cells of few, and one more that they could be worked out by", () => {
    const few = [...times(3, "a", "late"), ...times(8, "b", "late"), ...times(20, "c", "late")];
    few.push(...["a", "b", "c"].flatMap((region) => times(30, region, "fine")));
    const { cells } = heatMap(few, { ...options, minimumN: 5 });
    const late = cells.filter(({ theme }) => theme === "late");
    expect(late.map(({ comments, suppressed }) => [comments, suppressed])).toEqual([
      [null, true],
      [null, true],
      [20, false],
    ]);
    const { theme: _, name: __, parent: ___, group: ____, suppressed: _____, ...figures } = late[0] ?? ({} as never);
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
  });

  test("hides a cell of none, and no other for its sake, as groupBy does", () => {
    const some = [...times(9, "a", "late"), ...times(9, "b", "late"), ...times(9, "c", "fine")];
    const { cells } = heatMap(some, { ...options, minimumN: 5 });
    const late = cells.filter(({ theme }) => theme === "late");
    expect(late.map(({ comments, suppressed }) => [comments, suppressed])).toEqual([
      [9, false],
      [9, false],
      [null, true],
    ]);
  });

  test("hides what a whole and its other parts would tell", () => {
    const parts = ["a", "b"].flatMap((region) => [
      ...times(region === "a" ? 3 : 40, region, "late"),
      ...times(region === "a" ? 3 : 50, region, "late"),
      ...times(30, region, "broken"),
      ...times(50, region, "fine"),
    ]);
    parts.push(...times(2, "a", "fine"));
    // Six late ones in a, 90 in b: nothing to hide.
    expect(heatMap(parts, { ...options, minimumN: 5 }).cells.some(({ suppressed }) => suppressed)).toBe(false);
    const { cells } = heatMap(parts, { ...options, minimumN: 7 });
    const hidden = cells.filter(({ suppressed }) => suppressed).map(({ theme, group }) => `${theme} ${group}`);
    expect(hidden).toEqual(["late a", "late b", "damaged a", "damaged b"]);
  });

  test("hides a KPI of few answers though many commented", () => {
    const quiet = ["a", "b", "c"].flatMap((region, i) => [
      ...times(i === 0 ? 2 : 9 + i, region, "late", 9),
      ...times(20, region, "late", null),
    ]);
    const { cells } = heatMap(quiet, { ...options, minimumN: 5, metric: npsMetric((row: Row) => row.score) });
    const late = cells.filter(({ theme }) => theme === "late");
    expect(late.map(({ comments, kpi }) => [comments, kpi?.n])).toEqual([
      [22, null],
      [30, null],
      [31, 11],
    ]);
  });

  test("shows the KPI of a cell that stands though others are hidden", () => {
    const rated = [...times(3, "a", "late", 9), ...times(9, "b", "late", 9), ...times(30, "c", "late", 9)];
    const { cells } = heatMap(rated, { ...options, minimumN: 5, metric: npsMetric((row: Row) => row.score) });
    const late = cells.filter(({ theme }) => theme === "late");
    expect(late.map(({ kpi }) => kpi?.value)).toEqual([null, null, 100]);
  });

  test("names the row of a bad comment, group or score, and refuses wrong options", () => {
    const bad = (row: object) => [...times(1, "a", "late", 9), row] as Row[];
    const all = { ...options, metric: npsMetric((row: Row) => row.score) };
    for (const row of [{ comment: 7 }, { comment: "late", region: {} }, { comment: "late", region: "a", score: 11 }]) {
      expect(() => heatMap(bad(row), all)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    }
    for (const wrong of [{ level: 95 }, { minimumN: -1 }, { by: "region" }, { sentiment: 1 }, { groupBy: 1 }]) {
      expect(() => heatMap([], { ...options, ...wrong } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("counts as a plain walk over the rows does, in any order", () => {
    const row = fc.record({
      region: fc.constantFrom("a", "b", null, 3),
      comment: fc.constantFrom("late", "price", "late price", "broken", "nice", ""),
      score: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (some) => {
        const full = { ...options, metric: npsMetric((one: Row) => one.score) };
        const map = heatMap(some, full);
        expect(map.comments + map.missing).toBe(some.length);
        expect(map.cells).toHaveLength(map.themes.length * map.groups.length);
        expect(JSON.parse(JSON.stringify(map))).toEqual(map);
        expect(heatMap([...some].reverse(), full)).toEqual(map);
        const words: Record<string, RegExp> = {
          delivery: /late|broken/,
          damaged: /broken/,
          late: /late/,
          price: /price/,
        };
        for (const { theme, group, comments, share, residual, kpi } of map.cells) {
          const of = some.filter(({ region, comment }) => region === group && comment !== "");
          const about = of.filter(({ comment }) => words[theme]?.test(comment));
          expect(comments).toBe(about.length);
          expect(share).toBe(about.length / of.length);
          expect(kpi).toEqual(measure(about, full.metric));
          const total = some.filter(({ comment }) => words[theme]?.test(comment)).length;
          if (residual === null) continue;
          const rest = [total - about.length, map.comments - of.length - total + about.length] as const;
          const table = [[about.length, of.length - about.length], rest];
          expect(residual).toBeCloseTo(chiSquareTest(table).standardisedResiduals[0]?.[0] ?? Number.NaN, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("never tells a hidden count, by the groups of a theme or the parts of a whole", () => {
    const row = fc.record({
      region: fc.constantFrom("a", "b", "c", "d"),
      comment: fc.constantFrom("late", "broken", "price", "nice", "nice", "nice"),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 150 }), (some) => {
        const open = heatMap(some, options).cells;
        const { cells } = heatMap(some, { ...options, minimumN: 5 });
        const truth = new Map(open.map(({ theme, group, comments }) => [`${theme}/${group}`, comments ?? 0]));
        const known = (list: typeof cells) => {
          const hidden = list.filter(
            ({ suppressed, theme, group }) => suppressed && truth.get(`${theme}/${group}`) !== 0,
          );
          const shown = list.filter(({ suppressed }) => !suppressed);
          const sum = hidden.reduce((all, { theme, group }) => all + (truth.get(`${theme}/${group}`) ?? 0), 0);
          return { hidden: hidden.length, shown: shown.length, sum };
        };
        for (const { comments } of cells) expect(comments ?? 5).toBeGreaterThanOrEqual(5);
        for (const theme of new Set(cells.map((cell) => cell.theme))) {
          const { hidden, shown, sum } = known(cells.filter((cell) => cell.theme === theme));
          if (hidden > 0 && shown > 0) {
            expect(hidden).toBeGreaterThan(1);
            expect(sum).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
