import { normalCdf, normalQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("normal distribution", () => {
  test("is that of the tables", () => {
    // R 4.2, pnorm and qnorm.
    expect(normalCdf(-20)).toBeCloseTo(2.75362411860623e-89, 100);
    expect(normalCdf(-20) / 2.75362411860623e-89).toBeCloseTo(1, 12);
    expect(normalCdf(10, "upper") / 7.61985302416053e-24).toBeCloseTo(1, 12);
    expect(normalCdf(0)).toBe(0.5);
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0470962993612, 11);
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996398454005, 13);
    expect(Object.is(normalQuantile(0.5), 0)).toBe(true);
  });

  test("reaches its limits without NaN", () => {
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(1e9, "upper")).toBe(0);
  });

  test("quantile and probability undo each other", () => {
    fc.assert(
      fc.property(fc.double({ min: -36, max: 5, noNaN: true }), (x) => {
        const p = normalCdf(x);
        // Near 1 a probability has no digits left to tell quantiles apart.
        expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-11 + 1e-15 / Math.exp((-x * x) / 2));
      }),
    );
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

  test.each([0, 1, -0.1, 1.1, Number.NaN])("has no quantile of %s", (p) => {
    expect(() => normalQuantile(p)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
