import { lift } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoredRows } from "./scoredRows.js";

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);

describe("lift", () => {
  test("tells how many more there are at the top, by hand", () => {
    const result = lift([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2], [1, 1, 0, 1, 0, 0, 0, 0], { bins: 4 });
    expect(result.baseRate).toBe(0.375);
    expect(result.bins.map((bin) => [bin.ones, bin.cumulativeShare, bin.cumulativeGain])).toEqual([
      [2, 0.25, 2 / 3],
      [1, 0.5, 1],
      [0, 0.75, 1],
      [0, 1, 1],
    ]);
    expect(result.bins[0]?.lift).toBeCloseTo(1 / 0.375, 14);
    expect(result.bins[1]?.cumulativeLift).toBe(2);
  });

  test("ends with everybody, and averages one over the rows", () => {
    fc.assert(
      fc.property(scoredRows, ({ scores, outcomes }) => {
        if (scores.length === 0) return;
        const result = lift(scores, outcomes);
        expect(result.bins.at(-1)?.cumulativeShare).toBe(1);
        expect(sum(result.bins.map(({ n }) => n))).toBe(scores.length);
        if (result.ones === 0) {
          expect(result.bins.every((bin) => bin.lift === null && bin.cumulativeGain === null)).toBe(true);
          return;
        }
        expect(result.bins.at(-1)?.cumulativeGain).toBe(1);
        expect(sum(result.bins.map((bin) => (bin.lift ?? 0) * bin.n)) / scores.length).toBeCloseTo(1, 12);
        for (const [place, { to }] of result.bins.slice(1).entries()) {
          expect(to).toBeLessThan(result.bins[place]?.from ?? 0);
        }
      }),
    );
  });

  test("has nothing to say of nothing", () => {
    expect(lift([], [])).toEqual({ baseRate: null, bins: [], n: 0, ones: 0, missing: 0 });
  });
});
