import { binomialProbability } from "cxkit";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, from log-gammas to 45 digits, for the doubles as they stand.
const figures = [
  [0, 10, 0.3, 0.028247524900000005],
  [3, 10, 0.5, 0.1171875],
  [7, 20, 0.9, 3.70775756879999e-9],
  [500, 1000, 0.5, 0.025225018178360804],
  [300010000, 1e9, 0.3, 2.1696690344144856e-5],
  [3005e5, 1e9, 0.3, 1.0302668509084062e-263],
  [12, 1e9, 1e-8, 0.09478033047088898],
] as const;

describe("binomialProbability", () => {
  test.each(figures)("has the high-precision figures at %s, %s, %s", (k, n, p, wanted) => {
    expectRelative(binomialProbability(k, n, p), wanted, wanted > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is nothing for what cannot be, and certain for what must be", () => {
    for (const k of [-1, 0.5, 4, Number.POSITIVE_INFINITY]) expect(binomialProbability(k, 3, 0.5)).toBe(0);
    expect([binomialProbability(0, 3, 0), binomialProbability(1, 3, 0), binomialProbability(3, 3, 1)]).toEqual([
      1, 0, 1,
    ]);
    expect(binomialProbability(0, 0, 0.3)).toBe(1);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => binomialProbability(1, -1, 0.5),
      () => binomialProbability(1, 2, Number.NaN),
      () => binomialProbability(Number.NaN, 2, 0.5),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
