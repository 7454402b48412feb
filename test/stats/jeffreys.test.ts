import { jeffreys } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("jeffreys", () => {
  test.each([
    // R: qbeta at x + ½ and n − x + ½.
    [81, 263, 0.254521934991023, 0.365647499174082],
    [15, 148, 0.0604485170092964, 0.157643143478741],
    [0, 20, 0, 0.116638982904875],
    [1, 29, 0.00374617364905708, 0.150077686002232],
    [1, 1, 0.146746316309575, 1],
  ])("%i of %i is as R has it", (successes, n, low, high) => {
    expect(jeffreys(successes, n).low).toBeCloseTo(low, 12);
    expect(jeffreys(successes, n).high).toBeCloseTo(high, 12);
  });

  test("is exactly 0 or 1 at the ends", () => {
    expect(jeffreys(0, 7).low).toBe(0);
    expect(jeffreys(0, 7).high).toBeLessThan(1);
    expect(jeffreys(7, 7).high).toBe(1);
    expect(jeffreys(0.2, 7).low).toBeGreaterThan(0);
  });

  test("holds the share and mirrors", () => {
    fc.assert(
      fc.property(sample, ([successes, n]) => {
        const { low, high } = jeffreys(successes, n);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        const mirrored = jeffreys(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 11);
        expect(mirrored.high).toBeCloseTo(1 - low, 11);
      }),
    );
  });

  test("refuses what is no sample and what is no level", () => {
    for (const wrong of [() => jeffreys(3, 2), () => jeffreys(1, 0), () => jeffreys(1, 2, { level: 0 })]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
