import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDifference,
  formatEmotion,
  formatEstimate,
  formatInterval,
} from "../../src/chart/formatEstimate.js";

const range = (low: number, high: number) => ({ low, high, level: 0.95 });

describe("a figure on a map", () => {
  test.each([
    [31.6, "points", "+32"],
    [-8.4, "points", "−8"],
    [-0.4, "points", "0"],
    [84.2, "percent", "84 %"],
    [9.36, "percent", "9.4 %"],
    [7, "percent", "7 %"],
    [100, "percent", "100 %"],
    [0.263, "share", "26 %"],
    [0.004, "share", "0.4 %"],
    [5.618, "value", "5.62"],
    [-12.34, "value", "−12.3"],
    [86_400, "value", "86,400"],
  ] as const)("%d in %s reads %s", (value, unit, words) => {
    expect(formatEstimate(value, unit)).toBe(words);
  });
  test("has commas between thousands, in every country", () => {
    expect([999, 1204, 1_234_567].map(formatCount)).toEqual(["999", "1,204", "1,234,567"]);
  });
  test("has a range whose ends have as many decimals as each other", () => {
    expect(formatInterval(range(21.4, 42.6), "points")).toBe("+21 to +43");
    expect(formatInterval(range(8.1, 14.2), "percent")).toBe("8 to 14 %");
    expect(formatInterval(range(0.011, 0.034), "share")).toBe("1.1 to 3.4 %");
    expect(formatInterval(range(9.96, 10.21), "value")).toBe("10.0 to 10.2");
  });
  test("has its sign where it is a difference, and percentage points where it counts percent", () => {
    expect(formatDifference(-18.2, range(-25.2, -10.7), "points")).toBe("−18 (−25 to −11)");
    expect(formatDifference(0.031, null, "share")).toBe("+3.1 pp");
    expect(formatDifference(0.25, range(-0.1, 0.6), "value")).toBe("+0.25 (−0.10 to +0.60)");
  });
  test("is an emotion with one decimal", () => {
    expect([1, -0.44, 0].map(formatEmotion)).toEqual(["+1.0", "−0.4", "0.0"]);
  });
});
