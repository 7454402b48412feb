import { mcnemarTest, type TwoByTwoTable } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const approval: TwoByTwoTable = [
  [794, 86],
  [150, 570],
];
const tableOf = (a: number, b: number, c: number, d: number): TwoByTwoTable => [
  [a, b],
  [c, d],
];

describe("mcnemarTest", () => {
  test("gives the figures of R's help page: approval of a prime minister in two surveys (Agresti 1990, p. 350)", () => {
    const plain = mcnemarTest(approval, { continuity: false });
    expect(plain).toMatchObject({ degreesOfFreedom: 1, method: "chi-square", n: 1600 });
    expect(plain.statistic).toBeCloseTo(17.3559322033898, 12);
    expect((plain.pValue ?? 0) / 3.09929344104522e-5).toBeCloseTo(1, 11);
    const corrected = mcnemarTest(approval);
    expect(corrected.statistic).toBeCloseTo(16.8177966101695, 12);
    expect((corrected.pValue ?? 0) / 4.11456228134594e-5).toBeCloseTo(1, 11);
    expect(corrected.difference).toBeCloseTo(0.55 - 0.59, 12);
  });

  test("is exact for a handful: 1 against 7 (Bentur et al. 2009, in Fagerland, Lydersen and Laake 2014)", () => {
    const result = mcnemarTest(tableOf(1, 1, 7, 12));
    expect(result).toMatchObject({ method: "exact", statistic: null, degreesOfFreedom: null, n: 21 });
    expect(result.pValue).toBeCloseTo((2 * (1 + 8)) / 2 ** 8, 14);
    expect(result.difference).toBeCloseTo(-6 / 21, 14);
    // (2 − 8) / 23 and 1.96 times the root of (10 / 23 − (6 / 23)²) / 23.
    const half = 1.959963984540054 * Math.sqrt((10 / 23 - (6 / 23) ** 2) / 23);
    expect(result.interval?.low).toBeCloseTo(-6 / 23 - half, 13);
    expect(result.interval?.high).toBeCloseTo(-6 / 23 + half, 13);
  });

  test("chooses by how many differ, and by the options", () => {
    expect(mcnemarTest(tableOf(50, 4, 20, 50)).method).toBe("exact");
    expect(mcnemarTest(tableOf(50, 5, 20, 50)).method).toBe("chi-square");
    expect(mcnemarTest(tableOf(50, 4, 20, 50), { exact: false }).statistic).toBeCloseTo(15 ** 2 / 24, 12);
    expect(mcnemarTest(tableOf(50, 4, 20, 50), { continuity: false }).statistic).toBeCloseTo(16 ** 2 / 24, 12);
    expect(mcnemarTest(approval, { exact: true }).method).toBe("exact");
  });

  test("tells nothing where no pair differs, and nothing at all without pairs", () => {
    const same = mcnemarTest(tableOf(5, 0, 0, 5));
    expect(same).toMatchObject({ statistic: null, pValue: null, difference: 0 });
    expect(same.interval?.low).toBeCloseTo(-(same.interval?.high ?? 0), 14);
    expect(mcnemarTest(tableOf(0, 0, 0, 0))).toMatchObject({ pValue: null, difference: null, interval: null, n: 0 });
  });

  test("is certain of nothing where as many change either way", () => {
    expect(mcnemarTest(tableOf(0, 3, 3, 0)).pValue).toBe(1);
    expect(mcnemarTest(tableOf(0, 30, 30, 0))).toMatchObject({ statistic: 0, pValue: 1 });
  });

  test("turns round with the two answers, and looks only at pairs that differ", () => {
    const count = fc.nat(60);
    fc.assert(
      fc.property(count, count, count, count, fc.nat(1000), (a, b, c, d, more) => {
        fc.pre(b + c > 0);
        const result = mcnemarTest(tableOf(a, b, c, d));
        const turned = mcnemarTest(tableOf(a, c, b, d));
        expect(turned.pValue).toBe(result.pValue);
        expect(turned.difference).toBeCloseTo(-(result.difference ?? 0), 12);
        expect(turned.interval?.low).toBeCloseTo(-(result.interval?.high ?? 0), 12);
        expect(mcnemarTest(tableOf(a + more, b, c, d)).pValue).toBe(result.pValue);
        expect(result.interval?.low).toBeGreaterThanOrEqual(-1);
        expect(result.interval?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("refuses what is no table of counts and what is no option", () => {
    expect(() => mcnemarTest(tableOf(1, 1, -1, 1))).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    expect(() => mcnemarTest(tableOf(1, 1, 1, 1), { level: 0 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => mcnemarTest(tableOf(1, 1, 1, 1), { correct: true } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
