import { newcombeDifference } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("newcombeDifference", () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i/%i against %i/%i is within the published limits", (a, n, b, m, low, high) => {
    const interval = newcombeDifference(a, n, b, m);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("widens for continuity as in the same table, method 11, and by no more than to −1 and 1", () => {
    const interval = newcombeDifference(56, 70, 48, 80, { continuity: true });
    expect(interval.low).toBeCloseTo(0.0428, 4);
    expect(interval.high).toBeCloseTo(0.3422, 4);
    fc.assert(
      fc.property(sample, sample, ([a, n], [b, m]) => {
        const plain = newcombeDifference(a, n, b, m);
        const widened = newcombeDifference(a, n, b, m, { continuity: true });
        expect(widened.low).toBeLessThanOrEqual(plain.low + 1e-12);
        expect(widened.high).toBeGreaterThanOrEqual(plain.high - 1e-12);
        expect(widened.low).toBeGreaterThanOrEqual(-1);
        expect(widened.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("turns round with its samples and stays within −1 and 1", () => {
    fc.assert(
      fc.property(sample, sample, ([a, n], [b, m]) => {
        const { low, high } = newcombeDifference(a, n, b, m);
        const turned = newcombeDifference(b, m, a, n);
        expect(turned.low).toBeCloseTo(-high, 12);
        expect(turned.high).toBeCloseTo(-low, 12);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("refuses what is no sample", () => {
    expect(() => newcombeDifference(1, 2, 3, 2)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => newcombeDifference(1, 0, 1, 2)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
