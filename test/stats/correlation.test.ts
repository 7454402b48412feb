import { correlation } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

// Anscombe (1973), the first of the quartet; figures of R's cor.test.
const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const score = fc.integer({ min: 0, max: 6 });
const rows = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 40 });
const columns = (list: readonly (readonly [number, number])[]): [number[], number[]] => [
  list.map(([a]) => a),
  list.map(([, b]) => b),
];
const methods = ["pearson", "spearman", "kendall"] as const;

function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) => orders(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}

describe("correlation", () => {
  test("gives R's figures of Anscombe's first set", () => {
    const pearson = correlation(x, y);
    expect(pearson.value).toBeCloseTo(0.81642051634484, 13);
    expect(pearson.statistic).toBeCloseTo(4.24145528889283, 12);
    expect(pearson.pValue).toBeCloseTo(0.00216962887307879, 13);
    expect(pearson.interval?.low).toBeCloseTo(0.424391213393217, 13);
    expect(pearson.interval?.high).toBeCloseTo(0.950693253786561, 13);
    expect(pearson).toMatchObject({ degreesOfFreedom: 9, n: 11, missing: 0 });
    const spearman = correlation(x, y, { method: "spearman", exact: false });
    expect(spearman.value).toBeCloseTo(0.818181818181818, 13);
    expect(spearman.pValue).toBeCloseTo(0.00208314484047869, 13);
    const half = 1.959963984540054 * Math.sqrt((1 + (9 / 11) ** 2 / 2) / 8);
    expect(spearman.interval?.low).toBeCloseTo(Math.tanh(Math.atanh(9 / 11) - half), 12);
    const kendall = correlation(x, y, { method: "kendall", exact: false });
    expect(kendall.value).toBeCloseTo(0.636363636363636, 13);
    expect(kendall.pValue).toBeCloseTo(0.00643509123155912, 13);
    const reach = 1.959963984540054 * Math.sqrt(0.437 / 7);
    expect(kendall.interval?.high).toBeCloseTo(Math.tanh(Math.atanh(7 / 11) + reach), 12);
  });

  test("gives SciPy's figures of tied ranks and of exact tests", () => {
    const first = [3, 5, 4, 4, 5, 2, 3, 4, 5, 5, 1, 4];
    const second = [2, 3, 3, 4, 1, 2, 5, 3, 2, 2, 1, 1];
    const tied = correlation(first, second, { method: "kendall" });
    expect(tied.value).toBeCloseTo(-0.018692405136401476, 13);
    expect(tied.pValue).toBeCloseTo(0.9407225111372622, 13);
    const a = [0.4, 1.2, 3.3, 2.1, 5.9, 4.4, 0.3];
    const b = [1, 3, 2, 5, 4, 7, 6];
    expect(correlation(a, b, { method: "kendall" }).pValue).toBeCloseTo(0.7726190476190476, 13);
    expect(correlation(a, b, { method: "spearman", exact: false }).pValue).toBeCloseTo(0.7016579425162727, 13);
  });

  test("counts exactly as many orders as there are: seven pairs", () => {
    const a = [4, 1, 7, 2, 6, 3, 5];
    const every = orders([1, 2, 3, 4, 5, 6, 7]);
    for (const b of [every[100], every[2345], every[5000]] as number[][]) {
      for (const method of ["spearman", "kendall"] as const) {
        const own = correlation(a, b, { method }).value ?? Number.NaN;
        const all = every.map((order) => correlation(a, order, { method, exact: false }).value ?? Number.NaN);
        const lower = all.filter((value) => value <= own + 1e-9).length / all.length;
        const upper = all.filter((value) => value >= own - 1e-9).length / all.length;
        const p = (alternative: "less" | "greater" | "two-sided") => correlation(a, b, { method, alternative }).pValue;
        expect(p("less")).toBeCloseTo(lower, 12);
        expect(p("greater")).toBeCloseTo(upper, 12);
        expect(p("two-sided")).toBeCloseTo(Math.min(1, 2 * Math.min(lower, upper)), 12);
      }
    }
  });

  test("counts all 39,916,800 orders of eleven pairs: 65,848 are as near as Anscombe's, as many as far", () => {
    const exact = (alternative: "less" | "greater" | "two-sided") =>
      correlation(x, y, { method: "spearman", alternative }).pValue;
    expect(exact("two-sided")).toBeCloseTo((2 * 65_848) / 39_916_800, 15);
    expect(exact("greater")).toBeCloseTo(65_848 / 39_916_800, 15);
    expect(exact("less")).toBeCloseTo(39_862_336 / 39_916_800, 15);
  });

  test("takes the series of Best and Roberts from 13 pairs on as R does, and Student's t where something is tied", () => {
    const places = Array.from({ length: 20 }, (_, i) => i);
    // Their squared distances, and the series for 580, to 30 digits by other software.
    const moved = [17, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0, 19, 18];
    const distance = places.reduce((sum, place) => sum + (place - (moved[place] ?? 0)) ** 2, 0);
    expect(distance).toBe(580);
    const untied = correlation(places, moved, { method: "spearman" });
    expect(untied.pValue).toBeCloseTo(2 * 0.00540341013208034, 12);
    const tied = correlation([...places, 5], [...moved, 5], { method: "spearman" });
    expect(tied.pValue).toBe(correlation([...places, 5], [...moved, 5], { method: "spearman", exact: false }).pValue);
  });

  test("finds Kendall's tau-b as all pairs of pairs give it", () => {
    fc.assert(
      fc.property(rows, (list) => {
        let [score_, untiedX, untiedY] = [0, 0, 0];
        list.forEach(([a, b], i) => {
          for (const [c, d] of list.slice(0, i)) {
            score_ += Math.sign(a - c) * Math.sign(b - d);
            untiedX += Number(a !== c);
            untiedY += Number(b !== d);
          }
        });
        const { value } = correlation(...columns(list), { method: "kendall" });
        if (untiedX === 0 || untiedY === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo(score_ / Math.sqrt(untiedX * untiedY), 12);
      }),
    );
  });

  test.each(methods)(
    "by %s is symmetric, turns with a sign, stays within its bounds, and does not mind the order",
    (method) => {
      fc.assert(
        fc.property(rows, (list) => {
          const [a, b] = columns(list);
          const found = correlation(a, b, { method });
          const same = [correlation(b, a, { method }), correlation(a.toReversed(), b.toReversed(), { method })];
          for (const other of same) {
            expect(other.value ?? 2).toBeCloseTo(found.value ?? 2, 12);
            expect(other.pValue ?? 2).toBeCloseTo(found.pValue ?? 2, 10);
          }
          const turned = correlation(
            a,
            b.map((value) => 7 - 3 * value),
            { method },
          );
          expect(turned.value ?? 0).toBeCloseTo(-(found.value ?? 0), 12);
          if (found.value === null) return;
          expect(Math.abs(found.value)).toBeLessThanOrEqual(1);
          if (found.interval === null) return;
          expect(found.interval.low).toBeLessThan(found.value);
          expect(found.interval.high).toBeGreaterThan(found.value);
        }),
      );
    },
  );

  test.each(methods)("by %s leaves out pairs with a missing value, and counts them", (method) => {
    const holed = correlation([null, 1, 2, 3, undefined, 4, Number.NaN, 6], [1, 2, null, 5, 6, 4, 8, 9], { method });
    expect(holed).toEqual({ ...correlation([1, 3, 4, 6], [2, 5, 4, 9], { method }), missing: 4 });
  });

  test.each(methods)("by %s cannot tell from one pair or from a constant", (method) => {
    const nothing = { value: null, statistic: null, pValue: null, interval: null };
    expect(correlation([], [], { method })).toMatchObject({ ...nothing, n: 0 });
    expect(correlation([1], [2], { method })).toMatchObject({ ...nothing, n: 1 });
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3], { method })).toMatchObject({ ...nothing, n: 3 });
  });

  test("is exactly 1 on a line, where there is no interval and no finite t", () => {
    const line = correlation([1, 2, 3, 4, 5], [3, 5, 7, 9, 11]);
    expect(line).toMatchObject({ value: 1, statistic: null, pValue: 0, interval: null });
    expect(correlation([1, 2, 3, 4, 5], [3, 5, 7, 9, 11], { alternative: "less" }).pValue).toBe(1);
    expect(correlation([1, 2], [2, 1])).toMatchObject({ value: -1, pValue: null, degreesOfFreedom: null });
    const ranked = correlation([1, 2, 3, 4, 5], [1, 4, 9, 16, 25], { method: "spearman" });
    expect(ranked).toMatchObject({ value: 1, interval: null });
    expect(ranked.pValue).toBeCloseTo(2 / 120, 15);
    const numbers = Array.from({ length: 100_000 }, (_, i) => i);
    expect(correlation(numbers, numbers, { method: "kendall" })).toMatchObject({ value: 1, interval: null });
  });

  test.each([
    [() => correlation([1, 2], [1]), "invalid-option"],
    [() => correlation([1, Number.POSITIVE_INFINITY], [1, 2]), "invalid-value"],
    [() => correlation([1, "2" as never], [1, 2]), "invalid-value"],
    [() => correlation([1, 2], [1, 2], { method: "phi" as never }), "invalid-option"],
    [() => correlation([1, 2], [1, 2], { level: 1 }), "invalid-option"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});
