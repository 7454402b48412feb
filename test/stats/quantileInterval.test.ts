import { quantileInterval } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => n - i);

/** The chance that exactly k of n fall at or below a quantile. */
function binomial(n: number, p: number): number[] {
  let chances = [1];
  for (let i = 0; i < n; i++) {
    chances = Array.from(
      { length: chances.length + 1 },
      (_, k) => (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p,
    );
  }
  return chances;
}

describe("quantileInterval", () => {
  // From SciPy's binomial distribution; for the median these are the limits of the sign test.
  test.each([
    [10, 0.5, 2, 9],
    [6, 0.5, 1, 6],
    [100, 0.9, 84, 96],
    [36, 0.9, 29, 36],
    [1000, 0.5, 469, 532],
  ])("of %i values at %d lies between the values of ranks %i and %i", (n, p, low, high) => {
    expect(quantileInterval(upTo(n), p)).toEqual({ low, high, level: 0.95 });
  });

  test("misses at most half of what it may on each side, and would miss more were it any narrower", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, p) => {
        const interval = quantileInterval(upTo(n), p, { level: 0.9 });
        const chances = binomial(n, p);
        const below = (k: number): number => chances.slice(0, k).reduce((sum, chance) => sum + chance, 0);
        const atLeast = (k: number): number => chances.slice(k).reduce((sum, chance) => sum + chance, 0);
        if (interval === null) {
          expect(below(1) > 0.05 - 1e-12 || atLeast(n) > 0.05 - 1e-12).toBe(true);
          return;
        }
        expect(below(interval.low)).toBeLessThanOrEqual(0.05 + 1e-12);
        expect(atLeast(interval.high)).toBeLessThanOrEqual(0.05 + 1e-12);
        expect(below(interval.low + 1)).toBeGreaterThan(0.05 - 1e-12);
        expect(atLeast(interval.high - 1)).toBeGreaterThan(0.05 - 1e-12);
      }),
    );
  });

  test("is null for too few values, and at the ends", () => {
    expect(quantileInterval(upTo(5), 0.5)).toBeNull();
    expect(quantileInterval(upTo(35), 0.9)).toBeNull();
    expect(quantileInterval([], 0.5)).toBeNull();
    expect(quantileInterval(upTo(1000), 0)).toBeNull();
    expect(quantileInterval(upTo(1000), 1)).toBeNull();
  });

  test.each([
    [() => quantileInterval([1], 2), "invalid-option"],
    [() => quantileInterval([1], 0.5, { level: 95 }), "invalid-option"],
    [() => quantileInterval([Number.POSITIVE_INFINITY], 0.5), "invalid-value"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});
