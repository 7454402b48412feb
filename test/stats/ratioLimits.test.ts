import { wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratioLimits } from "../../src/stats/ratioLimits.js";
import { seededRandom } from "../seededRandom.js";

const around = (value: number, half: number) => ({ value, low: value - half, high: value + half });

describe("ratioLimits", () => {
  test("are Fieller's where the limits of both are symmetric", () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    const any = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(any, positive, positive, fc.double({ min: 0.001, max: 0.99, noNaN: true }), (a, halfOfA, b, part) => {
        const halfOfB = b * part;
        const found = ratioLimits(around(a, halfOfA), around(b, halfOfB));
        // Fieller: all r with (a − r·b)² ≤ halfOfA² + r²·halfOfB².
        const g = 1 - part * part;
        const root = Math.sqrt(Math.max(0, (a / b) ** 2 - g * ((a / b) ** 2 - (halfOfA / b) ** 2)));
        const scale = (Math.abs(a / b) + halfOfA / b) / g;
        expect(Math.abs((found?.low ?? Number.NaN) - (a / b - root) / g)).toBeLessThan(1e-6 * scale);
        expect(Math.abs((found?.high ?? Number.NaN) - (a / b + root) / g)).toBeLessThan(1e-6 * scale);
      }),
    );
  });

  test("of two shares hold the ratio, from Wilson's limits of each, also where the first is 0 or 1", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), (hits, others) => {
        const limited = (successes: number) => ({ value: successes / 50, ...wilson(successes, 50) });
        const found = ratioLimits(limited(hits), limited(others));
        expect(found?.low).toBeLessThanOrEqual(hits / others);
        expect(found?.high).toBeGreaterThanOrEqual(hits / others);
        expect(found?.low).toBeGreaterThanOrEqual(-1e-12);
        if (hits === 0) expect(found?.low).toBeCloseTo(0, 12);
        expect(Number.isFinite(found?.high)).toBe(true);
      }),
    );
  });

  test("cover the true ratio of two rare shares about as often as they say", () => {
    const random = seededRandom(3);
    const draw = (n: number, share: number): number => {
      let hits = 0;
      for (let i = 0; i < n; i++) if (random() < share) hits++;
      return hits;
    };
    let covered = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const [a, b] = [draw(300, 0.06), draw(200, 0.05)];
      const found = ratioLimits({ value: a / 300, ...wilson(a, 300) }, { value: b / 200, ...wilson(b, 200) });
      if (found === null || (found.low <= 1.2 && found.high >= 1.2)) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.94);
    expect(covered / runs).toBeLessThan(0.975);
  });

  test("are none where the second may be 0", () => {
    expect(ratioLimits(around(1, 0.5), around(1, 1))).toBeNull();
    expect(ratioLimits(around(1, 0.5), { value: 0, ...wilson(0, 50) })).toBeNull();
    expect(ratioLimits(around(0, 0), around(2, 1))).toEqual({ low: 0, high: 0 });
  });
});
