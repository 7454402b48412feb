import { kruskalWallisTest, mannWhitneyTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const group = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 9 });

describe("kruskalWallisTest", () => {
  test("gives the published figures of Hollander and Wolfe (1973), p. 116, as in R", () => {
    const result = kruskalWallisTest([
      [2.9, 3, 2.5, 2.6, 3.2],
      [3.8, 2.7, 4, 2.4],
      [2.8, 3.4, 3.7, 2.2, 2],
    ]);
    expect(result.statistic).toBeCloseTo(0.771428571428572, 13);
    expect(result.pValue).toBeCloseTo(0.679964773578894, 13);
    expect(result).toMatchObject({ degreesOfFreedom: 2, n: 14 });
    expect(result.epsilonSquared).toBeCloseTo(0.771428571428572 / 13, 13);
    expect(result.etaSquared).toBeCloseTo((0.771428571428572 - 2) / 11, 13);
  });

  test("corrects for ties as SciPy does", () => {
    const result = kruskalWallisTest([
      [1, 2, 3, 4, 5, 5],
      [6, 7, 8, 9, 10, 5],
      [2, 4, 6, 8],
    ]);
    expect(result.statistic).toBeCloseTo(7.931547619047624, 12);
    expect(result.pValue).toBeCloseTo(0.0189533646424384, 13);
  });

  test("is the rank-sum test without continuity correction for two groups", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const { pValue } = mannWhitneyTest(x, y, { exact: false, continuity: false });
        const ranked = kruskalWallisTest([x, y]).pValue;
        expect(ranked === null).toBe(pValue === null);
        expect(ranked ?? 0).toBeCloseTo(pValue ?? 0, 11);
      }),
    );
  });

  test("does not mind the order of groups, empty ones, or anything that keeps the order of values", () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), (groups) => {
        const found = kruskalWallisTest(groups);
        const other = groups.toReversed().map((values) => values.map((value) => Math.exp(value)));
        const turned = kruskalWallisTest([...other, []]);
        expect(turned.statistic ?? -1).toBeCloseTo(found.statistic ?? -1, 10);
        expect(turned.meanRanks.at(-1)).toBeNull();
        expect(found.epsilonSquared ?? 0).toBeGreaterThanOrEqual(0);
        expect(found.epsilonSquared ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("cannot tell from one group, or from nothing but ties", () => {
    for (const groups of [[], [[1, 2, 3], []], [[5, 5], [5]]]) {
      expect(kruskalWallisTest(groups)).toMatchObject({ statistic: null, pValue: null, epsilonSquared: null });
    }
    expect(kruskalWallisTest([[1], [2], [3]])).toMatchObject({ degreesOfFreedom: 2, etaSquared: null });
  });

  test("refuses what is no number", () => {
    expect(() => kruskalWallisTest([[1], [Number.POSITIVE_INFINITY]])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
  });
});
