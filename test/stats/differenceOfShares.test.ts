import { fisherExactTest, twoProportionTest } from "cxkit";
import { expect, test } from "vitest";
import { differenceOfShares } from "../../src/stats/differenceOfShares.js";

test("few are compared by Fisher's exact test: the lady tasting tea, .4857 in R's fisher.test", () => {
  const found = differenceOfShares([3, 4], [1, 4], 0.95);
  expect(found.pValue).toBeCloseTo(0.485_714_285_714_285_7, 12);
  expect(found.difference).toBe(0.5);
});

test("from five expected in every cell on, the z test is taken", () => {
  const { pValue, interval } = twoProportionTest(6, 20, 4, 20, { level: 0.9 });
  expect(differenceOfShares([6, 20], [4, 20], 0.9)).toEqual({ difference: 6 / 20 - 4 / 20, interval, pValue });
  const exact = fisherExactTest([
    [5, 15],
    [4, 16],
  ]);
  expect(differenceOfShares([5, 20], [4, 20], 0.9).pValue).toBe(exact.pValue);
});

test("where one is a share of nothing there is no difference", () => {
  expect(differenceOfShares([0, 0], [1, 4], 0.95)).toEqual({ difference: null, interval: null, pValue: null });
});
