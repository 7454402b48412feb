import { cohensD, cohensH, hedgesG, welchTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const now = { mean: 103, standardDeviation: 5.5, n: 50 };
const before = { mean: 100, standardDeviation: 4.5, n: 50 };
const sample = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 12 });

describe("cohensD and hedgesG", () => {
  test("give the published figures of Borenstein and others (2009), chapter 4", () => {
    const d = cohensD(now, before);
    expect(d.value).toBeCloseTo(0.597022, 6);
    expect((d.standardError ?? 0) ** 2).toBeCloseTo(0.0418, 4);
    const g = hedgesG(now, before);
    expect(g.value).toBeCloseTo(0.592442, 6);
    expect((g.standardError ?? 0) ** 2).toBeCloseTo(0.0411, 4);
    expect((g.value ?? 0) / (d.value ?? 1)).toBeCloseTo(0.992327, 6);
    expect(d).toMatchObject({ magnitude: "medium", degreesOfFreedom: 98 });
  });

  test("have the exact interval that SciPy's noncentral t gives", () => {
    const { interval } = cohensD(now, before);
    expect(interval?.low).toBeCloseTo(0.19478203553107057, 9);
    expect(interval?.high).toBeCloseTo(0.996346293263402, 9);
    expect(hedgesG(now, before).interval?.low).toBeCloseTo(0.19478203553107057 * (1 - 3 / 391), 9);
  });

  test("have an interval that misses 0 exactly where Student's test rejects it", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { value, interval } = cohensD(x, y);
        const { pValue } = welchTest(x, y, { equalVariances: true });
        expect(interval === null).toBe(pValue === null);
        if (interval === null || value === null || pValue === null) return;
        fc.pre(Math.abs(pValue - 0.05) > 1e-9);
        expect(interval.low > 0 || interval.high < 0).toBe(pValue < 0.05);
        expect(cohensD(y, x).value).toBeCloseTo(-value, 12);
        expect(cohensD(y, x).interval?.low).toBeCloseTo(-interval.high, 8);
      }),
    );
  });

  test("stay exact for large samples", () => {
    const [many, more] = [
      { mean: 1, standardDeviation: 1, n: 1e6 },
      { mean: 0, standardDeviation: 1, n: 1e6 },
    ];
    const { value, interval } = cohensD(many, more);
    expect(value).toBe(1);
    // Near enough normal, with the variance 2/n + d²/(4n).
    expect(interval?.high).toBeCloseTo(1 + 1.959964 * Math.sqrt(2.25e-6), 6);
    expect(interval?.low).toBeCloseTo(1 - 1.959964 * Math.sqrt(2.25e-6), 6);
  });

  test("cannot tell from too few values, or where they do not vary", () => {
    for (const [x, y] of [
      [[], [1, 2]],
      [[1], [2]],
      [
        [1, 1],
        [2, 2],
      ],
    ] as const) {
      expect(cohensD(x, y)).toEqual({
        value: null,
        standardError: null,
        interval: null,
        degreesOfFreedom: null,
        magnitude: null,
        n: [x.length, y.length],
        missing: [0, 0],
      });
    }
    expect(cohensD([3], [1, 2]).value).toBeCloseTo(1.5 / Math.SQRT1_2, 12);
    expect(cohensD([1, 2, 3], [1, 2, 3])).toMatchObject({ value: 0, magnitude: "negligible" });
  });

  test("refuse what makes no sense", () => {
    expect(() => cohensD([1, Number.POSITIVE_INFINITY], [1])).toThrowError(
      expect.objectContaining({ code: "invalid-value" }),
    );
    for (const wrong of [{ n: 0 }, { mean: null as never }, { standardDeviation: -1 }, { n: Number.NaN }]) {
      expect(() => cohensD({ ...now, ...wrong }, before)).toThrowError(
        expect.objectContaining({ code: "invalid-value" }),
      );
    }
    expect(() => hedgesG(now, before, { level: 95 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});

describe("cohensH", () => {
  test("gives the published figure, turns round, and is π at most", () => {
    expect(cohensH(0.75, 0.5)).toBeCloseTo(0.523599, 6);
    expect(cohensH(0.5, 0.75)).toBeCloseTo(-0.523599, 6);
    expect(cohensH(1, 0)).toBeCloseTo(Math.PI, 14);
    expect(() => cohensH(1.1, 0.5)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  });
});
