import { gammaCdf, incompleteGamma } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

describe("gammaCdf", () => {
  test("is Erlang's sum for a whole shape: Abramowitz and Stegun 26.4.21", () => {
    for (const [x, shape, rate] of [
      [1, 1, 1],
      [3, 2, 0.5],
      [0.7, 5, 12],
      [40, 9, 1],
    ] as const) {
      let term = 1;
      let sum = 1;
      for (let k = 1; k < shape; k++) {
        term *= (x * rate) / k;
        sum += term;
      }
      expectRelative(gammaCdf(x, shape, rate, "upper"), Math.exp(-x * rate) * sum, 1e-13);
    }
  });

  test("is scaled by its rate", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e3, noNaN: true }),
        fc.double({ min: 0.01, max: 1e3, noNaN: true }),
        fc.constantFrom(0.25, 1, 8),
        (x, shape, rate) => {
          expect(gammaCdf(x, shape, rate)).toBe(incompleteGamma(shape, x * rate));
          expect(gammaCdf(x, shape, rate, "upper")).toBe(incompleteGamma(shape, x * rate, "upper"));
        },
      ),
    );
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => gammaCdf(1, 0),
      () => gammaCdf(1, 1, 0),
      () => gammaCdf(Number.NaN, 1),
      () => gammaCdf(1, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
