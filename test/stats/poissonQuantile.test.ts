import { poissonCdf, poissonQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("poissonQuantile", () => {
  test("is not moved by rounding where the probability is met exactly", () => {
    for (const mean of [0.1, 1, 7.3, 40]) {
      for (let k = 0; k < 60; k++) {
        for (const tail of ["lower", "upper"] as const) {
          const p = poissonCdf(k, mean, tail);
          if (p > 1e-14 && p < 1 - 1e-14) expect(poissonQuantile(p, mean, tail)).toBe(k);
        }
      }
    }
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(-6, 12),
        (p, mean) => {
          for (const tail of ["lower", "upper"] as const) {
            const k = poissonQuantile(p, mean, tail);
            // The smallest k that is far enough: it is, and the one before is not.
            if (tail === "lower") {
              expect(poissonCdf(k, mean, tail)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
              if (k > 0) expect(poissonCdf(k - 1, mean, tail)).toBeLessThan(p);
            } else {
              expect(poissonCdf(k, mean, tail)).toBeLessThanOrEqual(p * (1 + 1e-12));
              if (k > 0) expect(poissonCdf(k - 1, mean, tail)).toBeGreaterThan(p);
            }
          }
        },
      ),
    );
  });

  test("is 0 at the lower end, and has no upper end", () => {
    expect([poissonQuantile(0, 5), poissonQuantile(1, 5, "upper"), poissonQuantile(0.9, 0)]).toEqual([0, 0, 0]);
    expect(() => poissonQuantile(1, 5)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => poissonQuantile(0, 5, "upper")).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => poissonQuantile(1.1, 1),
      () => poissonQuantile(0.5, -1),
      () => poissonQuantile(Number.NaN, 1),
      () => poissonQuantile(0.5, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
