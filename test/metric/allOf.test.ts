import { allOf, averageMetric, measure, npsMetric, where } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

describe("allOf keeps the laws of a metric", () => {
  const row = fc.record({ vip: fc.boolean(), score: fc.integer({ min: 0, max: 10 }) });
  type Row = { vip: boolean; score: number };
  metricLaws(
    allOf({
      all: npsMetric((one: Row) => one.score),
      vip: where(
        (one: Row) => one.vip,
        npsMetric((one: Row) => one.score),
      ),
    }),
    fc.array(row),
  );
});

describe("allOf", () => {
  test("gives what each metric gives on its own", () => {
    const rows = [{ score: 10 }, { score: 2 }, { score: 8 }];
    const nps = npsMetric((row: { score: number }) => row.score);
    const mean = averageMetric((row: { score: number }) => row.score);
    expect(measure(rows, allOf({ nps, mean }))).toEqual({ nps: measure(rows, nps), mean: measure(rows, mean) });
  });

  test("takes __proto__ for a name", () => {
    const both = measure(
      [{ score: 10 }],
      allOf(Object.fromEntries([["__proto__", npsMetric((row: { score: number }) => row.score)]])),
    );
    expect(Object.keys(both)).toEqual(["__proto__"]);
  });

  test("refuses to measure nothing", () => {
    for (const wrong of [{}, null, { nps: 1 }, { nps: () => 1 }]) {
      expect(() => allOf(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
