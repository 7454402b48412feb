import { poissonRate } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("poissonRate", () => {
  test.each([
    // R: poisson.test(137, 24.19893), its help page; the others as quantiles of gamma with forty digits (mpmath).
    [137, 24.19893, 5.66140734, 4.753124804848751, 6.692709334176074],
    [0, 100, 0, 0, 0.03688879454113936],
    [1, 1, 1, 0.02531780798428988, 5.571643390938899],
    [1000, 37.5, 26.6666666667, 25.03928049087187, 28.37205696043472],
  ])("%i events in %f", (count, exposure, rate, low, high) => {
    const result = poissonRate(count, exposure);
    expect(result.rate).toBeCloseTo(rate, 8);
    expect(result.interval?.low).toBeCloseTo(low, 12);
    expect(result.interval?.high).toBeCloseTo(high, 12);
  });

  test("holds the rate, scales with exposure and narrows with less confidence", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (count, exposure) => {
        const { rate, interval } = poissonRate(count, exposure);
        if (rate === null || interval === null) throw new Error("there is an exposure");
        expect(interval.low).toBeLessThanOrEqual(rate);
        expect(interval.high).toBeGreaterThan(rate);
        const double = poissonRate(count, 2 * exposure).interval;
        expect((2 * (double?.high ?? 0)) / interval.high).toBeCloseTo(1, 12);
        expect(poissonRate(count, exposure, { level: 0.5 }).interval?.high).toBeLessThan(interval.high);
      }),
    );
  });

  test("meets the normal interval where the count is huge", () => {
    const { interval } = poissonRate(1e12, 1);
    expect(((interval?.high ?? 0) - (interval?.low ?? 0)) / (2 * 1.959963984540054 * 1e6)).toBeCloseTo(1, 5);
  });

  test("refuses what is no count, no exposure and no level", () => {
    for (const [count, exposure] of [
      [-1, 1],
      [0.5, 1],
      [Number.NaN, 1],
      [1, 0],
      [1, -1],
      [1, Number.NaN],
    ] as const) {
      expect(() => poissonRate(count, exposure)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    }
    expect(() => poissonRate(1, 1, { level: 95 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
