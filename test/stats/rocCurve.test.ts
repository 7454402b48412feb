import { auc, rocCurve } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoredRows } from "./scoredRows.js";

describe("rocCurve", () => {
  test("goes from nobody to everybody, equal scores together", () => {
    const { points } = rocCurve([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]);
    expect(
      points.map(({ threshold, truePositives, falsePositives }) => [threshold, truePositives, falsePositives]),
    ).toEqual([
      [null, 0, 0],
      [0.9, 1, 0],
      [0.6, 2, 1],
      [0.1, 2, 2],
    ]);
  });

  test("never falls, and has the area that auc tells under its straight lines", () => {
    fc.assert(
      fc.property(scoredRows, ({ scores, outcomes }) => {
        const { points } = rocCurve(scores, outcomes);
        const { value } = auc(scores, outcomes);
        if (value === null) {
          expect(points).toEqual([]);
          return;
        }
        let area = 0;
        points.slice(1).forEach((point, i) => {
          const before = points[i] ?? point;
          expect(point.truePositiveRate).toBeGreaterThanOrEqual(before.truePositiveRate);
          area +=
            ((point.falsePositiveRate - before.falsePositiveRate) *
              (point.truePositiveRate + before.truePositiveRate)) /
            2;
        });
        expect(points.at(-1)).toMatchObject({ truePositiveRate: 1, falsePositiveRate: 1 });
        expect(area).toBeCloseTo(value, 12);
      }),
    );
  });
});
