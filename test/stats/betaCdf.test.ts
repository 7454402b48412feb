import { betaCdf } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms 26.5.4 of Abramowitz and Stegun in integer arithmetic.
const figures = [
  [1e-200, 0.01, 0.01, 0.005000810698527952, 0.994999189301472],
  [0.5, 0.01, 3, 0.9993117371897103, 0.0006882628102896611],
  [1e-9, 0.5, 1e7, 0.11246291464977419, 0.8875370853502258],
  [0.001, 2, 3, 5.992003e-6, 0.999994007997],
  [0.25, 2, 3, 0.26171875, 0.73828125],
  [0.999, 2, 30, 1, 3.0970000000000826e-89],
  [0.3, 40, 60, 0.017592508468930075, 0.9824074915310699],
  [0.02, 40, 60, 2.8366295519836245e-41, 1],
  [0.52, 1000, 1000, 0.9632205167213604, 0.03677948327863957],
  [0.3, 1100, 1300, 5.207659562241571e-60, 1],
  [0.5005, 1e6, 1e6, 0.9213504224190753, 0.07864957758092468],
  [0.5129, 1e6, 1e6, 1, 7.217975396568308e-292],
  [0.487, 1e6, 1e6, 2.2529713212229446e-296, 1],
  [0.25, 1e6, 3003000, 0.8067454458614037, 0.1932545541385962],
  [0.9999, 100000, 3.5, 0.005566983570934524, 0.9944330164290655],
] as const;

describe("betaCdf", () => {
  test.each(figures)("has the high-precision figures at %s, %s, %s", (x, a, b, lower, upper) => {
    expectRelative(betaCdf(x, a, b), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(betaCdf(x, a, b, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("has tails that sum to one, mirrors itself and never falls", () => {
    const shape = fc.double({ min: -2, max: 7, noNaN: true }).map((power) => 10 ** power);
    // Multiples of 2^-30, so that 1 − x is exact.
    const share = fc.integer({ min: 0, max: 2 ** 30 }).map((whole) => whole / 2 ** 30);
    fc.assert(
      fc.property(share, share, shape, shape, (x, other, a, b) => {
        expect(betaCdf(x, a, b) + betaCdf(x, a, b, "upper")).toBeCloseTo(1, 14);
        expect(betaCdf(x, a, b)).toBeCloseTo(betaCdf(1 - x, b, a, "upper"), 13);
        const [below, above] = x < other ? [x, other] : [other, x];
        expect(betaCdf(above, a, b) - betaCdf(below, a, b)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("keeps the upper tail of a shape near 0, where nearly everything lies below", () => {
    // With b = 1 the distribution is x^a.
    expectRelative(betaCdf(1e-5, 1e-9, 1, "upper"), -Math.expm1(1e-9 * Math.log(1e-5)), 1e-13);
  });

  test("is 0 and 1 at and beyond its ends", () => {
    for (const x of [-1, 0]) expect([betaCdf(x, 2, 3), betaCdf(x, 2, 3, "upper")]).toEqual([0, 1]);
    for (const x of [1, 7, Number.POSITIVE_INFINITY])
      expect([betaCdf(x, 2, 3), betaCdf(x, 2, 3, "upper")]).toEqual([1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => betaCdf(Number.NaN, 1, 1),
      () => betaCdf(0.5, 0, 1),
      () => betaCdf(0.5, 1, -1),
      () => betaCdf(0.5, Number.POSITIVE_INFINITY, 1),
      () => betaCdf(0.5, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
