import { betaCdf, fCdf, studentTCdf } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, to more than 30 digits, for the doubles as they stand: the series of positive terms 26.5.4 of Abramowitz and Stegun in integer arithmetic.
const figures = [
  [1e-30, 0.02, 0.02, 0.25063424798888917, 0.7493657520111108],
  [4, 2, 12, 0.953344, 0.046656],
  [1e-6, 3, 1e6, 1.381976390584552e-9, 0.9999999986180236],
  [250, 3, 1e6, 1, 3.471343196753561e-162],
  [1.5, 33, 500, 0.9611634255921842, 0.038836574407815884],
  [0.99, 1e6, 2e6, 3.333156201790315e-9, 0.9999999966668438],
  [0.9996, 1e7, 1e7, 0.2635033095958115, 0.7364966904041885],
  [1.02, 1e7, 1e7, 1, 1.6817937511241517e-215],
  [1e80, 0.5, 0.3, 0.9999999999993927, 6.073425332520271e-13],
] as const;

describe("fCdf", () => {
  test.each(figures)("has the high-precision figures at %s, %s, %s", (x, df1, df2, lower, upper) => {
    expectRelative(fCdf(x, df1, df2), lower, lower > 1e-4 ? 1e-13 : 1e-12);
    expectRelative(fCdf(x, df1, df2, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is the distribution of a squared t, and of the odds of a beta", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.1, max: 1e6, noNaN: true }),
        (t, df) => {
          expectRelative(fCdf(t * t, 1, df, "upper"), 2 * studentTCdf(t, df, "upper"), 1e-11);
          expect(fCdf(t, 7, df)).toBeCloseTo(betaCdf((7 * t) / (7 * t + df), 3.5, df / 2), 9);
          // Turned upside down, the degrees of freedom change places.
          expect(fCdf(t, 7, df)).toBeCloseTo(fCdf(1 / t, df, 7, "upper"), 10);
        },
      ),
    );
  });

  test("is 0 and 1 at and beyond its ends", () => {
    expect([fCdf(-1, 2, 3), fCdf(0, 2, 3, "upper")]).toEqual([0, 1]);
    expect([fCdf(Number.POSITIVE_INFINITY, 2, 3), fCdf(Number.POSITIVE_INFINITY, 2, 3, "upper")]).toEqual([1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => fCdf(1, 0, 1),
      () => fCdf(1, 1, 0),
      () => fCdf(Number.NaN, 1, 1),
      () => fCdf(1, 1, 1, "both" as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
