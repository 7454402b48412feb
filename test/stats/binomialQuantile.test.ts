import { binomialCdf, binomialQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("binomialQuantile", () => {
  test("is not moved by rounding where the probability is met exactly", () => {
    for (let n = 1; n <= 50; n++) {
      for (const share of [0.5, 0.25, 0.3]) {
        for (let k = 0; k < n; k++) {
          for (const tail of ["lower", "upper"] as const) {
            const p = binomialCdf(k, n, share, tail);
            if (p > 1e-14 && p < 1 - 1e-14) expect(binomialQuantile(p, n, share, tail)).toBe(k);
          }
        }
      }
    }
    expect(binomialQuantile(0.5, 1, 0.5)).toBe(0);
    expect(binomialQuantile(0.7, 1, 0.3)).toBe(0);
    expect(binomialQuantile(0.875, 3, 0.5)).toBe(2);
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(0, 12).map(Math.floor),
        fc.oneof(power(-12, 0), fc.double({ min: 0, max: 1, noNaN: true })),
        (p, n, share) => {
          for (const tail of ["lower", "upper"] as const) {
            const k = binomialQuantile(p, n, share, tail);
            // The smallest k that is far enough: it is, and the one before is not.
            if (tail === "lower") {
              expect(binomialCdf(k, n, share, tail)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
              if (k > 0) expect(binomialCdf(k - 1, n, share, tail)).toBeLessThan(p);
            } else {
              expect(binomialCdf(k, n, share, tail)).toBeLessThanOrEqual(p * (1 + 1e-12));
              if (k > 0) expect(binomialCdf(k - 1, n, share, tail)).toBeGreaterThan(p);
            }
          }
        },
      ),
    );
  });

  test("is the end of the distribution at 0 and 1, and where nothing else can be", () => {
    expect([binomialQuantile(0, 9, 0.5), binomialQuantile(1, 9, 0.5)]).toEqual([0, 9]);
    expect([binomialQuantile(0, 9, 0.5, "upper"), binomialQuantile(1, 9, 0.5, "upper")]).toEqual([9, 0]);
    expect([binomialQuantile(0.4, 9, 0), binomialQuantile(0.4, 9, 1), binomialQuantile(0.4, 0, 0.5)]).toEqual([
      0, 9, 0,
    ]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => binomialQuantile(1.1, 1, 0.5),
      () => binomialQuantile(0.5, 1.5, 0.5),
      () => binomialQuantile(0.5, 1, -0.5),
      () => binomialQuantile(Number.NaN, 1, 0.5),
      () => binomialQuantile(0.5, 1, 0.5, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
