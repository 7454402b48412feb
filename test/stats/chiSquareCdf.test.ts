import { chiSquareCdf, normalCdf } from "cxkit";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms of 6.5.29 of Abramowitz and Stegun in integer arithmetic, far above the mean Legendre's continued fraction.
const figures = [
  [1e-8, 0.02, 0.8307320563251542, 0.16926794367484582],
  [3.84, 1, 0.9499564787512949, 0.050043521248705106],
  [0.001, 7, 2.40204905189769e-13, 0.9999999999997597],
  [1001500, 1e6, 0.8555645140046501, 0.14443548599534997],
  [953000, 1e6, 2.8157696249923723e-250, 1],
  [1053000, 1e6, 1, 2.5623970147407042e-297],
] as const;

describe("chiSquareCdf", () => {
  test.each(figures)("has the high-precision figures at %s, %s", (x, df, lower, upper) => {
    expectRelative(chiSquareCdf(x, df), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(chiSquareCdf(x, df, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is the distribution of a squared normal, and exponential for two degrees of freedom", () => {
    for (const x of [1e-10, 0.3, 1, 4, 30, 900]) {
      expectRelative(chiSquareCdf(x, 1, "upper"), 2 * normalCdf(Math.sqrt(x), "upper"), 1e-12);
      expectRelative(chiSquareCdf(x, 2, "upper"), Math.exp(-x / 2), 1e-13);
      expectRelative(chiSquareCdf(x, 2), -Math.expm1(-x / 2), 1e-13);
    }
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => chiSquareCdf(1, 0),
      () => chiSquareCdf(1, Number.NaN),
      () => chiSquareCdf(Number.NaN, 1),
      () => chiSquareCdf(1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
