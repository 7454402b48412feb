import { benjaminiHochberg } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

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

  test("counts nothing that could not be tested", () => {
    expect(benjaminiHochberg([0.03, null, 0.01])).toEqual([0.03, null, 0.02]);
    expect(benjaminiHochberg([null])).toEqual([null]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  test("refuses what is no probability", () => {
    expect(() => benjaminiHochberg([0.1, 2])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
  });
});
