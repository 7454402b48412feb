import { normalQuantile, studentTCdf, studentTQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("Student's t distribution", () => {
  test("has the quantiles of the tables", () => {
    // Student's table as printed in every textbook, to the digits given there.
    for (const [p, df, t] of [
      [0.975, 1, 12.706],
      [0.975, 2, 4.303],
      [0.975, 9, 2.262],
      [0.995, 4, 4.604],
      [0.95, 30, 1.697],
      [0.9995, 3, 12.924],
    ] as const) {
      expect(studentTQuantile(p, df)).toBeCloseTo(t, 3);
    }
  });

  test("has the closed form of two degrees of freedom, far out and near the middle", () => {
    for (const p of [1e-250, 1e-30, 0.01, 0.3, 0.4999999]) {
      const wanted = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      expect(Math.abs(studentTQuantile(p, 2) / wanted - 1)).toBeLessThan(1e-12);
    }
  });

  test("is right for tiny and for huge degrees of freedom", () => {
    for (const df of [0.1, 0.5, 1e6, 1e7, 1.1e7, 1e12, 1e30]) {
      for (const p of [1e-20, 1e-3, 0.2]) {
        expect(Math.abs(studentTCdf(studentTQuantile(p, df), df) / p - 1)).toBeLessThan(1e-12);
      }
    }
    expect(studentTQuantile(0.9, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.9));
  });

  test.each([0, 1, -0.1, Number.NaN])("has no quantile for a probability of %s", (p) => {
    expect(() => studentTQuantile(p, 5)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("has an upper form that mirrors the lower", () => {
    expect(studentTQuantile(1e-20, 4, "upper")).toBe(-studentTQuantile(1e-20, 4));
    expect(studentTQuantile(0.5, 4, "upper")).toBe(0);
  });

  test("is Cauchy's with one degree of freedom, in closed form", () => {
    for (const p of [1e-12, 1e-5, 0.01, 0.2, 0.499, 0.7, 0.9999]) {
      const wanted = -1 / Math.tan(Math.PI * p);
      expect(Math.abs(studentTQuantile(p, 1) / wanted - 1)).toBeLessThan(1e-11);
      expect(Math.abs(studentTCdf(wanted, 1) / p - 1)).toBeLessThan(1e-11);
    }
  });

  test("comes to the normal with many degrees of freedom, as Fisher's expansion says", () => {
    // Abramowitz and Stegun 26.7.5.
    const z = normalQuantile(0.975);
    for (const df of [1e3, 1e4, 1e5]) {
      const wanted = z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
      expect(studentTQuantile(0.975, df)).toBeCloseTo(wanted, 8);
    }
  });

  test("quantile and probability undo each other for any degrees of freedom", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-8, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 1e5, noNaN: true }),
        (p, df) => {
          expect(Math.abs(studentTCdf(studentTQuantile(p, df), df) / p - 1)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  test.each([0, -1, Number.NaN])("has no quantile for %s degrees of freedom", (df) => {
    expect(() => studentTQuantile(0.9, df)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
