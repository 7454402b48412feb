import { poissonProbability } from "cxkit";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

// Computed apart from this library, from log-gammas to 45 digits, for the doubles as they stand.
const figures = [
  [0, 2.5, 0.0820849986238988],
  [2, 1.5, 0.2510214301669836],
  [120, 1.5, 4.50936631790856e-179],
  [100, 100, 0.039860996809147134],
  [1000010000, 1e9, 1.2000331481849013e-5],
  [10011e5, 1e9, 2.810592115444602e-268],
] as const;

describe("poissonProbability", () => {
  test.each(figures)("has the high-precision figures at %s, %s", (k, mean, wanted) => {
    expectRelative(poissonProbability(k, mean), wanted, wanted > 1e-4 ? 1e-13 : 1e-12);
  });

  test("is nothing for what cannot be, and certain for what must be", () => {
    for (const k of [-1, 0.5, Number.POSITIVE_INFINITY]) expect(poissonProbability(k, 3)).toBe(0);
    expect([poissonProbability(0, 0), poissonProbability(1, 0)]).toEqual([1, 0]);
  });

  test("refuses what is no point, parameter or tail", () => {
    for (const wrong of [
      () => poissonProbability(1, -1),
      () => poissonProbability(1, Number.NaN),
      () => poissonProbability(Number.NaN, 2),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
