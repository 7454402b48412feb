import { normalCdf, normalQuantile, studentTCdf, studentTQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("normalCdf", () => {
  test("is that of the tables", () => {
    // R 4.2, pnorm.
    expect(normalCdf(-20) / 2.75362411860623e-89).toBeCloseTo(1, 12);
    expect(normalCdf(10, "upper") / 7.61985302416053e-24).toBeCloseTo(1, 12);
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14);
    expect(normalCdf(0)).toBe(0.5);
  });

  test("refuses a tail that there is not, which would turn a p-value round", () => {
    for (const tail of ["uper", { upper: true }]) {
      expect(() => normalCdf(1, tail as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
      expect(() => normalQuantile(0.1, tail as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
      expect(() => studentTCdf(1, 2, tail as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
      expect(() => studentTQuantile(0.1, 2, tail as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("refuses what is no number", () => {
    expect(() => normalCdf(Number.NaN)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("reaches its limits without NaN", () => {
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(1e9, "upper")).toBe(0);
  });

  test("is symmetric and never falls", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -39, max: 39, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (x, step) => {
          expect(normalCdf(x)).toBe(normalCdf(-x, "upper"));
          expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x) * (1 - 1e-14));
        },
      ),
    );
  });
});
