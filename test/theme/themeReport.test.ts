import { csatMetric, nps, npsMetric, themeReport } from "cxkit";
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
    expect(() => themeReport([], { ...options, feeling: 1 } as never)).toThrowError(
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

  test("adds up contributions to nothing where every comment has one theme", () => {
    const rows = [...times(4, 10, "courier"), ...times(7, 2, "price"), ...times(3, 8, "late"), ...times(6, 9, "price")];
    const { themes } = themeReport(rows, options);
    const leaves = themes.filter(({ theme }) => theme === "price" || theme === "delivery");
    expect(leaves.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(0, 10);
  });

  test("has the additive contribution of the worked example: 20 of 100 answers, −60 against 30", () => {
    const rows = [...times(2, 10, "late"), ...times(14, 2, "late"), ...times(4, 7, "late")];
    rows.push(...times(48, 10, "fine"), ...times(6, 2, "fine"), ...times(26, 7, "fine"));
    const late = themeReport(rows, options).themes.find(({ theme }) => theme === "late");
    expect(late?.contribution).toBeCloseTo(-18, 10);
  });

  test("tells how customers feel about each theme, by the whole comment or by its tags", () => {
    const rows = [...times(2, 9, "late, price"), ...times(1, 9, "price")];
    const report = themeReport(rows, {
      ...options,
      sentiment: (_, tags) => (tags.some(({ theme }) => theme === "late") ? -1 : tags.length === 1 ? 0.5 : null),
    });
    const sentiments = report.themes.map(({ theme, sentiment }) => [theme, sentiment?.value, sentiment?.n]);
    expect(sentiments.sort()).toEqual([
      ["delivery", -1, 2],
      ["late", -1, 2],
      ["price", 0.5, 3],
    ]);
    expect(themeReport(rows, options).themes[0]?.sentiment).toBeNull();
  });

  test("tells what has changed since the period before, and says nothing of a period without comments", () => {
    const now = [...times(40, 2, "late"), ...times(60, 9, "fine")];
    const before = [...times(20, 2, "late"), ...times(80, 9, "fine")];
    const [late] = themeReport(now, { ...options, before }).themes.filter(({ theme }) => theme === "late");
    expect(late?.change).toMatchObject({ comments: 20, share: 0.2, kpi: { difference: 0 } });
    expect(late?.change?.difference).toBeCloseTo(0.2, 12);
    expect(late?.change?.adjustedPValue).toBeLessThan(0.01);
    const [again] = themeReport(now, { ...options, before: [] }).themes;
    expect(again?.change).toMatchObject({
      comments: 0,
      share: null,
      difference: null,
      interval: null,
      adjustedPValue: null,
    });
    expect(themeReport(now, options).themes[0]?.change).toBeNull();
  });

  test("tells of a theme that is gone since the period before", () => {
    const now = times(100, 9, "fine");
    const before = [...times(30, 2, "price"), ...times(70, 9, "fine")];
    const report = themeReport(now, { ...options, before: [...before, ...times(3, 9, "")] });
    expect(report.before).toEqual({ comments: 100, missing: 3 });
    expect(report.themes).toHaveLength(1);
    expect(report.themes[0]).toMatchObject({
      theme: "price",
      comments: 0,
      share: 0,
      with: { value: null },
      impact: null,
    });
    expect(report.themes[0]?.without.n).toBe(100);
    expect(report.themes[0]?.change).toMatchObject({ comments: 30, difference: -0.3, kpi: { difference: null } });
    expect(report.themes[0]?.change?.adjustedPValue).toBeLessThan(1e-6);
    expect(themeReport([], { ...options, before })).toMatchObject({ themes: [], before: { comments: 100 } });
    expect(themeReport(now, options).before).toBeNull();
  });

  test("tells how sentiment and KPI of a theme have changed, for as many themes as there are", () => {
    const scored = (scores: readonly number[], comment: string): Row[] => scores.map((score) => ({ score, comment }));
    const now = [...scored([1, 2, 1, 3, 2, 1, 2, 3], "late"), ...scored([9, 10, 8, 9, 9, 8], "price")];
    const before = [...scored([9, 8, 10, 9, 8, 9, 10, 9], "late"), ...scored([9, 8, 10, 9, 8, 10], "price")];
    const sentiment = ({ score }: Row): number => score / 5 - 1;
    const { themes } = themeReport(now, { ...options, before, sentiment });
    const late = themes.find(({ theme }) => theme === "late")?.change;
    const price = themes.find(({ theme }) => theme === "price")?.change;
    expect(late?.sentiment?.difference).toBeCloseTo((15 - 72) / 8 / 5, 10);
    expect(late?.kpi.difference).toBeLessThan(-100);
    for (const { kpi, sentiment: feeling } of [late, price].flatMap((change) => change ?? [])) {
      expect(kpi.adjustedPValue).toBeGreaterThanOrEqual(kpi.pValue ?? 1);
      expect(feeling?.adjustedPValue).toBeGreaterThanOrEqual(feeling?.pValue ?? 1);
    }
    expect(late?.sentiment?.adjustedPValue).toBeLessThan(0.001);
    expect(price?.sentiment?.adjustedPValue).toBeGreaterThan(0.3);
    expect(themeReport(now, { ...options, before }).themes[0]?.change?.sentiment).toBeNull();
  });

  test("gives the hierarchy of the taxonomy to a tagger that knows none", () => {
    const tagger = { tag: () => [{ theme: "late", path: ["late"], phrase: "", start: 0, end: 0 }] };
    const { themes } = themeReport(times(3, 9, "x"), { ...options, tagger, sentiment: (_, tags) => tags.length });
    expect(themes.map(({ theme, comments, sentiment }) => [theme, comments, sentiment?.value]).sort()).toEqual([
      ["delivery", 3, 1],
      ["late", 3, 1],
    ]);
  });

  test("refuses a wrong level before any row is read", () => {
    expect(() => themeReport([], { ...options, level: 95 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("parts each theme by region and the like, with every group that has comments", () => {
    const rows = [...times(3, 2, "late"), ...times(5, 9, "fine")].map((row, i) => ({
      ...row,
      region: i % 2 ? "north" : "south",
    }));
    const { themes } = themeReport(rows, {
      ...options,
      by: { region: (row: { region: string }) => row.region },
    } as never);
    const late = themes.find(({ theme }) => theme === "late") as unknown as {
      by: { region: { key: string; result: { comments: number; share: number; with: { value: number | null } } }[] };
    };
    expect(late.by.region.map(({ key, result }) => [key, result.comments, result.share, result.with.value])).toEqual([
      ["north", 1, 0.25, -100],
      ["south", 2, 0.5, -100],
    ]);
  });

  test("parts by a dimension of any name", () => {
    const { themes } = themeReport(times(3, 2, "late"), { ...options, by: { ["__proto__"]: () => "x" } });
    expect(Object.keys(themes[0]?.by ?? {})).toEqual(["__proto__"]);
    expect(Object.entries(themes[0]?.by ?? {})[0]?.[1]).toMatchObject([{ key: "x", result: { comments: 3 } }]);
  });

  test("refuses what is no sentiment and no row, with the row", () => {
    const rows = [...times(2, 9, "x"), ...times(1, 9, "late")];
    for (const wrong of [5, -1.01, "good"]) {
      expect(() => themeReport(rows, { ...options, sentiment: () => wrong as number })).toThrowError(
        expect.objectContaining({ code: "invalid-value", received: wrong, row: 2 }),
      );
    }
    expect(() => themeReport([...rows, null as never], options)).toThrowError(
      expect.objectContaining({ code: "invalid-value", received: null, row: 3 }),
    );
  });

  test("takes another tagger, whose themes must be the taxonomy's", () => {
    const tagger = (theme: string) => ({ tag: () => [{ theme, path: [theme], phrase: "", start: 0, end: 0 }] });
    expect(themeReport(times(2, 9, "x"), { ...options, tagger: tagger("price") }).themes[0]?.comments).toBe(2);
    expect(() => themeReport(times(2, 9, "x"), { ...options, tagger: tagger("size") })).toThrow(
      "the tagger's themes to be the taxonomy's, received \"size\"",
    );
  });

  test("gives the same with and without as a plain walk over the rows, whatever themes comments share", () => {
    const words = ["late", "courier", "price", "zebra"];
    const row = fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      comment: fc.subarray(words).map((some) => some.join(", ") || "x"),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        for (const { theme, comments, with: inside, without } of themeReport(rows, options).themes) {
          const own = theme === "delivery" ? /late|courier/ : theme === "never" ? /zebra/ : new RegExp(theme);
          const about = rows.filter(({ comment }) => own.test(comment));
          const others = rows.filter(({ comment }) => !own.test(comment));
          expect(comments).toBe(about.length);
          expect(inside).toEqual(nps(about.map(({ score }) => score)));
          expect(without).toEqual(nps(others.map(({ score }) => score)));
        }
      }),
    );
  });
});
