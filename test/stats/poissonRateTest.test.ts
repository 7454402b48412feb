import { poissonRateTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const events = fc.record({ count: fc.nat(80), exposure: fc.double({ min: 0.01, max: 1000, noNaN: true }) });

describe("poissonRateTest", () => {
  test("gives the figures of R's help page: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878))", () => {
    const result = poissonRateTest({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
    expect(result.ratio).toBeCloseTo(1.971488, 6);
    expect(result.pValue).toBeCloseTo(0.0796686, 6);
    expect(result.interval?.low).toBeCloseTo(0.858426, 6);
    expect(result.interval?.high).toBeCloseTo(4.277266, 6);
    expect(result).toMatchObject({ rates: [11 / 800, 21 / 3011], n: 32 });
  });

  test.each([
    // Binomial sums with forty digits (mpmath): two-sided, less, greater, and the interval.
    [
      11, 800, 21, 3011, 0.07966863303332947, 0.9759318232273121, 0.05600865978769966, 0.8584264033916397,
      4.277265943654074,
    ],
    [0, 5, 4, 2.5, 0.01234567901234568, 0.01234567901234568, 1, 0, 0.7574334296829354],
    [5, 1, 5, 1, 1, 0.623046875, 0.623046875, 0.2301424689381079, 4.345134579523997],
    [
      40, 100, 60, 90, 0.01218832474133594, 0.007528284957995667, 0.9957630661098762, 0.3917945202225397,
      0.9101034529141917,
    ],
    [
      150, 1000, 100, 1000, 0.001883300935076157, 0.9993934618674185, 0.0009416504675380785, 1.156948196977464,
      1.951744927988403,
    ],
  ])("%i in %f against %i in %f", (count1, exposure1, count2, exposure2, both, less, greater, low, high) => {
    const [first, second] = [
      { count: count1, exposure: exposure1 },
      { count: count2, exposure: exposure2 },
    ];
    expect(poissonRateTest(first, second).pValue).toBeCloseTo(both, 13);
    expect(poissonRateTest(first, second, { alternative: "less" }).pValue).toBeCloseTo(less, 13);
    expect(poissonRateTest(first, second, { alternative: "greater" }).pValue).toBeCloseTo(greater, 13);
    expect(poissonRateTest(first, second).interval?.low).toBeCloseTo(low, 12);
    expect(poissonRateTest(first, second).interval?.high).toBeCloseTo(high, 12);
  });

  test("keeps tiny p-values, whichever exposure is the smaller one", () => {
    const [first, second] = [
      { count: 2, exposure: 1e-6 },
      { count: 5, exposure: 1e6 },
    ];
    // 21 p² and what follows, for p of 1e-12.
    const { pValue } = poissonRateTest(first, second, { alternative: "greater" });
    expect((pValue ?? 1) / 2.1e-23).toBeCloseTo(1, 10);
    expect(poissonRateTest(second, first, { alternative: "less" }).pValue).toBe(pValue);
  });

  test("has no upper end where there is nothing to divide by, and is null where there is nothing at all", () => {
    const result = poissonRateTest({ count: 3, exposure: 10 }, { count: 0, exposure: 10 });
    expect(result).toMatchObject({ ratio: null, interval: { high: null } });
    // A share of .025^(1/3) of all events.
    expect(result.interval?.low).toBeCloseTo(0.025 ** (1 / 3) / (1 - 0.025 ** (1 / 3)), 12);
    expect(result.pValue).toBeCloseTo(0.25, 14);
    expect(poissonRateTest({ count: 0, exposure: 1 }, { count: 0, exposure: 1 })).toMatchObject({
      ratio: null,
      interval: null,
      pValue: null,
    });
  });

  test("turns round with its samples; one-sided p-values overlap in what was observed; exposures only matter by ratio", () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const result = poissonRateTest(first, second);
        if (result.pValue === null) return;
        expect(result.pValue).toBeGreaterThanOrEqual(0);
        expect(result.pValue).toBeLessThanOrEqual(1);
        const turned = poissonRateTest(second, first);
        expect(turned.pValue).toBeCloseTo(result.pValue, 10);
        const { ratio, interval } = result;
        if (interval === null || interval.high === null) expect(turned.interval?.low ?? 0).toBe(0);
        else expect((turned.interval?.low ?? 0) * interval.high).toBeCloseTo(1, 10);
        if (interval !== null && ratio !== null) {
          expect(interval.low).toBeLessThanOrEqual(ratio);
          expect(interval.high ?? 0).toBeGreaterThan(ratio);
        }
        const [less, greater] = (["less", "greater"] as const).map(
          (alternative) => poissonRateTest(first, second, { alternative }).pValue ?? 0,
        );
        expect((less ?? 0) + (greater ?? 0)).toBeGreaterThan(1 - 1e-12);
        const double = { count: first.count, exposure: first.exposure * 2 };
        const other = { count: second.count, exposure: second.exposure * 2 };
        expect(poissonRateTest(double, other).pValue).toBeCloseTo(result.pValue, 12);
      }),
    );
  });

  test("meets the z test where counts are huge", () => {
    const { pValue } = poissonRateTest({ count: 1e9, exposure: 1 }, { count: 1.0001e9, exposure: 1 });
    // 2 Φ(−1e5 / √2.0001e9), nearly.
    expect(pValue).toBeCloseTo(0.025352, 4);
  });

  test("refuses what is no count, no exposure and no option", () => {
    const right = { count: 1, exposure: 1 };
    for (const wrong of [
      { count: -1, exposure: 1 },
      { count: 0.5, exposure: 1 },
      { count: 1, exposure: 0 },
    ]) {
      expect(() => poissonRateTest(right, wrong)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
      expect(() => poissonRateTest(wrong, right)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    }
    expect(() => poissonRateTest(3 as never, right)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    for (const options of [{ level: 95 }, { alternative: "more" }, { exact: true }]) {
      expect(() => poissonRateTest(right, right, options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});
