import { adjustedRandIndex } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("adjustedRandIndex", () => {
  test("the examples of scikit-learn's adjusted_rand_score", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 1])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571428571428571, 14);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 14);
  });

  test("Hubert and Arabie's formula on a table of 1 1 0, 1 2 1, 0 0 4, worked by hand", () => {
    // Pairs together in both 7, in the first 13, in the second 14, of 45: (7 − 13·14/45) / (13.5 − 13·14/45).
    const first = ["a", "a", "b", "b", "b", "b", "c", "c", "c", "c"];
    const second = [1, 2, 1, 2, 2, 3, 3, 3, 3, 3];
    const expected = (13 * 14) / 45;
    expect(adjustedRandIndex(first, second)).toBeCloseTo((7 - expected) / (13.5 - expected), 14);
  });

  test("one group of everything, or one for each thing, agrees with itself", () => {
    expect(adjustedRandIndex(["x", "x", "x"], [7, 7, 7])).toBe(1);
    expect(adjustedRandIndex(["x", "y", "z"], [3, 1, 2])).toBe(1);
  });

  test("a thing without one of the groups is left out, and less than two things say nothing", () => {
    expect(adjustedRandIndex([0, null, 0, 1, Number.NaN], [1, 1, 1, undefined, 1])).toBe(1);
    expect([adjustedRandIndex([], []), adjustedRandIndex([1], ["a"])]).toEqual([null, null]);
  });

  test("the number 1 and the word 1 are two groups, and typed arrays will do", () => {
    expect(adjustedRandIndex([1, "1", 1, "1"], [0, 5, 0, 5])).toBe(1);
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), Int32Array.of(4, 4, 9, 9))).toBe(1);
  });

  test("lists of different lengths are refused", () => {
    expect(() => adjustedRandIndex([1, 2], [1])).toThrow(/invalid-option|as many/);
  });

  const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 60 });

  test("is the same both ways round, at most 1, and exactly 1 for the same groups by other names", () => {
    fc.assert(
      fc.property(labels, (pairs) => {
        const [first, second] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const index = adjustedRandIndex(first, second) ?? Number.NaN;
        expect(index).toBeLessThanOrEqual(1);
        expect(adjustedRandIndex(second, first)).toBeCloseTo(index, 12);
        expect(
          adjustedRandIndex(
            first,
            first.map((label) => `group ${(label * 3) % 5}`),
          ),
        ).toBe(1);
      }),
    );
  });

  test("does not depend on the order of the things", () => {
    fc.assert(
      fc.property(labels, (pairs) => {
        const back = pairs.toReversed();
        const of = (some: typeof pairs) =>
          adjustedRandIndex(
            some.map(([one]) => one),
            some.map(([, other]) => other),
          );
        expect(of(back)).toBe(of(pairs));
      }),
    );
  });

  test("is about 0 for groups that have nothing to do with each other", () => {
    const first = Array.from({ length: 5000 }, (_, i) => i % 3);
    const second = first.map((_, i) => Math.floor((i * 7919) / 13) % 4);
    expect(Math.abs(adjustedRandIndex(first, second) ?? 1)).toBeLessThan(0.01);
  });
});
