import { csat, csatMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

/** Answers with so many of each, lowest first. */
const answers = (low: number, counts: readonly number[]): number[] =>
  counts.flatMap((count, index) => new Array<number>(count).fill(low + index));

describe("csat", () => {
  test("is the share of the top two boxes, in percent", () => {
    // Counts of a help page on CSAT whose own figures (n 17, 76.5 %) are wrong: the counts sum to 19.
    const result = csat(answers(1, [1, 2, 3, 4, 9]));
    expect(result).toMatchObject({ n: 19, satisfied: 13 });
    expect(result.value).toBeCloseTo(68.4210526315789, 12);
    expect(result.interval?.low).toBeCloseTo(46.01, 2);
    expect(result.interval?.high).toBeCloseTo(84.64, 2);
  });

  test.each([
    [[1, 2], 2],
    [[1, 3], 3],
    [[1, 4], 3],
    [[1, 5], 4],
    [[1, 7], 6],
    [[1, 10], 9],
    [[0, 10], 9],
  ] as const)("counts the usual boxes on a scale of %j", (scale, from) => {
    expect(csat([from], { scale }).value).toBe(100);
    expect(csat([from - 1], { scale }).value).toBe(0);
    expect(csat([], { scale }).definition.options).toEqual({ scale, satisfiedFrom: from });
  });

  test("takes the boxes that it is told to", () => {
    expect(csat([5, 6, 7], { scale: [1, 7], satisfiedFrom: 5 }).value).toBe(100);
  });

  test.each([0, 6, 4.5, "4"])("refuses a score of %s", (score) => {
    expect(() => csat([score as number])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
  });

  test("refuses scales and boxes that make no sense", () => {
    for (const options of [
      { scale: [5, 1] },
      { scale: [1, 1.5] },
      { scale: { low: 1, high: 5 } },
      { scale: [0, 100] },
      { satisfiedFrom: 9 },
      { satisfiedFrom: 1 },
      { level: 2 },
    ]) {
      expect(() => csat([], options as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("says that there was nothing to measure", () => {
    expect(csat([null])).toMatchObject({ value: null, n: 0, missing: 1, interval: null, standardError: null });
  });

  test("has a percentage within 0 and 100 that its interval holds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (all) => {
        const { value, interval } = csat(all);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.low).toBeLessThanOrEqual(value ?? -1);
        expect(interval?.high).toBeGreaterThanOrEqual(value ?? 101);
        expect(interval?.high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe("csat keeps the laws of a metric", () => {
  const score = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
  metricLaws(
    csatMetric((row: number | null) => row, { invalid: "exclude" }),
    fc.array(score),
    { json: true },
  );
});
