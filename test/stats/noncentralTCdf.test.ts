import { studentTCdf } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noncentralTCdf } from "../../src/stats/noncentralTCdf.js";

describe("noncentralTCdf", () => {
  // Both tails by sums over a fixed fine grid in 25 digits (mpmath).
  test.each([
    [-5, 1, -3, 0.4437623589772783, 0.5562376410227218],
    [12, 1, 40, 0.0008943262534652703, 0.9991056737465347],
    [0, 2, 0.5, 0.3085375387259869, 0.6914624612740131],
    [2, 3.7, 10, 2.585675725431118e-10, 0.9999999997414324],
    [3.16, 38, 3.16, 0.49192251206118065, 0.5080774879388193],
    [12, 10, 10, 0.7183267570624066, 0.28167324293759344],
    [45, 38, 40, 0.8140661860041215, 0.18593381399587847],
    [2, 200, 0.5, 0.9318995862118954, 0.06810041378810458],
    [3.16, 1e6, 3.16, 0.4999996848359001, 0.5000003151640998],
    [12, 1e4, 10, 0.9768441902291373, 0.023155809770862713],
    [-5, 38, 3.16, 3.575277643648924e-13, 0.9999999999996425],
  ])("at %d with %d degrees of freedom and noncentrality %d", (t, df, noncentrality, lower, upper) => {
    expect(noncentralTCdf(t, df, noncentrality) / lower).toBeCloseTo(1, 12);
    expect(noncentralTCdf(t, df, noncentrality, "upper") / upper).toBeCloseTo(1, 12);
  });

  test("is Student's t in the centre, mirrors, and falls with the noncentrality", () => {
    const t = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(t, fc.double({ min: 0.8, max: 1e6, noNaN: true }), t, (x, df, noncentrality) => {
        expect(noncentralTCdf(x, df, 0)).toBeCloseTo(studentTCdf(x, df), 10);
        const lower = noncentralTCdf(x, df, noncentrality);
        expect(noncentralTCdf(-x, df, -noncentrality, "upper")).toBeCloseTo(lower, 12);
        expect(lower + noncentralTCdf(x, df, noncentrality, "upper")).toBeCloseTo(1, 11);
        expect(noncentralTCdf(x, df, noncentrality + 0.1)).toBeLessThanOrEqual(lower + 1e-14);
      }),
      { numRuns: 60 },
    );
  });
});
