import { ces, cesMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

describe("ces", () => {
  test("is the share of those who found it easy, 5 to 7, in percent", () => {
    // Counts of a published worked example on 1–7 (n = 1000, mean 4.08).
    const counts = [80, 210, 140, 110, 160, 180, 120];
    const scores = counts.flatMap((count, index) => new Array<number>(count).fill(index + 1));
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBe(4.08);
    expect(ces(scores)).toMatchObject({ value: 46, n: 1000, easy: 460 });
  });

  test("takes easy to begin over the middle of any scale", () => {
    expect(ces([4, 3], { scale: [1, 5] }).value).toBe(50);
    expect(ces([5, 4], { scale: [1, 7], easyFrom: 6 }).value).toBe(0);
  });

  test("refuses what is off the scale, and options that make no sense", () => {
    expect(() => ces([8])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    for (const options of [{ easyFrom: 8 }, { scale: [7, 1] }, { level: -1 }, { variant: "nett" }]) {
      expect(() => ces([], options as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("says that there was nothing to measure", () => {
    expect(ces([])).toMatchObject({ value: null, n: 0, interval: null });
  });
});

describe("ces keeps the laws of a metric", () => {
  const score = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
  metricLaws(
    cesMetric((row: number | undefined) => row, { invalid: "exclude" }),
    fc.array(score),
    { json: true },
  );
});
