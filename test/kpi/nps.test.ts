import { existsSync, readFileSync } from "node:fs";
import { measure, nps, npsMetric } from "cxkit";
import { describe, expect, test } from "vitest";

/** Answers with as many detractors, passives and promoters. */
const answers = (detractors: number, passives: number, promoters: number): number[] => [
  ...new Array<number>(detractors).fill(3),
  ...new Array<number>(passives).fill(7),
  ...new Array<number>(promoters).fill(10),
];

describe("nps", () => {
  test("is the share of promoters minus the share of detractors, times 100", () => {
    // R package NPS, test_01_basics: 0, 7, 7, 9, 9, 9.
    const result = nps([0, 7, 7, 9, 9, 9]);
    expect(result).toMatchObject({ promoters: 3, passives: 2, detractors: 1, n: 6, missing: 0, invalid: 0 });
    expect(result.value).toBeCloseTo(33.3333333333333, 12);
    expect(result.standardError).toBeCloseTo(30.4290309725092, 12);
  });

  test.each([
    // The same package's table of variances.
    [1, 0, 1, 70.71067811865476],
    [0, 1, 1, 35.35533905932738],
    [1, 1, 1, 47.14045207910317],
  ])("%i detractors, %i passives, %i promoters have the published standard error", (d, p, pr, wanted) => {
    expect(nps(answers(d, p, pr)).standardError).toBeCloseTo(wanted, 12);
  });

  test("puts the bounds of the bands where the field does", () => {
    expect(nps([6])).toMatchObject({ value: -100, detractors: 1 });
    expect(nps([7])).toMatchObject({ value: 0, passives: 1 });
    expect(nps([8])).toMatchObject({ value: 0, passives: 1 });
    expect(nps([9])).toMatchObject({ value: 100, promoters: 1 });
  });

  test("has an interval where everybody agrees, and keeps it on the scale", () => {
    // Adjusted Wald of ten promoters: 76.923 ± 29.42, cut at 100. Wald has no width.
    const { interval } = nps(answers(0, 0, 10));
    expect(interval?.low).toBeCloseTo(47.504, 3);
    expect(interval?.high).toBe(100);
    expect(nps(answers(0, 0, 10), { method: "wald" }).interval).toEqual({ low: 100, high: 100, level: 0.95 });
    expect(nps(answers(0, 10, 0)).interval?.high).toBeCloseTo(18.465, 3);
  });

  test("says that there was nothing to measure", () => {
    for (const scores of [[], [null, undefined, Number.NaN]]) {
      expect(nps(scores)).toMatchObject({
        value: null,
        n: 0,
        missing: scores.length,
        standardError: null,
        interval: null,
      });
    }
  });

  test("counts who did not answer, and leaves them out of every share", () => {
    expect(nps([10, null, 10, undefined, 0, Number.NaN])).toMatchObject({ n: 3, missing: 3 });
    expect(nps([10, null, 10, undefined, 0]).value).toBe(nps([10, 10, 0]).value);
  });

  test.each([11, -1, 9.5, "9", true, Number.POSITIVE_INFINITY, new Date(0), {}, 9n])(
    "refuses a score of %s, with its row",
    (score) => {
      expect(() => nps([10, score as number])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
      expect(() => nps(new Set([10, score as number]))).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
      expect(nps([10, score as number], { invalid: "exclude" })).toMatchObject({
        value: 100,
        n: 1,
        missing: 0,
        invalid: 1,
      });
    },
  );

  test("refuses wrong options at once, before any row is read", () => {
    for (const options of [{ level: 95 }, { level: 0 }, { method: "t" }, { invalid: "drop" }, { weights: [1] }]) {
      expect(() => npsMetric(() => 1, options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("reads rows, sets and typed arrays alike", () => {
    const scores = [0, 5, 7, 9, 10, 10];
    const wanted = nps(scores);
    expect(nps(Uint8Array.from(scores))).toEqual(wanted);
    expect(nps(scores.values())).toEqual(wanted);
    expect(
      measure(
        scores.map((score) => ({ score })),
        npsMetric((row) => row.score),
      ),
    ).toEqual(wanted);
  });

  const golden = new URL("../../../shared/oracle/nps/nps.json", import.meta.url);
  test.skipIf(!existsSync(golden))(
    "equals every golden value of the R package (skipped where ../shared is absent)",
    () => {
      // There the scale is −1 to 1 and nothing is clipped.
      for (const one of JSON.parse(readFileSync(golden, "utf8")).one_sample) {
        const scores = answers(one.detractors, one.passives, one.promoters);
        const result = nps(scores);
        expect(result.value).toBeCloseTo(100 * one.nps, 10);
        expect(result.standardError).toBeCloseTo(100 * one.se, 8);
        for (const level of [0.9, 0.95, 0.99]) {
          const { wald, adjusted_wald } = one[`ci_${level}`];
          for (const [method, [low, high]] of [
            ["wald", wald],
            ["adjusted-wald", adjusted_wald],
          ] as const) {
            const { interval } = nps(scores, { level, method });
            expect(interval?.low).toBeCloseTo(Math.max(-100, 100 * low), 9);
            expect(interval?.high).toBeCloseTo(Math.min(100, 100 * high), 9);
          }
        }
      }
    },
  );
});
