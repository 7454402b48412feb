import { welchTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { welchFromSummary } from "../../src/stats/welchTest.js";

// Student's (1908) data on sleep, as R has them.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 12 });

describe("welchTest", () => {
  test("gives what R's t.test says of the sleep data", () => {
    const result = welchTest(first, second);
    expect(result.statistic).toBeCloseTo(-1.8608134674868526, 12);
    expect(result.degreesOfFreedom).toBeCloseTo(17.776473516178488, 10);
    expect(result.pValue).toBeCloseTo(0.0793941401873583, 12);
    expect(result.interval?.low).toBeCloseTo(-3.3654832307117104, 11);
    expect(result.interval?.high).toBeCloseTo(0.20548323071171137, 11);
    expect(result.means).toEqual([0.75, 2.33]);
    expect(result.n).toEqual([10, 10]);
    expect(welchTest(first, second, { alternative: "less" }).pValue).toBeCloseTo(0.03969707009367915, 12);
    expect(welchTest(first, second, { equalVariances: true })).toMatchObject({ degreesOfFreedom: 18 });
  });

  test("keeps its digits where values lie close together and far from 0: prices of a thousand million", () => {
    const x = [1000000000.0010844, 1000000000.0005778, 999999999.9993564, 999999999.9992763, 1000000000.0020106];
    const y = [1000000000.0031295, 1000000000.0001819, 1000000000.0013852];
    // In exact fractions of these very numbers.
    const { difference, statistic } = welchTest(x, y);
    expect(difference).toBeCloseTo(-0.001104434331258138, 18);
    expect(statistic).toBeCloseTo(-1.1025033267984974, 10);
    expect(welchTest(x, y, { equalVariances: true }).difference).toBe(difference);
  });

  test("cannot tell where there are too few values, or where they do not vary", () => {
    const nothing = { pValue: null, interval: null, statistic: null };
    expect(welchTest([], [1, 2])).toMatchObject({ ...nothing, difference: null, means: [null, 1.5], n: [0, 2] });
    expect(welchTest([3], [1, 2])).toMatchObject({ ...nothing, difference: 1.5 });
    expect(welchTest([0.1, 0.1, 0.1], [0.3, 0.3])).toMatchObject({ ...nothing, standardError: 0 });
    expect(welchTest([3], [1], { equalVariances: true })).toMatchObject({ ...nothing, difference: 2 });
    expect(welchTest([3], [1, 2], { equalVariances: true })).toMatchObject({ degreesOfFreedom: 1, difference: 1.5 });
    expect(welchTest([2, 2], [1, 3, 8])).toMatchObject({ degreesOfFreedom: 2 });
  });

  test("turns round with its samples; one-sided p-values add up to one; the interval tells what the test tells", () => {
    fc.assert(
      fc.property(sample, sample, fc.boolean(), (x, y, equalVariances) => {
        const found = welchTest(x, y, { equalVariances });
        fc.pre(found.pValue !== null && found.interval !== null && found.difference !== null);
        const turned = welchTest(y, x, { equalVariances });
        expect(turned.difference).toBeCloseTo(-(found.difference ?? Number.NaN), 12);
        expect(turned.pValue).toBeCloseTo(found.pValue ?? Number.NaN, 12);
        const less = welchTest(x, y, { alternative: "less", equalVariances }).pValue ?? Number.NaN;
        const greater = welchTest(x, y, { alternative: "greater", equalVariances }).pValue ?? Number.NaN;
        expect(less + greater).toBeCloseTo(1, 12);
        expect(2 * Math.min(less, greater)).toBeCloseTo(found.pValue ?? Number.NaN, 12);
        fc.pre(Math.abs((found.pValue ?? 0) - 0.05) > 1e-9);
        expect((found.interval?.low ?? 0) > 0 || (found.interval?.high ?? 0) < 0).toBe((found.pValue ?? 1) < 0.05);
      }),
    );
  });

  test("does the same from means and standard errors", () => {
    const summary = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length), n: values.length };
    };
    const found = welchFromSummary(summary(first), summary(second));
    expect(found.pValue).toBeCloseTo(0.0793941401873583, 12);
    expect(welchFromSummary({ ...summary(first), standardError: null }, summary(second)).pValue).toBeNull();
    // Standard errors whose squares are no numbers any more.
    const [tiny, huge] = [summary(first), summary(second)].map((each, i) => {
      const scale = i === 0 ? 1e-200 : 1e200;
      return welchFromSummary(
        { ...each, standardError: each.standardError * scale },
        { ...each, mean: each.mean + each.standardError * scale, standardError: each.standardError * scale },
      );
    });
    expect(huge?.statistic).toBeCloseTo(-Math.SQRT1_2, 12);
    expect(tiny?.degreesOfFreedom).toBeCloseTo(18, 12);
  });

  test.each([
    [() => welchTest([1, Number.POSITIVE_INFINITY], [1, 2]), "invalid-value"],
    [() => welchTest([1, 2], [1, 1e200]), "invalid-value"],
    [() => welchTest([1, "2" as never], [1, 2]), "invalid-value"],
    [() => welchTest([1, 2], [1, 2], { level: 95 }), "invalid-option"],
    [() => welchTest([1, 2], [1, 2], { alternative: "more" as never }), "invalid-option"],
    [() => welchTest([], [], { equal: true } as never), "invalid-option"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});
