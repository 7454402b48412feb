/** Weights: each row counts as much as its weight says, in every KPI by the same rules. */
import {
  average,
  averageMetric,
  bootstrapNetInterval,
  cesMetric,
  compare,
  csatMetric,
  type Estimate,
  effectiveSampleSize,
  type Metric,
  measure,
  npsMetric,
  rateMetric,
  responseRateMetric,
  studentTNetInterval,
  tangoNetInterval,
  wilson,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

interface Row {
  readonly score: number | null;
  readonly weight: number | null;
}
const weight = (row: Row) => row.weight;
const read = (row: Row) => row.score;
const yes = (row: Row) => (row.score === null ? null : row.score >= 4);
// biome-ignore lint/suspicious/noExplicitAny: whatever the accumulator
const kpis: readonly (readonly [string, (weigh: boolean) => Metric<Row, any, Estimate>])[] = [
  ["nps", (weigh) => npsMetric(read, weigh ? { weight } : {})],
  ["csat", (weigh) => csatMetric(read, { scale: [0, 10], ...(weigh && { weight }) })],
  ["csat net", (weigh) => csatMetric(read, { scale: [0, 10], variant: "net", ...(weigh && { weight }) })],
  ["csat mean", (weigh) => csatMetric(read, { scale: [0, 10], variant: "mean", ...(weigh && { weight }) })],
  ["ces", (weigh) => cesMetric(read, { scale: [0, 10], ...(weigh && { weight }) })],
  ["rate", (weigh) => rateMetric(yes, weigh ? { weight } : {})],
  ["response rate", (weigh) => responseRateMetric(read, weigh ? { weight } : {})],
  ["average", (weigh) => averageMetric(read, weigh ? { weight } : {})],
];
/** What a score stands for in a KPI, for the formulas as they are printed. */
const standsFor: Readonly<Record<string, (score: number) => number>> = {
  nps: (score) => 100 * (Number(score >= 9) - Number(score <= 6)),
  csat: (score) => 100 * Number(score >= 9),
  "csat net": (score) => 100 * (Number(score >= 9) - Number(score <= 1)),
  "csat mean": (score) => score,
  ces: (score) => 100 * Number(score >= 6),
  rate: (score) => Number(score >= 4),
  "response rate": () => 1,
  average: (score) => score,
};
const weights = fc.double({ min: 0.01, max: 20, noNaN: true });
const weighedRow = fc.record({ score: fc.integer({ min: 0, max: 10 }), weight: weights });

describe.each(kpis)("a weighted %s", (kpi, metricOf) => {
  const score = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null });
  const rows = fc.array(fc.record({ score, weight: fc.option(fc.oneof(weights, fc.constant(0)), { nil: null }) }));
  metricLaws(metricOf(true), rows, { json: true, closeness: { relative: 1e-9, size: 100 } });

  test("is the weighted mean, with the linearised standard error and Kish's effective number", () => {
    fc.assert(
      fc.property(fc.array(weighedRow, { minLength: 2 }), (all) => {
        const { value, standardError, effectiveN, n } = measure(all, metricOf(true));
        const sum = all.reduce((total, row) => total + row.weight, 0);
        const of = standsFor[kpi] ?? Number;
        const mean = all.reduce((total, row) => total + row.weight * of(row.score), 0) / sum;
        const squares = all.reduce((total, row) => total + (row.weight * (of(row.score) - mean)) ** 2, 0);
        // A mean in its own unit pays for the spread that it estimates, as svymean of R's survey package does.
        const lost = kpi === "average" || kpi === "csat mean" ? Math.sqrt(n / (n - 1)) : 1;
        expect(value).toBeCloseTo(mean, 9);
        // Where all stand for the same, rounding alone is left.
        expect(Math.abs((standardError ?? 0) - (lost * Math.sqrt(squares)) / sum)).toBeLessThan(1e-6);
        expect(effectiveN).toBeCloseTo(effectiveSampleSize(all.map((row) => row.weight)) ?? 0, 9);
        expect(n).toBe(all.length);
      }),
    );
  });

  test("is the plain one where all weights are the same, in any unit", () => {
    fc.assert(
      fc.property(fc.array(weighedRow, { minLength: 1 }), weights, (all, same) => {
        const equal = all.map((row) => ({ ...row, weight: same }));
        const [weighted, plain] = [measure(equal, metricOf(true)), measure(equal, metricOf(false))];
        for (const name of ["value", "standardError", "n"] as const) {
          expect(weighted[name] ?? -1).toBeCloseTo(plain[name] ?? -1, 6);
        }
        expect(weighted.effectiveN).toBeCloseTo(plain.n, 6);
        // Of answers that are all the same, rounding leaves a spread that is none.
        if ((plain.standardError ?? 0) > 0.001) {
          expect(weighted.interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 5);
          expect(weighted.interval?.high).toBeCloseTo(plain.interval?.high ?? 0, 5);
        }
        expect(weighted.definition.options["weighted"]).toBe(true);
        expect(plain).not.toHaveProperty("effectiveN");
      }),
    );
  });

  test("counts a row without a weight as missing, and refuses one that is none", () => {
    expect(measure([{ score: 5, weight: null }], metricOf(true))).toMatchObject({ value: null, n: 0, missing: 1 });
    for (const wrong of [-1, Number.POSITIVE_INFINITY, "2"]) {
      expect(() => measure([{ score: 5, weight: wrong as number }], metricOf(true))).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 0 }),
      );
    }
  });

  test("knows nothing where all weights are 0, and loses no row", () => {
    const result = measure(
      [
        { score: 5, weight: 0 },
        { score: 9, weight: 0 },
      ],
      metricOf(true),
    );
    expect(result).toMatchObject({ value: null, standardError: null, interval: null, effectiveN: null, n: 2 });
  });
});

