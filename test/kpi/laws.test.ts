/** Every metric of cxkit/kpi keeps the laws of a metric, with weights and with whatever else may be in rows. */
import * as kpi from "cxkit/kpi";
import type { Metric } from "cxkit/metric";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LawOptions, metricLaws } from "../laws/metricLaws.js";

interface Row {
  readonly score: number | null | undefined;
  readonly yes: boolean | null;
  readonly weight: number | null;
  readonly declined: boolean;
}

/** Answers on the scale and off it, between whole numbers, missing; weights of none, of none known, and that are none. */
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    score: fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 10 }), weight: 8 },
      { arbitrary: fc.constantFrom(null, undefined, Number.NaN, -1, 11, 9.5, "9" as never), weight: 2 },
    ),
    yes: fc.constantFrom(true, false, null, "yes" as never),
    weight: fc.oneof(
      { arbitrary: fc.constantFrom(0.5, 1, 2, 7), weight: 6 },
      { arbitrary: fc.constantFrom(null, 0, -1, Number.POSITIVE_INFINITY), weight: 1 },
    ),
    declined: fc.boolean(),
  }),
  { maxLength: 25 },
);

const score = (row: Row): number | null | undefined => row.score;
const weight = (row: Row): number | null => row.weight;
const dismissed = (row: Row): boolean => row.declined;
const scale = [0, 10] as const;
// biome-ignore lint/suspicious/noExplicitAny: any metric will do, whatever its accumulator
type AnyMetric = Metric<Row, any, unknown>;

const counts: LawOptions = { json: true };
const sums: LawOptions = { json: true, closeness: { relative: 1e-9, size: 100 } };
const all = { invalid: "exclude", dismissed } as const;
const held: Record<string, readonly [AnyMetric, LawOptions][]> = {
  npsMetric: [
    [kpi.npsMetric(score, all), counts],
    [kpi.npsMetric(score, { ...all, weight, minimumN: 3 }), sums],
    [kpi.npsMetric(score, { invalid: "exclude", method: kpi.tangoNetInterval }), counts],
  ],
  enpsMetric: [[kpi.enpsMetric(score, all), counts]],
  csatMetric: (["satisfied", "dissatisfied", "net", "without-neutral", "mean"] as const).flatMap((variant) => [
    [kpi.csatMetric(score, { scale, variant, ...all }), counts],
    [kpi.csatMetric(score, { scale, variant, ...all, weight }), sums],
  ]),
  cesMetric: (["easy", "net", "mean"] as const).flatMap((variant) => [
    [kpi.cesMetric(score, { scale: [1, 7], variant, ...all }), counts],
    [kpi.cesMetric(score, { scale: [1, 5], direction: "lower-is-better", variant: "mean", ...all, weight }), sums],
  ]),
  rateMetric: [
    [kpi.rateMetric((row: Row) => row.yes, all), counts],
    [kpi.rateMetric((row: Row) => row.yes, { ...all, weight, minimumN: 3 }), sums],
  ],
  averageMetric: [
    [kpi.averageMetric(score, all), sums],
    [kpi.averageMetric(score, { ...all, weight }), sums],
  ],
  responseRateMetric: [[kpi.responseRateMetric(score, { dismissed }), counts]],
};

for (const [name, metrics] of Object.entries(held)) {
  metrics.forEach(([metric, options], index) => {
    describe(`${name}, ${index + 1} of ${metrics.length}`, () => metricLaws(metric, rows, options));
  });
}

test("and so does every other, in the tests of its own", () => {
  const elsewhere = [
    "churnMetric",
    "cohortRetentionMetric",
    "conversionMetric",
    "customerLifetimeValueMetric",
    "durationMetric",
    "engagementRateMetric",
    "firstContactResolutionMetric",
    "retentionMetric",
    "revenueRetentionMetric",
  ];
  const metrics = Object.keys(kpi).filter((name) => name.endsWith("Metric"));
  expect([...Object.keys(held), ...elsewhere].sort()).toEqual(metrics.sort());
});
