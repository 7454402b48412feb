import { cesMetric, comparePaired, csatMetric, measure, npsMetric, perPeriod, rateMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

describe("comparePaired", () => {
  test("is the paired t test for means", () => {
    // R: t.test(extra ~ group, data = sleep, paired = TRUE): t = −4.0621, df = 9, p = 0.002833, −2.4598858 to −0.7001142.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const rows = first.map((before, index) => ({ before, after: second[index] }));
    const found = comparePaired(rows, { before: (row) => row.before, after: (row) => row.after });
    expect(found).toMatchObject({ n: 10, missing: 0, definition: { family: "mean" } });
    expect(found.difference).toBeCloseTo(1.58, 12);
    expect(found.interval?.low).toBeCloseTo(0.7001142, 7);
    expect(found.interval?.high).toBeCloseTo(2.4598858, 7);
    expect(found.pValue).toBeCloseTo(0.00283289, 8);
    expect((found.difference ?? 0) / (found.standardError ?? 1)).toBeCloseTo(4.0621, 4);
  });

  test("takes the change of an NPS customer by customer, −2 to 2 classes", () => {
    const rows = [
      [3, 8],
      [6, 9],
      [7, 7],
      [9, 10],
      [8, 9],
    ] as const;
    const found = comparePaired(rows, { before: npsMetric((row) => row[0]), after: npsMetric((row) => row[1]) });
    // Changes of 1, 2, 0, 0 and 1: mean 0.8, variance 0.7, SE √0.14, t 2.138 with 4 degrees of freedom.
    expect(found).toMatchObject({ before: -20, n: 5, definition: { kpi: "nps", unit: "points" } });
    expect(found.difference).toBeCloseTo(80, 12);
    expect(found.after).toBeCloseTo(60, 12);
    expect(found.standardError).toBeCloseTo(100 * Math.sqrt(0.14), 10);
    expect(found.pValue).toBeCloseTo(0.0993, 4);
  });

  test("is McNemar's exact test for shares, with the interval of Bonett and Price", () => {
    // 12 and 26 stay, 4 change up, 6 … as a table: 12 yes-yes, 26 yes-no, 4 no-yes, 6 no-no. R, statpsych: ci.prop.ps(.05, 12, 26, 4, 6)
    // gives 0.2548067 to 0.6251933 for the fall.
    const rows = [
      ...new Array(12).fill([true, true]),
      ...new Array(26).fill([true, false]),
      ...new Array(4).fill([false, true]),
      ...new Array(6).fill([false, false]),
    ] as [boolean, boolean][];
    const found = comparePaired(rows, { before: (row) => row[0], after: (row) => row[1] });
    expect(found.difference).toBeCloseTo(-22 / 48, 12);
    expect(found.interval?.low).toBeCloseTo(-0.6251933, 6);
    expect(found.interval?.high).toBeCloseTo(-0.2548067, 6);
    const inPercent = comparePaired(rows, {
      before: csatMetric((row) => (row[0] ? 5 : 1)),
      after: csatMetric((row) => (row[1] ? 5 : 1)),
    });
    expect(inPercent.difference).toBeCloseTo((-100 * 22) / 48, 10);
    expect(inPercent.interval?.low).toBeCloseTo(100 * (found.interval?.low ?? 0), 10);
    expect(inPercent.pValue).toBe(found.pValue);
  });

  test("counts rows that lack an answer, and says that there was nothing to compare", () => {
    const rows = [
      { a: 1, b: null },
      { a: undefined, b: 2 },
      { a: Number.NaN, b: 3 },
    ];
    const sides = { before: (row: (typeof rows)[0]) => row.a, after: (row: (typeof rows)[0]) => row.b };
    expect(comparePaired(rows, sides)).toMatchObject({
      difference: null,
      interval: null,
      pValue: null,
      n: 0,
      missing: 3,
    });
    const asked = { before: npsMetric(sides.before), after: npsMetric(sides.after) };
    expect(comparePaired(rows, asked)).toMatchObject({
      difference: null,
      n: 0,
      missing: 3,
      definition: { kpi: "nps" },
    });
    expect(comparePaired([{ a: 1, b: 2 }], sides as never)).toMatchObject({
      difference: 1,
      interval: null,
      pValue: null,
    });
  });

  test("refuses two kinds of answers, and what cannot be paired", () => {
    const code = (wanted: string) => expect.objectContaining({ code: wanted });
    const pair = (before: unknown, after: unknown) => () =>
      comparePaired([{ x: 5 }, { x: 4 }], { before, after } as never);
    const x = (row: { x: number }) => row.x;
    expect(pair(npsMetric(x), cesMetric(x))).toThrowError(code("different-definitions"));
    expect(pair(npsMetric(x), x)).toThrowError(code("different-definitions"));
    expect(pair((row: { x: number }) => row.x > 4, x)).toThrowError(code("different-definitions"));
    expect(pair(npsMetric(x, { weight: x }), npsMetric(x))).toThrowError(code("invalid-option"));
    expect(pair(npsMetric(x, { minimumN: 5 }), npsMetric(x, { minimumN: 5 }))).toThrowError(code("invalid-option"));
    expect(pair(perPeriod({ at: () => 0, every: "day" }, npsMetric(x)), npsMetric(x))).toThrowError(
      code("invalid-option"),
    );
    expect(pair("x", x)).toThrowError(code("invalid-option"));
    expect(pair(() => "3", x)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    expect(
      pair(
        npsMetric(() => 11),
        npsMetric(x),
      ),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
  });

  test("measures each answer as its KPI does, also those off the scale, and between whole numbers", () => {
    const random = seededRandom(3);
    const some = (): number | null =>
      [null, 11, -1, 9.5, ...Array.from({ length: 30 }, () => Math.floor(random() * 11))][Math.floor(random() * 34)] ??
      null;
    const rows = Array.from({ length: 400 }, () => ({ before: some(), after: some() }));
    const on = (score: number | null): boolean =>
      score !== null && Number.isInteger(score) && score >= 0 && score <= 10;
    const both = rows.filter(({ before, after }) => on(before) && on(after));
    for (const options of [{}, { passivesFrom: 5, promotersFrom: 8 }]) {
      const side = (name: "before" | "after") =>
        npsMetric((row: (typeof rows)[0]) => row[name], { ...options, invalid: "exclude" });
      const found = comparePaired(rows, { before: side("before"), after: side("after") });
      expect(found.n).toBe(both.length);
      expect(found.before).toBeCloseTo(measure(both, side("before")).value ?? Number.NaN, 9);
      expect(found.after).toBeCloseTo(measure(both, side("after")).value ?? Number.NaN, 9);
    }
    const wrong = [...both, { before: 9, after: 12 }];
    const sides = {
      before: npsMetric((row: (typeof rows)[0]) => row.before),
      after: npsMetric((row: (typeof rows)[0]) => row.after),
    };
    expect(() => comparePaired(wrong, sides)).toThrowError(
      expect.objectContaining({ code: "invalid-value", received: 12, row: both.length }),
    );
  });

  test("is the difference of the two KPIs, and turns its sign with time", () => {
    const score = fc.integer({ min: 0, max: 10 });
    const metrics = fc.constantFrom(
      (read: (row: readonly [number, number]) => number) => npsMetric(read),
      (read: (row: readonly [number, number]) => number) => csatMetric(read, { scale: [0, 10] }),
      (read: (row: readonly [number, number]) => number) =>
        rateMetric((row: readonly [number, number]) => read(row) > 5),
      (read: (row: readonly [number, number]) => number) => csatMetric(read, { scale: [0, 10], variant: "mean" }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 2 }), metrics, (rows, of) => {
        const [before, after] = [of((row) => row[0]), of((row) => row[1])];
        const found = comparePaired(rows, { before, after } as never);
        // biome-ignore lint/suspicious/noExplicitAny: whatever the accumulator
        const [then, now] = [measure(rows, before as any), measure(rows, after as any)] as { value: number }[];
        expect(found.difference).toBeCloseTo((now?.value ?? 0) - (then?.value ?? 0), 8);
        const back = comparePaired(rows, { before: after, after: before } as never);
        expect(back.difference).toBeCloseTo(-(found.difference ?? 0), 8);
        expect(back.interval?.low ?? 0).toBeCloseTo(-(found.interval?.high ?? 0), 8);
        expect(back.pValue ?? 2).toBeCloseTo(found.pValue ?? 2, 10);
      }),
    );
  });
});
