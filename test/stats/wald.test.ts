import { wald } from "cxkit";
import { describe, expect, test } from "vitest";
import { leastCoverage } from "./leastCoverage.js";

describe("wald", () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 1, cut off at 0.
    [81, 263, 0.2522, 0.3638],
    [15, 148, 0.0527, 0.15],
    [0, 20, 0, 0],
    [1, 29, 0, 0.1009],
  ])("%i of %i is within the published limits", (successes, n, low, high) => {
    expect(wald(successes, n).low).toBeCloseTo(low, 4);
    expect(wald(successes, n).high).toBeCloseTo(high, 4);
  });

  test("is cut off at 1, has no width at the ends, and hardly ever covers a small share: why it is not the default", () => {
    expect(wald(28, 29).high).toBe(1);
    expect(wald(5, 5)).toEqual({ low: 1, high: 1, level: 0.95 });
    expect(leastCoverage((x, n) => wald(x, n), 40)).toBeLessThan(0.2);
  });

  test("refuses what is no sample and what is no level", () => {
    for (const wrong of [() => wald(3, 2), () => wald(1, 0), () => wald(1, 2, { level: 1 })]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
