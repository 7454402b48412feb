import { effectiveSampleSize, measure, npsMetric, postStratify } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = (counts: Readonly<Record<string, number>>): { stratum: string }[] =>
  Object.entries(counts).flatMap(([stratum, n]) => new Array<{ stratum: string }>(n).fill({ stratum }));
const stratum = (row: { stratum: string }) => row.stratum;

describe("postStratify", () => {
  test("weighs each stratum by its share of the population over that of the sample", () => {
    // 50 answers of a fifth of the customers, 150 of the rest: effective number 197.37.
    const found = postStratify(sample({ a: 50, b: 150 }), { stratum, population: { a: 2000, b: 8000 } });
    expect(found.weights["a"]).toBeCloseTo(0.8, 12);
    expect(found.weights["b"]).toBeCloseTo(1.066666666666667, 12);
    expect(found.effectiveN).toBeCloseTo(197.3684210526316, 9);
    expect(found.designEffect).toBeCloseTo(200 / 197.3684210526316, 9);
    expect(found.strata[0]).toMatchObject({ stratum: "a", n: 50, share: 0.25, populationShare: 0.2, trimmed: false });
  });

  test("makes the sample like the population, and loses no row", () => {
    const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), fc.integer({ min: 1, max: 30 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(
        counts,
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 4, maxLength: 4 }),
        fc.nat(5),
        (all, sizes, lost) => {
          const names = Object.keys(all);
          const population = Object.fromEntries(names.map((name, index) => [name, sizes[index] ?? 1]));
          const rows = [...sample(all), ...new Array(lost).fill({ stratum: null })];
          const found = postStratify(rows, { stratum, population });
          expect(found.n + found.missing).toBe(rows.length);
          const weigh = (name: string) => found.strata.find((one) => one.stratum === name)?.weight ?? 0;
          const weights = sample(all).map((row) => weigh(row.stratum));
          expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.n, 6);
          expect(found.effectiveN).toBeCloseTo(effectiveSampleSize(weights) ?? 0, 6);
          const total = names.reduce((sum, name) => sum + (population[name] ?? 0), 0);
          for (const one of found.strata) {
            expect((one.weight * one.n) / found.n).toBeCloseTo((population[one.stratum] ?? 0) / total, 8);
          }
        },
      ),
    );
  });

  test("cuts large weights, gives what is cut off to the others, and keeps the sum", () => {
    const rows = sample({ a: 1, b: 40, c: 59 });
    const found = postStratify(rows, { stratum, population: { a: 20, b: 40, c: 40 }, trim: 3 });
    expect(found.strata.map(({ trimmed }) => trimmed)).toEqual([true, false, false]);
    expect(found.weights["a"]).toBe(3);
    expect(found.strata.reduce((sum, { weight, n }) => sum + weight * n, 0)).toBeCloseTo(100, 9);
    // The other two keep their proportion.
    const plain = postStratify(rows, { stratum, population: { a: 20, b: 40, c: 40 } });
    expect((found.weights["b"] ?? 0) / (found.weights["c"] ?? 1)).toBeCloseTo(
      (plain.weights["b"] ?? 0) / (plain.weights["c"] ?? 1),
      12,
    );
    expect(found.effectiveN).toBeGreaterThan(plain.effectiveN ?? 0);
  });

  test("refuses a stratum without rows, and a row without a stratum of the population", () => {
    const code = (wanted: string, row: number | null = null) => expect.objectContaining({ code: wanted, row });
    const population = { a: 1, b: 1 };
    expect(() => postStratify(sample({ a: 3 }), { stratum, population })).toThrowError(code("invalid-option"));
    expect(() => postStratify(sample({ a: 3, c: 1 }), { stratum, population })).toThrowError(code("invalid-value", 3));
    for (const wrong of [
      { population: { a: -1 } },
      { population: 3 },
      { trim: 1 },
      { trim: -2 },
      { stratum: "a" },
      { trimm: 3 },
    ]) {
      expect(() => postStratify(sample({ a: 1, b: 1 }), { stratum, population, ...wrong } as never)).toThrowError(
        code("invalid-option"),
      );
    }
  });

  test("a stratum that the population does not have needs no rows; one of no size gives its rows no weight", () => {
    expect(postStratify(sample({ a: 3 }), { stratum, population: { a: 5, b: 0 } }).weights).toEqual({ a: 1 });
    const rows = [
      { stratum: "a", score: 9 },
      { stratum: "b", score: 0 },
    ];
    const { weights } = postStratify(rows, { stratum, population: { a: 5, b: 0 } });
    expect(weights).toEqual({ a: 2, b: 0 });
    expect(
      measure(
        rows,
        npsMetric((row) => row.score, { weight: (row) => weights[row.stratum] }),
      ).value,
    ).toBe(100);
    expect(postStratify([], { stratum, population: { a: 1 } })).toMatchObject({
      n: 0,
      effectiveN: null,
      designEffect: null,
    });
  });
});

test("refuses a population of nobody, and a trim that leaves nowhere to put what is cut off", () => {
  const wrong = expect.objectContaining({ code: "invalid-option" });
  const rows = sample({ a: 2, b: 2 });
  for (const population of [
    { a: 0, b: 0 },
    { a: 1e308, b: 1e308 },
  ]) {
    expect(() => postStratify(rows, { stratum, population })).toThrowError(wrong);
  }
  expect(() => postStratify(rows, { stratum, population: { a: 1, b: 0 }, trim: 1.5 })).toThrowError(wrong);
});
