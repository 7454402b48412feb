import { seededRandom } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const words = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random() * 2 ** 32);
};

describe("seededRandom", () => {
  // From a second implementation in integers of unlimited size, which also gives the published numbers 11520, 0, 5927040,
  // 70819200, … of xoshiro128** in the state 1, 2, 3, 4.
  test.each([
    [0, [3809008728, 1133695204, 53579671, 2891528803]],
    [1, [2442144158, 3238099751, 3819917871, 2104621829]],
    [-1, [4076317958, 2022755225, 3689328358, 469858168]],
    [42, [2837322924, 544945897, 479756282, 3500138142]],
    [2 ** 53 - 1, [1190966055, 18953708, 2651531223, 3195149008]],
    [-(2 ** 40) - 7, [4274308969, 2255731312, 3605876664, 1703408141]],
  ])("gives the same numbers everywhere for the seed %d", (seed, wanted) => {
    expect(words(seed, 4)).toEqual(wanted);
  });

  test("stays from 0 to below 1, and gives different seeds different numbers", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (seed, other) => {
        fc.pre(seed !== other);
        const numbers = words(seed, 8);
        for (const number of numbers) expect(number >= 0 && number < 2 ** 32).toBe(true);
        expect(words(other, 8)).not.toEqual(numbers);
      }),
    );
  });

  test("fills sixteen bins evenly, alone and in pairs (chi-square within five standard deviations)", () => {
    const random = seededRandom(7);
    const pairs = new Array<number>(256).fill(0);
    const draws = 256_000;
    for (let i = 0; i < draws; i++) {
      const pair = Math.floor(random() * 16) * 16 + Math.floor(random() * 16);
      pairs[pair] = (pairs[pair] ?? 0) + 1;
    }
    const chiSquare = pairs.reduce((sum, count) => sum + (count - draws / 256) ** 2 / (draws / 256), 0);
    expect(Math.abs(chiSquare - 255)).toBeLessThan(5 * Math.sqrt(2 * 255));
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "1" as never])("refuses %s as a seed", (seed) => {
    expect(() => seededRandom(seed)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
