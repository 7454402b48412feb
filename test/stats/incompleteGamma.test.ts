import { incompleteGamma } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms of 6.5.29 of Abramowitz and Stegun in integer arithmetic, far above the mean Legendre's continued fraction.
const figures = [
  [1e-250, 0.01, 0.0031803232877622607, 0.9968196767122377],
  [0.2, 0.01, 0.9877844094567542, 0.01221559054324581],
  [30, 0.01, 1, 3.144913227075796e-17],
  [0.5, 0.5, 0.6826894921370859, 0.3173105078629141],
  [650, 1, 1, 5.111951948651156e-283],
  [1e-100, 2.5, 3.0090111122547004e-251, 1],
  [5, 2.5, 0.9247647538534878, 0.07523524614651218],
  [100, 120, 0.028230393964865694, 0.9717696060351343],
  [5, 120, 7.904147579144111e-118, 1],
  [600, 120, 1, 2.3598318235785697e-127],
  [9700, 10000, 0.001234175584468492, 0.9987658244155315],
  [10000, 10000, 0.5013298083399552, 0.4986701916600448],
  [13500, 10000, 1, 2.3086561643555273e-219],
  [999000, 1e6, 0.15865521357430365, 0.8413447864256963],
  [100010000, 1e8, 0.8413447464717988, 0.1586552535282012],
  [100370000, 1e8, 1, 3.083657182979669e-299],
  [99630000, 1e8, 1.0531781138716344e-300, 1],
] as const;

describe("incompleteGamma", () => {
  test.each(figures)("has the high-precision figures at %s, %s", (x, a, lower, upper) => {
    expectRelative(incompleteGamma(a, x), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(incompleteGamma(a, x, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("falls as the shape grows and has tails that sum to one, across the changes of method", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 5, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (power, share) => {
          const a = 10 ** power;
          const x = a * share;
          expect(incompleteGamma(a + 1, x)).toBeLessThanOrEqual(incompleteGamma(a, x) + 1e-13);
          expect(incompleteGamma(a, x) + incompleteGamma(a, x, "upper")).toBeCloseTo(1, 14);
        },
      ),
    );
  });

  test("is 0 and 1 at and beyond its ends", () => {
    expect([incompleteGamma(2, -1), incompleteGamma(2, 0, "upper")]).toEqual([0, 1]);
    expect([incompleteGamma(2, Number.POSITIVE_INFINITY), incompleteGamma(2, 1e9, "upper")]).toEqual([1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => incompleteGamma(0, 1),
      () => incompleteGamma(1, Number.NaN),
      () => incompleteGamma(Number.NaN, 1),
      () => incompleteGamma(1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
