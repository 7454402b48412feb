import { normalCdf, studentTCdf } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

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

test("goes over into the normal without a step", () => {
  for (const t of [0.5, 2, 5]) {
    for (const df of [0.9e7, 1.1e7]) {
      // The tail of the normal with its first correction.
      const density = Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
      const wanted = normalCdf(t, "upper") + (density * (t ** 3 + t)) / (4 * df);
      expect(studentTCdf(t, df, "upper") / wanted).toBeCloseTo(1, 8);
    }
    expect(studentTCdf(t, 1e16, "upper") / normalCdf(t, "upper")).toBeCloseTo(1, 12);
    expect(studentTCdf(t, Number.POSITIVE_INFINITY)).toBe(normalCdf(t));
  }
});

test("is refused for no degrees of freedom", () => {
  expect(() => studentTCdf(1, 0)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
});
