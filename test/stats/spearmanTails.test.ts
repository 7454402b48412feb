import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spearmanTails } from "../../src/stats/spearmanTails.js";
import { expectRelative } from "./expectRelative.js";

describe("spearmanTails", () => {
  test.each([
    // How many orders have a sum of squared distances of at most, and at least, so much: all of them, one by one.
    [10, 36, 19_107, 3_612_873, 3_628_800],
    [10, 200, 2_655_083, 1_016_565, 3_628_800],
    [11, 40, 65_848, 39_862_336, 39_916_800],
    [12, 60, 798_012, 478_304_151, 479_001_600],
  ])("counts the orders of %i things to the last one", (n, distance, lower, upper, all) => {
    expectRelative(spearmanTails(distance, n)?.lower ?? 0, lower / all, 1e-14);
    expectRelative(spearmanTails(distance, n)?.upper ?? 0, upper / all, 1e-14);
  });

  test.each([
    // The series of Best and Roberts (1975), to 30 digits by other software.
    [13, 100, 0.0034458318647742057, 0.996838627066829],
    [15, 300, 0.041715213650787335, 0.9595742669949977],
    [20, 600, 0.006753667216166066, 0.9933926210052025],
    [30, 3000, 0.03651669681573367, 0.9636835879982487],
    [100, 120_000, 0.002461994568229828, 0.9975389575483727],
    [1290, 340_000_000, 0.037182164413374415, 0.9628178518976319],
  ])("sums the series for %i things", (n, distance, lower, upper) => {
    expectRelative(spearmanTails(distance, n)?.lower ?? 0, lower, 1e-12);
    expectRelative(spearmanTails(distance, n)?.upper ?? 0, upper, 1e-12);
  });

  test("leaves more than 1290 to Student's t", () => {
    expect(spearmanTails(0, 1291)).toBeNull();
  });

  test("never takes a chance for less than one order's, nor for more than 1", () => {
    // R gives 0 for a perfect order of thirteen: 13! is 6,227,020,800.
    expectRelative(spearmanTails(0, 13)?.lower ?? 0, 1 / 6_227_020_800, 1e-9);
    expect(spearmanTails(0, 13)?.upper).toBe(1);
    expect(spearmanTails((13 ** 3 - 13) / 3, 13)?.lower).toBe(1);
  });

  test("mirrors: as many orders are as far from the opposite as are near", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const largest = (n ** 3 - n) / 3;
        const distance = 2 * Math.round((share * largest) / 2);
        const [near, far] = [spearmanTails(distance, n), spearmanTails(largest - distance, n)];
        expect(near?.lower).toBeCloseTo(far?.upper ?? 2, 12);
        expect(near?.upper).toBeCloseTo(far?.lower ?? 2, 12);
      }),
      { numRuns: 60 },
    );
  });
});
