import { betaCdf, betaQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const power = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((digits) => 10 ** digits);

describe("betaQuantile", () => {
  test("has the closed forms of a shape of one, and of the arcsine", () => {
    expectRelative(betaQuantile(0.3, 1, 4), 1 - 0.7 ** 0.25, 1e-13);
    expectRelative(betaQuantile(1e-200, 4, 1), 1e-50, 1e-13);
    expectRelative(betaQuantile(0.1, 0.5, 0.5), Math.sin(Math.PI / 20) ** 2, 1e-13);
  });

  test("quantile and probability undo each other, in both tails, far out and near the middle", () => {
    fc.assert(
      fc.property(
        fc.oneof(power(-300, -1), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        power(-2, 6),
        power(-2, 6),
        (p, a, b) => {
          for (const tail of ["lower", "upper"] as const) {
            const x = betaQuantile(p, a, b, tail);
            // Where neither x nor 1 − x has lost its digits.
            if (x > 1e-300 && x < 0.9) expectRelative(betaCdf(x, a, b, tail), p, 1e-10, `${p} ${a} ${b} ${tail}`);
          }
        },
      ),
    );
  });

  test("is the end of the distribution at 0 and 1", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaQuantile(0, 2, 3, "upper"), betaQuantile(1, 2, 3, "upper")]).toEqual([1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => betaQuantile(-0.1, 1, 1),
      () => betaQuantile(1.1, 1, 1),
      () => betaQuantile(Number.NaN, 1, 1),
      () => betaQuantile(0.5, 0, 1),
      () => betaQuantile(0.5, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
