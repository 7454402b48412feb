import { normalCdf, normalQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("normalQuantile", () => {
  test("is that of the tables", () => {
    // R 4.2, qnorm.
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0470962993612, 11);
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996398454005, 13);
    expect(normalQuantile(1e-300, "upper")).toBeCloseTo(37.0470962993612, 11);
    expect(Object.is(normalQuantile(0.5), 0)).toBe(true);
    expect(Object.is(normalQuantile(0.5, "upper"), 0)).toBe(true);
  });

  test("is undone by the probability", () => {
    fc.assert(
      fc.property(fc.double({ min: -36, max: 5, noNaN: true }), (x) => {
        const p = normalCdf(x);
        // Near 1 a probability has no digits left to tell quantiles apart.
        expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-11 + 1e-15 / Math.exp((-x * x) / 2));
      }),
    );
  });

  test.each([0, 1, -0.1, 1.1, Number.NaN])("is refused for %s", (p) => {
    expect(() => normalQuantile(p)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