test("weights of strata give the score of the population", () => {
  // A: 50 answers, NPS 40, a fifth of the customers; B: 150 answers, NPS 0, the rest. Computed by hand: 0.2 × 40 + 0.8 × 0.
  const answers = (stratum: string, promoters: number, passives: number, detractors: number) => [
    ...new Array<object>(promoters).fill({ stratum, score: 9 }),
    ...new Array<object>(passives).fill({ stratum, score: 8 }),
    ...new Array<object>(detractors).fill({ stratum, score: 3 }),
  ];
  const rows = [...answers("a", 30, 10, 10), ...answers("b", 50, 50, 50)] as { stratum: string; score: number }[];
  const by = { a: 0.2 / 0.25, b: 0.8 / 0.75 } as Record<string, number>;
  const result = measure(
    rows,
    npsMetric((row) => row.score, { weight: (row) => by[row.stratum] }),
  );
  expect(
    measure(
      rows,
      npsMetric((row) => row.score),
    ).value,
  ).toBeCloseTo(10, 12);
  expect(result.value).toBeCloseTo(8, 12);
  expect(result.effectiveN).toBeCloseTo(197.368421052632, 9);
  expect(result).toMatchObject({ promoters: 80, passives: 60, detractors: 60 });
});

test("a weighted share has Wilson's interval of as many answers as its standard error says", () => {
  const rows = [
    [true, 1],
    [true, 1],
    [false, 2],
    [true, 2],
    [false, 0.5],
    [true, 0.5],
  ] as const;
  const { value, interval, standardError } = measure(
    rows,
    rateMetric((row) => row[0], { weight: (row) => row[1] }),
  );
  const share = value ?? 0;
  const n = (share * (1 - share)) / (standardError ?? 1) ** 2;
  expect(interval?.low).toBeCloseTo(wilson((value ?? 0) * n, n).low, 12);
  expect(interval?.high).toBeCloseTo(wilson((value ?? 0) * n, n).high, 12);
});

test("compare takes results with weights by their effective number, and mixes none with plain ones", () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({ score: index % 11, weight: 1 + (index % 4) }));
  const weighted = measure(rows, npsMetric(read, { weight }));
  const plain = measure(rows, npsMetric(read));
  expect(() => compare(weighted, plain)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  const width = ({ interval }: { interval: { low: number; high: number } | null }) =>
    (interval?.high ?? 0) - (interval?.low ?? 0);
  expect(width(compare(weighted, weighted))).toBeGreaterThan(width(compare(plain, plain)));
  expect(compare(average([1, 2, 3, 4]), average([1, 2, 3, 4])).difference).toBe(0);
});

test("compares means whose weights leave hardly more than one observation without losing itself", () => {
  const of = (values: readonly number[], heavy: number) =>
    measure(
      values.map((value, index) => ({ value, weight: index === 0 ? heavy : 1 })),
      averageMetric((row) => row.value, { weight: (row) => row.weight }),
    );
  for (const heavy of [100, 5000]) {
    const { interval } = compare(of([1, 2, 3], heavy), of([2, 7, 3], heavy));
    expect(interval?.low).toBeGreaterThan(-10);
    expect(interval?.high).toBeLessThan(10);
  }
});

test("hands whole numbers of answers to a method, where there are no weights", () => {
  for (let n = 1; n <= 40; n++) {
    for (let count = 0; count <= n; count++) {
      const seen: number[] = [];
      rateOf(count, n, (successes) => seen.push(successes));
      // Before any row it is tried on something of its own.
      expect(seen.slice(1)).toEqual([count]);
    }
  }
});

function rateOf(count: number, n: number, look: (successes: number) => void): void {
  measure(
    Array.from({ length: n }, (_, index) => index < count),
    rateMetric((row) => row, {
      method: (successes, all, { level }) => {
        look(successes);
        return wilson(successes, all, { level });
      },
    }),
  );
}

test("hands a method the weighted shares, so that its interval is about the weighted score", () => {
  const rows = [...new Array(300).fill({ score: 10, weight: 1 }), { score: 0, weight: 100 }];
  for (const method of [tangoNetInterval, studentTNetInterval, bootstrapNetInterval]) {
    const { value, interval } = measure(rows, npsMetric(read, { weight, method }));
    expect(value).toBe(50);
    expect(interval?.low).toBeLessThan(50);
    expect(interval?.high).toBeGreaterThan(50);
  }
});
