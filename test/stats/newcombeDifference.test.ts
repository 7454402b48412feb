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

  test.each([
    // The same table, method 11.
    [56, 70, 48, 80, 0.0428, 0.3422],
    [9, 10, 3, 10, 0.1013, 0.8387],
    [6, 7, 2, 7, -0.029, 0.8423],
    [5, 56, 0, 29, -0.0667, 0.2037],
    [0, 10, 0, 20, -0.2005, 0.3445],
  ])("%i/%i against %i/%i is within the published limits that are widened for continuity", (a, n, b, m, low, high) => {
    const interval = newcombeDifference(a, n, b, m, { continuity: true });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test.each([
    // By the closed formulas of the article, also where a share is exactly one half.
    [5, 10, 2, 10, -0.16602829980017464, 0.6409289279712809],
    [5, 10, 5, 10, -0.42225168580673367, 0.42225168580673367],
    [50, 100, 30, 100, 0.05713663221139373, 0.33228644995388423],
  ])("%i/%i against %i/%i is widened by half an answer of both", (a, n, b, m, low, high) => {
    const interval = newcombeDifference(a, n, b, m, { continuity: true });
    expect(interval.low).toBeCloseTo(low, 13);
    expect(interval.high).toBeCloseTo(high, 13);
  });

  test("widens for continuity always, and by no more than to −1 and 1", () => {
    fc.assert(
      fc.property(sample, sample, ([a, n], [b, m]) => {
        const plain = newcombeDifference(a, n, b, m);
        const widened = newcombeDifference(a, n, b, m, { continuity: true });
        if (plain.low > -1) expect(widened.low).toBeLessThan(plain.low);
        if (plain.high < 1) expect(widened.high).toBeGreaterThan(plain.high);
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
