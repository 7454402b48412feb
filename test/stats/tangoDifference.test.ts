import { tangoDifference } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

describe("tangoDifference", () => {
  test.each([
    // R, brendan-r/NPS: promoters, detractors, answers; its search stops at about 1e-6.
    [3, 1, 6, -0.311073688655597, 0.75395671526591],
    [15, 5, 30, 0.0429808537845702, 0.566553036371867],
    [10, 0, 10, 0.444934368133545, 1],
  ])("%i for and %i against of %i", (b, c, n, low, high) => {
    const found = tangoDifference(b, c, n);
    expect(Math.abs(found.low - low)).toBeLessThan(1e-6);
    expect(Math.abs(found.high - high)).toBeLessThan(1e-6);
  });

  test("where nobody is for or against is z² ÷ (n + z²) to each side", () => {
    // By hand: the variance of n answers under a difference d is n·d·(1 − d).
    const z2 = 1.959963984540054 ** 2;
    expect(tangoDifference(0, 0, 10).high).toBeCloseTo(z2 / (10 + z2), 12);
    expect(tangoDifference(0, 0, 10).low).toBeCloseTo(-z2 / (10 + z2), 12);
  });

  test("holds the difference, stays on the scale, and turns with the sides", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.constantFrom(0.8, 0.95, 0.999), (b, c, rest, level) => {
        const n = b + c + rest;
        fc.pre(n > 0);
        const { low, high } = tangoDifference(b, c, n, { level });
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual((b - c) / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual((b - c) / n - 1e-12);
        expect(tangoDifference(c, b, n, { level }).low).toBeCloseTo(-high, 9);
      }),
    );
  });

  test("covers small and skewed samples", () => {
    const random = seededRandom(5);
    let held = 0;
    for (let round = 0; round < 4000; round++) {
      let [b, c] = [0, 0];
      for (let answer = 0; answer < 20; answer++) {
        const u = random();
        if (u < 0.85) b++;
        else if (u < 0.9) c++;
      }
      const { low, high } = tangoDifference(b, c, 20);
      if (low <= 0.8 && 0.8 <= high) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
  });

  test.each([
    [-1, 0, 5],
    [3, 3, 5],
    [0, 1, 0],
    [0, 0, -1],
    [1, 1, Number.NaN],
  ])("refuses %d, %d of %d", (b, c, n) => {
    expect(() => tangoDifference(b, c, n)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
