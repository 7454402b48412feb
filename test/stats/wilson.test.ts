import { wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("wilson", () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i is within the published limits", (successes, n, low, high) => {
    expect(wilson(successes, n).low).toBeCloseTo(low, 4);
    expect(wilson(successes, n).high).toBeCloseTo(high, 4);
  });

  test("holds the share, stays within 0 and 1, mirrors, and narrows with n and with less confidence", () => {
    fc.assert(
      fc.property(sample, ([successes, n]) => {
        const { low, high } = wilson(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        const mirrored = wilson(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
        const larger = wilson(2 * successes, 2 * n);
        expect(larger.high - larger.low).toBeLessThan(high - low);
        const surer = wilson(successes, n, { level: 0.99 });
        expect(surer.high - surer.low).toBeGreaterThan(high - low);
      }),
    );
  });

  test.each([
    // The same table, method 4.
    [81, 263, 0.2535, 0.3682],
    [0, 20, 0, 0.2005],
    [1, 29, 0.0018, 0.1963],
  ])("%i of %i is within the published limits with continuity correction", (successes, n, low, high) => {
    expect(wilson(successes, n, { continuity: true }).low).toBeCloseTo(low, 4);
    expect(wilson(successes, n, { continuity: true }).high).toBeCloseTo(high, 4);
  });

  test("corrects nothing at exactly one half, and half an answer beside it, as R's prop.test does", () => {
    expect(wilson(5, 10, { continuity: true })).toEqual(wilson(5, 10));
    // prop.test(3, 7)$conf.int
    expect(wilson(3, 7, { continuity: true }).low).toBeCloseTo(0.118083011261553, 12);
    expect(wilson(3, 7, { continuity: true }).high).toBeCloseTo(0.797628306393515, 12);
  });

  test("is exactly 0 or 1 at the ends", () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  test("refuses what is no sample and what is no level", () => {
    for (const wrong of [
      () => wilson(3, 2),
      () => wilson(-1, 2),
      () => wilson(1, 0),
      () => wilson(1, 2, { level: 95 }),
      () => wilson(1, 2, { levl: 0.9 } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

test("takes no other thing for a count", () => {
  for (const successes of [null, true, "5", undefined]) {
    expect(() => wilson(successes as never, 10)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  }
});
