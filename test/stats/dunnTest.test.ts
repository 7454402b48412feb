import { dunnTest } from "cxkit";
import { describe, expect, test } from "vitest";

const groups = [
  [1, 2, 3, 4, 5, 5],
  [6, 7, 8, 9, 10, 5],
  [2, 4, 6, 8],
];

describe("dunnTest", () => {
  // Computed apart, with SciPy's ranks, from Dunn's formula with the correction for ties.
  test("compares all pairs of groups with one variance, corrected for ties", () => {
    const result = dunnTest(groups, { adjust: "none" });
    expect(result.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    [-2.8057127097270333, -1.0365349786209639, 1.4729707590929484].forEach((z, i) => {
      expect(result[i]?.statistic).toBeCloseTo(z, 12);
    });
    [0.005020543250527586, 0.2999526297010012, 0.14075892055904973].forEach((p, i) => {
      expect(result[i]?.pValue).toBeCloseTo(p, 13);
      expect(result[i]?.adjustedPValue).toBe(result[i]?.pValue);
    });
  });

  test("adjusts by Holm's method unless told otherwise", () => {
    const adjusted = dunnTest(groups).map(({ adjustedPValue }) => adjustedPValue);
    [3 * 0.005020543250527586, 0.2999526297010012, 2 * 0.14075892055904973].forEach((p, i) => {
      expect(adjusted[i]).toBeCloseTo(p, 13);
    });
    expect(dunnTest(groups, { adjust: "bonferroni" })[1]?.adjustedPValue).toBeCloseTo(3 * 0.2999526297010012, 13);
  });

  test("leaves out empty groups, and cannot tell from nothing but ties", () => {
    expect(dunnTest([[1, 2], [], [3, 4]]).map(({ first, second }) => [first, second])).toEqual([[0, 2]]);
    expect(dunnTest([[1], [1, 1]])).toEqual([
      {
        ...{ first: 0, second: 1, difference: 0, statistic: null, pValue: null, adjustedPValue: null },
        ...{ n: [1, 2], missing: [0, 0] },
      },
    ]);
    expect(dunnTest([[1, 2]])).toEqual([]);
  });

  test("refuses what makes no sense", () => {
    expect(() => dunnTest(groups, { adjust: "sidak" as never })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => dunnTest([[Number.POSITIVE_INFINITY]])).toThrowError(
      expect.objectContaining({ code: "invalid-value" }),
    );
  });
});
