import { poissonCdf, poissonProbability } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms of 6.5.29 of Abramowitz and Stegun in integer arithmetic, far above the mean Legendre's continued fraction.
const figures = [
  [0, 0.01, 0.990049833749168, 0.009950166250831947],
  [3, 0.01, 0.9999999995866529, 4.1334718262633404e-10],
  [2, 1.5, 0.8088468305380582, 0.19115316946194186],
  [150, 1.5, 1, 1.0157219609664765e-239],
  [80, 100, 0.02264917664225561, 0.9773508233577444],
  [400, 100, 1, 1.9279451549868028e-113],
  [1000200, 1e6, 0.5795177655651331, 0.4204822344348669],
  [999990000, 1e9, 0.37592261732394033, 0.6240773826760596],
  [1000030000, 1e9, 0.8286133004811702, 0.17138669951882976],
  [1001160000, 1e9, 1, 9.02539703255054e-295],
] as const;

describe("poissonCdf", () => {
  test.each(figures)("has the high-precision figures at %s, %s", (k, mean, lower, upper) => {
    expectRelative(poissonCdf(k, mean), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(poissonCdf(k, mean, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is the sum of its probabilities, and counts what is not whole downwards", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 60, noNaN: true }), (k, mean) => {
        let sum = 0;
        for (let i = 0; i <= k; i++) sum += poissonProbability(i, mean);
        expect(poissonCdf(k, mean)).toBeCloseTo(sum, 13);
        expect(poissonCdf(k + 0.5, mean)).toBe(poissonCdf(k, mean));
        expect(poissonCdf(k, mean) + poissonCdf(k, mean, "upper")).toBeCloseTo(1, 14);
      }),
    );
  });

  test("is 0 and 1 at and beyond its ends", () => {
    expect([poissonCdf(-1, 3), poissonCdf(-1, 3, "upper")]).toEqual([0, 1]);
    expect([poissonCdf(Number.POSITIVE_INFINITY, 3), poissonCdf(0, 0), poissonCdf(0, 0, "upper")]).toEqual([1, 1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => poissonCdf(1, -1),
      () => poissonCdf(1, Number.NaN),
      () => poissonCdf(Number.NaN, 1),
      () => poissonCdf(1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
