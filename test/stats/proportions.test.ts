import { benjaminiHochberg, newcombeDifference, wilson } from "cxkit";
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

  test("is exactly 0 or 1 at the ends", () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  test("refuses what is no sample and what is no level", () => {
    for (const wrong of [
      () => wilson(3, 2),
      () => wilson(-1, 2),
      () => wilson(0, 0),
      () => wilson(1, 2, { level: 95 }),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

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

describe("benjaminiHochberg", () => {
  test("gives the adjusted values of the paper's fifteen", () => {
    // Benjamini and Hochberg (1995), section 4.
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const wanted = [
      0.0015, 0.003, 0.0095, 0.0356, 0.0603, 0.0639, 0.0639, 0.0645, 0.0765, 0.486, 0.5812, 0.7149, 0.7532, 0.8132, 1,
    ];
    const adjusted = benjaminiHochberg(pValues);
    adjusted.forEach((p, index) => {
      expect(p).toBeCloseTo(wanted[index] ?? 0, 4);
    });
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  });

  test("never makes a p-value smaller, keeps the order and does not mind that of the input", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
        const adjusted = benjaminiHochberg(pValues);
        adjusted.forEach((p, i) => {
          expect(p).toBeGreaterThanOrEqual(pValues[i] ?? 1);
          expect(p).toBeLessThanOrEqual(1);
          adjusted.forEach((other, j) => {
            if ((pValues[i] ?? 0) < (pValues[j] ?? 0)) expect(p).toBeLessThanOrEqual(other);
          });
        });
        expect(benjaminiHochberg(pValues.toReversed())).toEqual(adjusted.toReversed());
      }),
    );
  });

  test("refuses what is no probability", () => {
    expect(() => benjaminiHochberg([0.1, 2])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
  });
});
