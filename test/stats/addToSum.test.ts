import fc from "fast-check";
import { expect, test } from "vitest";
import { addToSum, type LongSums, mergeSum, sumAt } from "../../src/stats/addToSum.js";

const emptySums = (): LongSums => ({ sums: [], lost: [] });

test("each sum keeps the digits that plain addition loses, and one that nothing was added to is 0", () => {
  const sums = emptySums();
  for (const term of [1e16, 1, 1, -1e16]) addToSum(sums, 2, term);
  addToSum(sums, 0, 0.5);
  expect([sumAt(sums, 0), sumAt(sums, 1), sumAt(sums, 2), sumAt(sums, 9)]).toEqual([0.5, 0, 2, 0]);
});

test("parts that are merged give the sum of all, whatever cancels out", () => {
  const terms = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }));
  fc.assert(
    fc.property(terms, terms, (first, second) => {
      const [all, left, right] = [emptySums(), emptySums(), emptySums()];
      for (const term of [...first, ...second]) addToSum(all, 0, term);
      for (const term of first) addToSum(left, 0, term);
      for (const term of second) addToSum(right, 3, term);
      mergeSum(left, 0, right, 3);
      const size = [...first, ...second].reduce((sum, term) => sum + Math.abs(term), 0);
      expect(Math.abs(sumAt(left, 0) - sumAt(all, 0))).toBeLessThanOrEqual(1e-15 * size);
    }),
  );
});
