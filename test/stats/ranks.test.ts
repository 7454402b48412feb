import { ranks } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("ranks", () => {
  test("gives each value one more than how many are smaller, and half of how many others are equal", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const wanted = values.map((value) => {
          const smaller = values.filter((other) => other < value).length;
          const equal = values.filter((other) => other === value).length;
          return smaller + (equal + 1) / 2;
        });
        expect(ranks(values)).toEqual(wanted);
      }),
    );
  });

  test("leaves the values as they are, and takes 0 and -0 as one", () => {
    const values = Object.freeze([3, 0, -0, 1]);
    expect(ranks(values)).toEqual([4, 1.5, 1.5, 3]);
    expect(ranks([])).toEqual([]);
  });

  test("refuses what is no finite number, with its index", () => {
    for (const wrong of [Number.POSITIVE_INFINITY, "2" as never]) {
      expect(() => ranks([1, wrong])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    }
  });
});
