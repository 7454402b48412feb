import { normalCdf, studentTCdf } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

test("is Student's t for one and two degrees of freedom, in closed form", () => {
  for (const t of [-30, -2.5, -0.1, 0.7, 4, 1e4]) {
    expect(studentTCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
    expect(studentTCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.SQRT2 * Math.sqrt(1 + (t * t) / 2)), 14);
  }
});

test("has tails that sum to one, and is symmetric", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.5, max: 1e4, noNaN: true }),
      (t, df) => {
        expect(studentTCdf(t, df) + studentTCdf(t, df, "upper")).toBeCloseTo(1, 14);
        expect(studentTCdf(-t, df)).toBeCloseTo(studentTCdf(t, df, "upper"), 14);
      },
    ),
  );
});

// Computed apart from this library, to more than 30 digits, for the doubles as they stand, by the series of positive terms 26.5.4
// of Abramowitz and Stegun for the beta distribution in integer arithmetic.
test.each([
  [1e-5, 0.1, 0.5000014809212369, 0.4999985190787632],
  [3, 0.1, 0.6261529230136578, 0.37384707698634223],
  [1e40, 0.1, 0.9999582619686282, 4.1738031371732156e-5],
  [1e300, 0.1, 1, 4.1738031371732015e-31],
  [2.1, 2.5, 0.9277487776225781, 0.07225122237742193],
  [1e60, 4.5, 1, 5.249195123643433e-270],
  [1.96, 30, 0.9703288435519748, 0.02967115644802524],
  [40, 30, 1, 6.863022597203201e-28],
  [37, 1e7, 1, 6.00060616131917e-300],
  [1.5, 1e12, 0.933192798730984, 0.06680720126901592],
  [1.96, 100000, 0.9750007184028492, 0.02499928159715082],
  [2.5, 1e7, 0.9937903267317107, 0.006209673268289235],
  [2.5, 11e6, 0.9937903274537576, 0.006209672546242429],
  [20, 1e12, 1, 2.7536242293012506e-89],
] as const)("has the high-precision figures at t = %s with %s degrees of freedom", (t, df, lower, upper) => {
  expectRelative(studentTCdf(t, df), lower, 1e-13);
  expectRelative(studentTCdf(t, df, "upper"), upper, upper > 1e-4 ? 1e-13 : 1e-12);
  expectRelative(studentTCdf(-t, df), upper, upper > 1e-4 ? 1e-13 : 1e-12);
});

test("goes over into the normal without a step", () => {
  for (const t of [0.5, 2, 5]) {
    for (const df of [0.9e7, 1.1e7]) {
      // The tail of the normal with its first correction.
      const density = Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      const wanted = normalCdf(t, "upper") + (density * (t ** 3 + t)) / (4 * df);
      expect(studentTCdf(t, df, "upper") / wanted).toBeCloseTo(1, 9);
    }
    expect(studentTCdf(t, 1e16, "upper") / normalCdf(t, "upper")).toBeCloseTo(1, 12);
    expect(studentTCdf(t, Number.POSITIVE_INFINITY)).toBe(normalCdf(t));
  }
});

test("is refused for no degrees of freedom", () => {
  expect(() => studentTCdf(1, 0)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
});
