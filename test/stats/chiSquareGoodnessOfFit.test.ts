import { chiSquareGoodnessOfFit } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("chiSquareGoodnessOfFit", () => {
  test("gives R's figures", () => {
    const even = chiSquareGoodnessOfFit([20, 20, 20, 40]);
    expect(even).toMatchObject({ statistic: 12, degreesOfFreedom: 3, smallestExpected: 25, n: 100 });
    expect(even.pValue).toBeCloseTo(0.00738316050535977, 13);
    expect(even.residuals).toEqual([-1, -1, -1, 3]);
    expect(even.standardisedResiduals[3]).toBeCloseTo(3 / Math.sqrt(0.75), 12);
    // R's help page of chisq.test.
    const help = chiSquareGoodnessOfFit([89, 37, 30, 28, 2], { expected: [0.4, 0.2, 0.2, 0.15, 0.05] });
    expect(help.statistic).toBeCloseTo(9.99014336917563, 12);
    expect(help.pValue).toBeCloseTo(0.0405940433447812, 12);
    expect(help.expected.map((count) => Math.round(count * 10) / 10)).toEqual([74.4, 37.2, 37.2, 27.9, 9.3]);
  });

  test("gives Mendel's peas, 315, 101, 108 and 32 against 9 : 3 : 3 : 1", () => {
    const { statistic } = chiSquareGoodnessOfFit([315, 101, 108, 32], { expected: [9 / 16, 3 / 16, 3 / 16, 1 / 16] });
    // Pearson (1900) makes it 0.470.
    expect(statistic).toBeCloseTo(0.47, 3);
  });

  test("tells nothing from nothing or from one category", () => {
    expect(chiSquareGoodnessOfFit([])).toMatchObject({ statistic: null, pValue: null, n: 0, smallestExpected: null });
    expect(chiSquareGoodnessOfFit([7])).toMatchObject({ statistic: null, pValue: null, n: 7, residuals: [0] });
    expect(chiSquareGoodnessOfFit([0, 0])).toMatchObject({ statistic: null, pValue: null, residuals: [null, null] });
  });

  test("is 0 and certain at a perfect fit, and does not mind the order", () => {
    expect(chiSquareGoodnessOfFit([5, 5, 5, 5])).toMatchObject({ statistic: 0, pValue: 1 });
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 2, maxLength: 8 }), (counts) => {
        const { statistic, pValue } = chiSquareGoodnessOfFit(counts);
        const turned = chiSquareGoodnessOfFit(counts.toReversed());
        if (statistic === null) {
          expect(counts.every((count) => count === 0)).toBe(true);
          return;
        }
        expect(turned.statistic).toBeCloseTo(statistic, 9);
        expect(turned.pValue).toBeCloseTo(pValue ?? Number.NaN, 9);
      }),
    );
  });

  test("refuses wrong counts and wrong shares", () => {
    expect(() => chiSquareGoodnessOfFit([1, -1])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    for (const expected of [[1], [0.5, 0.6], [1, 0], [1.5, -0.5], [Number.NaN, 1]]) {
      expect(() => chiSquareGoodnessOfFit([1, 2], { expected })).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});
