import { brierScore } from "cxkit";
import { describe, expect, test } from "vitest";

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);

describe("brierScore", () => {
  test("is the mean squared distance, with what it gains over the share alone", () => {
    const result = brierScore([0.9, 0.7, 0.4, 0.1], [1, 1, 0, 0]);
    expect(result.value).toBeCloseTo((0.01 + 0.09 + 0.16 + 0.01) / 4, 15);
    expect(result.baseRateValue).toBe(0.25);
    expect(result.skill).toBeCloseTo(1 - 0.0675 / 0.25, 14);
    // The standard deviation of the four distances, over the root of four.
    const distances = [0.01, 0.09, 0.16, 0.01];
    const variance = sum(distances.map((distance) => (distance - 0.0675) ** 2)) / 3;
    expect(result.standardError).toBeCloseTo(Math.sqrt(variance / 4), 14);
  });

  test("is nothing for prophets, a quarter for the undecided, and 1 where always sure and wrong", () => {
    expect(brierScore([1, 0, 1], [1, 0, 1])).toMatchObject({ value: 0, skill: 1, interval: null });
    expect(brierScore([0.5, 0.5], [1, 0])).toMatchObject({ value: 0.25, skill: 0 });
    expect(brierScore([0, 1], [1, 0])).toMatchObject({ value: 1, skill: -3 });
    expect(brierScore([0.5], [1])).toMatchObject({ skill: null, standardError: null });
    expect(brierScore([], [])).toMatchObject({ value: null, baseRateValue: null, n: 0 });
    expect(brierScore([0.2, null], [1, 0])).toMatchObject({ n: 1, missing: 1 });
  });
});
