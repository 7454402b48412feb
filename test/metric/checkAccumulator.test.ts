import {
  averageMetric,
  conversionMetric,
  csatMetric,
  groupBy,
  type Metric,
  measure,
  npsMetric,
  perPeriod,
  rateMetric,
  retentionMetric,
  rolling,
} from "cxkit";
import { describe, expect, test } from "vitest";

const refused = (message: string) =>
  expect.objectContaining({ code: "invalid-value", message: expect.stringContaining(message) });
const month = { from: "2026-01-01", to: "2026-02-01" };

describe("an accumulator that another version has stored is refused, and loses no row in silence", () => {
  // What version 0.1.0 kept.
  const older: [string, Metric<number, never, unknown>, object][] = [
    ["rate", rateMetric((row: number) => row > 1), { count: 3, n: 5, missing: 1, invalid: 0 }],
    ["average", averageMetric((row: number) => row), { n: 5, mean: 3, squares: 2, missing: 1, invalid: 0 }],
    ["nps", npsMetric((row: number) => row), { 9: 3, missing: 1, invalid: 0 }],
  ] as never;
  test.each(older)("%s", (kpi, metric, stored) => {
    const wrong = refused(`${kpi} requires an accumulator of this version`);
    expect(() => metric.mergeAccumulators([metric.createAccumulator(), stored as never])).toThrowError(wrong);
    expect(() => metric.extractOutput(stored as never)).toThrowError(wrong);
    expect(() => metric.mergeAccumulators([null as never])).toThrowError(wrong);
  });

  test("that of another KPI", () => {
    const [nps, visits] = [npsMetric((row: number) => row), conversionMetric((row: number) => row > 3)];
    expect(() => visits.extractOutput(nps.createAccumulator() as never)).toThrowError(refused("with visitors"));
    const kept = retentionMetric({ customer: String, start: () => 0, end: () => null } as never, month as never);
    expect(() => kept.mergeAccumulators([nps.createAccumulator() as never])).toThrowError(
      refused("retention requires"),
    );
  });

  test("its own, through JSON, is taken", () => {
    const metric = csatMetric((row: number) => row);
    const stored = JSON.parse(JSON.stringify(metric.addInput(metric.createAccumulator(), 5)));
    expect(metric.extractOutput(metric.mergeAccumulators([stored, stored])).n).toBe(2);
  });
});

test.each([
  [
    "groupBy",
    groupBy(
      String,
      npsMetric((row: number) => row),
    ),
  ],
  [
    "perPeriod",
    perPeriod(
      { at: (row: number) => row, every: "day" },
      npsMetric((row: number) => row),
    ),
  ],
  [
    "rolling",
    rolling(
      { at: (row: number) => row, days: 7 },
      npsMetric((row: number) => row),
    ),
  ],
] as [string, Metric<number, Map<unknown, unknown>, unknown[]>][])(
  "the map of %s that JSON has emptied is refused, one that structuredClone has copied is not",
  (name, metric) => {
    const accumulator = [9, 10].reduce(metric.addInput, metric.createAccumulator());
    const emptied = JSON.parse(JSON.stringify(accumulator));
    const wrong = refused(`${name} requires a map as accumulator`);
    expect(() => metric.extractOutput(emptied)).toThrowError(wrong);
    expect(() => metric.mergeAccumulators([accumulator, emptied])).toThrowError(wrong);
    const result = measure([9, 10], metric);
    expect(metric.extractOutput(metric.mergeAccumulators([structuredClone(accumulator)]))).toEqual(result);
  },
);
