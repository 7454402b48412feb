import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { standardise } from "../../src/stats/standardise.js";

describe("standardise", () => {
  test("gives deviations from the mean in standard deviations, each row as often as it counts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))), (rows) => {
        const all = rows.flatMap(([figure, count]) => new Array<number>(count).fill(figure));
        const result = standardise(
          rows.map(([figure]) => figure),
          rows.map(([, count]) => count),
        );
        expect(result.n).toBe(all.length);
        expect(result.scores === null).toBe(new Set(all).size < 2);
        if (result.scores === null) return;
        expect(result.mean).toBeCloseTo(mean(all), 13);
        expect(result.standardDeviation).toBeCloseTo(sampleStandardDeviation(all), 13);
        rows.forEach(([figure], row) => {
          expect(result.scores?.[row]).toBeCloseTo((figure - mean(all)) / sampleStandardDeviation(all), 12);
        });
      }),
    );
  });

  test("leaves out what is missing", () => {
    const { n, mean: middle, scores } = standardise([1, Number.NaN, 3]);
    expect([n, middle]).toEqual([2, 2]);
    expect(scores?.[1]).toBeNaN();
  });

  test("has no scores where figures do not vary but by their last digits", () => {
    expect(standardise([])).toEqual({ n: 0, mean: null, standardDeviation: null, scores: null });
    expect(standardise([Number.NaN])).toEqual({ n: 0, mean: null, standardDeviation: null, scores: null });
    expect(standardise([4])).toEqual({ n: 1, mean: 4, standardDeviation: null, scores: null });
    expect(standardise([0, 0])).toEqual({ n: 2, mean: 0, standardDeviation: 0, scores: null });
    expect(standardise([0.1 + 0.2, 0.3])).toMatchObject({ standardDeviation: 0, scores: null });
  });

  test("loses no digits to size, to a mean far from zero, or to the order of many rows", () => {
    expect(standardise([1e140, -1e140]).standardDeviation).toBeCloseTo(Math.SQRT2 * 1e140, -127);
    expect(standardise([1e-300, 3e-300]).scores?.[1]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(standardise([1e9, 1e9 + 1, 1e9 + 2])).toMatchObject({ mean: 1e9 + 1, standardDeviation: 1 });
    const many = Array.from({ length: 100_000 }, (_, row) => 0.1 * Math.floor(row / 10_000));
    expect(standardise(many).mean).toBeCloseTo(0.45, 15);
  });
});
