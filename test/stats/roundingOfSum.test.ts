import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundingOfSum } from "../../src/stats/roundingOfSum.js";

const number = fc.double({ min: -1e100, max: 1e100, noNaN: true });

describe("roundingOfSum", () => {
  test("gives back what a large number swallows", () => {
    expect(roundingOfSum(1e16, 1)).toBe(1);
    expect(roundingOfSum(1, 1e16)).toBe(1);
    expect(roundingOfSum(0.1, 0.2)).toBe(-(2 ** -55));
    expect(roundingOfSum(3, 4)).toBe(0);
  });

  test("is the same for either order, and nothing where the sum is exact", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(roundingOfSum(a, b)).toBe(roundingOfSum(b, a));
        expect(Math.abs(roundingOfSum(a, a))).toBe(0);
        expect(Math.abs(roundingOfSum(a, -a))).toBe(0);
      }),
    );
  });

  test("restores a sum whose plain form is off: a million tenths after a hundred million", () => {
    let [sum, lost] = [1e8, 0];
    for (let i = 0; i < 1e6; i++) {
      lost += roundingOfSum(sum, 0.1);
      sum += 0.1;
    }
    expect(sum + lost).toBe(100_100_000);
    expect(sum).not.toBe(100_100_000);
  });
});
