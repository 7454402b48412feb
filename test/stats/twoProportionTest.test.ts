import { newcombeDifference, twoProportionTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("twoProportionTest", () => {
  test("gives the figures of R's prop.test(c(15, 25), c(50, 50)), with and without correction", () => {
    const plain = twoProportionTest(15, 50, 25, 50);
    expect((plain.statistic ?? 0) ** 2).toBeCloseTo(4.16667, 5);
    expect(plain.pValue).toBeCloseTo(0.04123, 5);
    const corrected = twoProportionTest(15, 50, 25, 50, { continuity: true, method: "wald" });
    expect((corrected.statistic ?? 0) ** 2).toBeCloseTo(3.375, 10);
    expect(corrected.pValue).toBeCloseTo(0.06619, 5);
    // ±1.959964 √(.3 · .7 / 50 + .5² / 50), and ½ (1/50 + 1/50) more.
    expect(corrected.interval?.low).toBeCloseTo(-0.2 - 1.959963984540054 * Math.sqrt(0.0092) - 0.02, 12);
    expect(corrected.interval?.high).toBeCloseTo(-0.2 + 1.959963984540054 * Math.sqrt(0.0092) + 0.02, 12);
  });

  test("gives R's interval by Wald and the one by Agresti and Caffo", () => {
    const { interval } = twoProportionTest(56, 70, 48, 80, { method: "wald" });
    expect(interval?.low).toBeCloseTo(0.0575048991490372, 13);
    expect(interval?.high).toBeCloseTo(0.342495100850963, 13);
    const caffo = twoProportionTest(56, 70, 48, 80, { method: "agresti-caffo" }).interval;
    expect(caffo?.low).toBeCloseTo(0.0524529266380537, 13);
    expect(caffo?.high).toBeCloseTo(0.335758455475767, 13);
    expect(twoProportionTest(10, 10, 0, 10, { method: "agresti-caffo" }).interval?.high).toBe(1);
  });

  test("gives Newcombe's interval unless told otherwise, widened where corrected", () => {
    expect(twoProportionTest(56, 70, 48, 80).interval).toEqual(newcombeDifference(56, 70, 48, 80));
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 11.
    const { interval } = twoProportionTest(56, 70, 48, 80, { continuity: true });
    expect(interval?.low).toBeCloseTo(0.0428, 4);
    expect(interval?.high).toBeCloseTo(0.3422, 4);
  });

  test("gives both shares and both ratios, null where these divide by 0", () => {
    expect(twoProportionTest(9, 10, 3, 10)).toMatchObject({ shares: [0.9, 0.3], n: 20 });
    expect(twoProportionTest(9, 10, 3, 10).riskRatio).toBeCloseTo(3, 12);
    expect(twoProportionTest(9, 10, 3, 10).oddsRatio).toBeCloseTo(21, 12);
    expect(twoProportionTest(5, 56, 0, 29)).toMatchObject({ riskRatio: null, oddsRatio: null });
    expect(twoProportionTest(0, 29, 5, 56)).toMatchObject({ riskRatio: 0, oddsRatio: 0 });
    expect(twoProportionTest(10, 10, 5, 10)).toMatchObject({ riskRatio: 2, oddsRatio: null });
  });

  test("has no p-value where both samples are of one kind", () => {
    for (const [a, b] of [
      [0, 0],
      [10, 20],
    ] as const) {
      const result = twoProportionTest(a, 10, b, 20);
      expect(result).toMatchObject({ difference: 0, statistic: null, pValue: null });
      expect(result.interval?.low).toBeLessThan(0);
    }
  });

  test("turns round with its samples, and its one-sided p-values are 1 together and the smaller half the two-sided", () => {
    fc.assert(
      fc.property(sample, sample, fc.boolean(), ([a, n], [b, m], continuity) => {
        const result = twoProportionTest(a, n, b, m, { continuity });
        const turned = twoProportionTest(b, m, a, n, { continuity });
        expect(turned.difference).toBeCloseTo(-(result.difference ?? 2), 12);
        if (result.pValue === null) {
          expect(turned.pValue).toBeNull();
          return;
        }
        expect(turned.pValue).toBeCloseTo(result.pValue, 10);
        const [less, greater] = (["less", "greater"] as const).map(
          (alternative) => twoProportionTest(a, n, b, m, { alternative, continuity }).pValue ?? 0,
        );
        expect((less ?? 0) + (greater ?? 0)).toBeCloseTo(1, 12);
        expect(2 * Math.min(less ?? 0, greater ?? 0)).toBeCloseTo(result.pValue, 10);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("corrects by R's min(½, |difference| / Σ 1/n): not at all where the shares are alike", () => {
    // prop.test(c(5, 10), c(10, 20)): X² = 0, p = 1, and the interval is the one without correction.
    const alike = twoProportionTest(5, 10, 10, 20, { continuity: true, method: "wald" });
    expect(alike).toMatchObject({ statistic: 0, pValue: 1 });
    expect(alike.interval).toEqual(twoProportionTest(5, 10, 10, 20, { method: "wald" }).interval);
    // A difference under ½ Σ 1/n widens the interval by just as much.
    const near = twoProportionTest(11, 20, 10, 20, { continuity: true, method: "wald" });
    const plain = twoProportionTest(11, 20, 10, 20, { method: "wald" });
    expect(near.statistic).toBeCloseTo(0, 14);
    expect((near.interval?.high ?? 0) - (plain.interval?.high ?? 0)).toBeCloseTo(0.05, 12);
  });

  test("never corrects so much that the sign turns", () => {
    const { statistic, pValue } = twoProportionTest(5, 10, 50, 99, { continuity: true });
    expect(Math.abs(statistic ?? 1)).toBe(0);
    expect(pValue).toBe(1);
  });

  test("refuses what is no sample and what is no option", () => {
    for (const wrong of [
      () => twoProportionTest(3, 2, 1, 2),
      () => twoProportionTest(1, 2, 1, 0),
      () => twoProportionTest(1, 2, 1, 2, { level: 95 }),
      () => twoProportionTest(1, 2, 1, 2, { method: "score" as never }),
      () => twoProportionTest(1, 2, 1, 2, { alternative: "smaller" as never }),
      () => twoProportionTest(1, 2, 1, 2, { correct: true } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
