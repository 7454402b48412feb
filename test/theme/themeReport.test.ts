import { csatMetric, npsMetric, themeReport } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

interface Row {
  readonly score: number;
  readonly comment?: string | null;
}
const taxonomy = {
  id: "shop",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["courier"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "price", name: "Price", phrases: ["price", "expensive"] },
    { id: "never", name: "Never", phrases: ["zebra"] },
  ],
};
const options = { taxonomy, text: (row: Row) => row.comment, metric: npsMetric((row: Row) => row.score) };
const times = (count: number, score: number, comment: string): Row[] => new Array<Row>(count).fill({ score, comment });

describe("themeReport", () => {
  test("tells what NPS would be without a theme", () => {
    // Worked example: of 100 answers 50 promoters and 20 detractors; of the 20 with the theme 2 and 14.
    const rows = [
      ...times(2, 10, "late"),
      ...times(14, 2, "late"),
      ...times(4, 7, "late"),
      ...times(48, 10, "fine"),
      ...times(6, 2, "fine"),
      ...times(26, 7, "fine"),
    ];
    const report = themeReport(rows, options);
    expect(report.all.value).toBeCloseTo(30, 10);
    const late = report.themes.find(({ theme }) => theme === "late");
    expect(late).toMatchObject({
      comments: 20,
      share: 0.2,
      parent: "delivery",
      with: { value: -60 },
      without: { value: 52.5 },
    });
    expect(late?.impact).toBeCloseTo(-22.5, 10);
    expect(late?.impactInterval?.low).toBeLessThan(-22.5);
    expect(late?.impactInterval?.high).toBeGreaterThan(-22.5);
    expect(late?.adjustedPValue).toBeLessThan(0.001);
  });

  test("counts a part for its whole, and a comment once however often it names a theme", () => {
    const report = themeReport(
      [
        { score: 1, comment: "late, late, and the courier was late" },
        { score: 9, comment: "courier" },
      ],
      options,
    );
    expect(report.themes.map(({ theme, comments }) => [theme, comments]).sort()).toEqual([
      ["delivery", 2],
      ["late", 1],
    ]);
  });

  test("loses no row: comments, missing, untagged", () => {
    const rows = [
      { score: 1, comment: "zzz" },
      { score: 1, comment: "" },
      { score: 1, comment: null },
      { score: 1 },
      { score: 1, comment: "late" },
    ];
    expect(themeReport(rows, options)).toMatchObject({ comments: 2, missing: 3, untagged: 1, all: { n: 2 } });
  });

  test("has no impact to tell where every comment is about the theme", () => {
    const [late] = themeReport(times(5, 3, "late"), options).themes.filter(({ theme }) => theme === "late");
    expect(late).toMatchObject({
      share: 1,
      without: { value: null },
      impact: null,
      impactInterval: null,
      adjustedPValue: null,
    });
  });

  test("names the row of a bad comment or score", () => {
    expect(() => themeReport([...times(1, 9, "x"), { score: 11, comment: "x" }], options)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(() => themeReport([{ score: 1, comment: 7 } as never], options)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    expect(() => themeReport([], { ...options, sentiment: 1 } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("keeps the identity: impact is the share of answers times the difference with and without", () => {
    const row = fc.record({
      score: fc.integer({ min: 1, max: 5 }),
      comment: fc.constantFrom("late", "price", "late price", "nice", ""),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const report = themeReport(rows, { ...options, metric: csatMetric((one: Row) => one.score) });
        for (const { impact, with: inside, without } of report.themes) {
          if (impact === null || inside.value === null || without.value === null) continue;
          expect(impact).toBeCloseTo((inside.n / report.all.n) * (inside.value - without.value), 9);
          expect(inside.n + without.n).toBe(report.all.n);
        }
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(report.comments + report.missing).toBe(rows.length);
      }),
    );
  });
});
