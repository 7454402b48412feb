import { binomialCdf, binomialProbability } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms 26.5.4 of Abramowitz and Stegun in integer arithmetic.
const figures = [
  [0, 1000, 0.001, 0.36769542477096406, 0.6323045752290359],
  [3, 20, 0.3, 0.10708680450373102, 0.892913195496269],
  [19, 20, 0.125, 1, 8.673617379884035e-19],
  [520, 1000, 0.5, 0.9026168357691172, 0.09738316423088274],
  [800, 1000, 0.5, 1, 2.049443135147853e-86],
  [299990000, 1e9, 0.3, 0.2450880865338104, 0.7549119134661896],
  [300020000, 1e9, 0.3, 0.9162315312199301, 0.08376846878006988],
  [300530000, 1e9, 0.3, 1, 4.7229572025323627e-293],
  [299470000, 1e9, 0.3, 3.018746421415797e-293, 1],
  [30, 1e9, 1e-8, 0.9999999201620705, 7.983792948339609e-8],
] as const;

describe("binomialCdf", () => {
  test.each(figures)("has the high-precision figures at %s, %s, %s", (k, n, p, lower, upper) => {
    expectRelative(binomialCdf(k, n, p), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(binomialCdf(k, n, p, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is the sum of its probabilities, mirrors itself and counts what is not whole downwards", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.nat(60),
        fc.integer({ min: 0, max: 64 }),
        (n, k, sixtyFourths) => {
          const p = sixtyFourths / 64;
          let sum = 0;
          for (let i = 0; i <= k; i++) sum += binomialProbability(i, n, p);
          expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 13);
          expect(binomialCdf(k + 0.5, n, p)).toBe(binomialCdf(k, n, p));
          expect(binomialCdf(n - k - 1, n, 1 - p, "upper")).toBeCloseTo(binomialCdf(k, n, p), 13);
        },
      ),
    );
  });

  test("is 0 and 1 at and beyond its ends", () => {
    expect([binomialCdf(-1, 3, 0.5), binomialCdf(-1, 3, 0.5, "upper")]).toEqual([0, 1]);
    expect([binomialCdf(3, 3, 0.5), binomialCdf(3, 3, 0.5, "upper")]).toEqual([1, 0]);
    expect([binomialCdf(0, 3, 0), binomialCdf(2, 3, 1), binomialCdf(0, 0, 0.5)]).toEqual([1, 0, 1]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => binomialCdf(1, -1, 0.5),
      () => binomialCdf(1, 2.5, 0.5),
      () => binomialCdf(1, 2, 1.1),
      () => binomialCdf(Number.NaN, 2, 0.5),
      () => binomialCdf(1, 2, 0.5, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
