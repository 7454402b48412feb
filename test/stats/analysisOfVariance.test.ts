import { analysisOfVariance, welchTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const hollander = [
  [2.9, 3, 2.5, 2.6, 3.2],
  [3.8, 2.7, 4, 2.4],
  [2.8, 3.4, 3.7, 2.2, 2],
];
const group = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 9 });

describe("analysisOfVariance", () => {
  test("gives what R's oneway.test says, in both forms", () => {
    const welch = analysisOfVariance(hollander);
    expect(welch.statistic).toBeCloseTo(0.391905478385786, 12);
    expect(welch.degreesOfFreedom?.[1]).toBeCloseTo(5.51870157516345, 12);
    expect(welch.pValue).toBeCloseTo(0.693185476837351, 12);
    const fisher = analysisOfVariance(hollander, { equalVariances: true });
    expect(fisher.statistic).toBeCloseTo(0.560073260073261, 12);
    expect(fisher.pValue).toBeCloseTo(0.586632991041737, 12);
    expect(fisher).toMatchObject({ degreesOfFreedom: [2, 11], n: 14, means: [2.84, 3.225, 2.82] });
    expect(fisher.etaSquared).toBeCloseTo(0.0924202127659574, 12);
  });

  test("is the t test, squared, for two groups", () => {
    fc.assert(
      fc.property(group, group, fc.boolean(), (x, y, equalVariances) => {
        const t = welchTest(x, y, { equalVariances });
        const f = analysisOfVariance([x, y], { equalVariances });
        fc.pre(f.statistic !== null && t.pValue !== null);
        expect(f.statistic).toBeCloseTo((t.statistic ?? Number.NaN) ** 2, 8);
        expect(f.pValue).toBeCloseTo(t.pValue ?? Number.NaN, 10);
      }),
    );
  });

  test("does not mind the order of the groups, empty ones, or another unit", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), fc.boolean(), (groups, equalVariances) => {
        const found = analysisOfVariance(groups, { equalVariances });
        const other = groups.toReversed().map((values) => values.map((value) => 2 * value + 5));
        const turned = analysisOfVariance([[], ...other], { equalVariances });
        expect(turned.statistic === null).toBe(found.statistic === null);
        expect(turned.pValue ?? 0).toBeCloseTo(found.pValue ?? 0, 10);
        expect(turned.means[0]).toBeNull();
      }),
    );
  });

  test("cannot tell from one group, or without variation within", () => {
    expect(analysisOfVariance([])).toMatchObject({ statistic: null, etaSquared: null, means: [], n: 0 });
    expect(analysisOfVariance([[1, 2], []])).toMatchObject({ pValue: null, etaSquared: 0, n: 2 });
    const constant = [
      [0.1, 0.1, 0.1],
      [0.1, 0.1],
    ];
    expect(analysisOfVariance(constant)).toMatchObject({ pValue: null, etaSquared: null });
    const apart = [
      [1, 1],
      [2, 2],
    ];
    expect(analysisOfVariance(apart, { equalVariances: true })).toMatchObject({ pValue: null, etaSquared: 1 });
    // One group without variation stops Welch's form only.
    expect(
      analysisOfVariance([
        [1, 1],
        [2, 3],
      ]),
    ).toMatchObject({ pValue: null });
    expect(
      analysisOfVariance(
        [
          [1, 1],
          [2, 3],
        ],
        { equalVariances: true },
      ).statistic,
    ).toBeCloseTo(9, 12);
    expect(analysisOfVariance([[1], [2, 3], [4]], { equalVariances: true }).degreesOfFreedom).toEqual([2, 1]);
  });

  test("refuses what is no number and no option", () => {
    expect(() => analysisOfVariance([[1], [2, Number.POSITIVE_INFINITY]])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(() => analysisOfVariance([], { equal: true } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
