import {
  allOf,
  averageMetric,
  CxError,
  conversionMetric,
  groupBy,
  type Metric,
  measure,
  npsMetric,
  perPeriod,
  rateMetric,
  rolling,
  where,
} from "cxkit";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

interface Row {
  readonly segment: string | number | boolean | null;
  readonly tags: string[];
  readonly at: number | string | Date | null;
  readonly score: number | null;
  readonly declined: boolean;
  readonly customer: string;
}

/** Answers with everything that happens: no score, a score off the scale, declined, no time, times before and after the range. */
function answers(count: number): Row[] {
  const random = seededRandom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, () => {
    const time = Date.UTC(2026, 0, 1) + below(200) * 86_400_000 + below(86_400_000);
    return {
      segment: ["web", "app", 1, 2.5, true, null][below(6)] ?? null,
      tags: ["delivery", "price", "delivery", "app"].slice(below(5)),
      at: [time, time, time, new Date(time), new Date(time).toISOString(), null][below(6)] ?? null,
      score: [null, 11, 9.5, ...Array.from({ length: 40 }, () => below(11))][below(43)] ?? null,
      declined: below(20) === 0,
      customer: `c${below(50)}`,
    };
  });
}

const invalid = "exclude";
const dismissed = (row: Row): boolean => row.declined;
const score = (row: Row): number | null => row.score;
const at = (row: Row) => row.at;
const nps = npsMetric(score, { invalid });
const weeks = { at, every: "week", timeZone: "America/St_Johns", from: "2026-02-01", to: "2026-06-15" } as const;

// biome-ignore lint/suspicious/noExplicitAny: any metric will do, whatever its accumulator
const metrics: Record<string, Metric<Row, any, unknown>> = {
  "by segment": groupBy((row: Row) => row.segment, nps),
  "by several tags": groupBy((row: Row) => row.tags, nps),
  "by segment and week": groupBy((row: Row) => row.segment, perPeriod(weeks, nps)),
  "by week and tags": perPeriod(
    weeks,
    groupBy((row: Row) => row.tags, nps),
  ),
  "over 28 days, by segment": rolling(
    { at, days: 28, step: "week" },
    groupBy((row: Row) => row.segment, nps),
  ),
  "several metrics, some of them of some rows": groupBy(
    (row: Row) => row.segment,
    allOf({
      nps,
      mean: averageMetric(score, { weight: (row) => row.customer.length }),
      declined: where((row: Row) => row.declined, nps),
      asked: npsMetric(score, { invalid, dismissed }),
    }),
  ),
  "metrics of which one keeps customers": groupBy(
    (row: Row) => row.segment,
    allOf({ nps, buyers: conversionMetric({ visitor: (row: Row) => row.customer, converted: (row) => row.declined }) }),
  ),
  "of a scale of a hundred points": groupBy(
    (row: Row) => row.segment,
    npsMetric(score, { scale: [0, 1000], passivesFrom: 5, promotersFrom: 10, invalid }),
  ),
};

describe.each(Object.entries(metrics))("%s", (_name, metric) => {
  const rows = answers(3000);

  test("many rows at once give what they give one by one", () => {
    const byRow = rows.reduce((acc, row) => metric.addInput(acc, row), metric.createAccumulator());
    expect(metric.addInputs?.(metric.createAccumulator(), rows)).toEqual(byRow);
    expect(measure(rows, metric)).toEqual(metric.extractOutput(byRow));
  });

  test("many rows may come after others", () => {
    const inParts = [1000, 1010, 3000].reduce(
      ({ accumulator, start }, end) => ({
        accumulator: metric.addInputs?.(accumulator, rows.slice(start, end)) ?? accumulator,
        start: end,
      }),
      { accumulator: metric.createAccumulator(), start: 0 },
    );
    // Sums of weights by parts differ in the last digits.
    const near = (_key: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
    const whole = JSON.stringify(measure(rows, metric), near);
    expect(JSON.stringify(metric.extractOutput(inParts.accumulator), near)).toBe(whole);
  });
});

test("the row that is not allowed is told among many", () => {
  const rows = answers(3000).map((row) => ({ ...row, score: 10 as number | null }));
  const metric = groupBy((row: Row) => row.segment, perPeriod(weeks, npsMetric(score)));
  for (const [wrong, code] of [
    [{ score: 11 }, "invalid-value"],
    [{ at: "soon" }, "invalid-time"],
  ] as const) {
    const some = rows.map((row, index) => (index === 2345 ? { ...row, ...wrong } : row));
    expect(() => measure(some, metric)).toThrow(expect.objectContaining({ code, row: 2345 }));
    expect(() => measure(some, metric)).toThrow(CxError);
  }
});

test("a metric whose methods are those of a class is split like any other", () => {
  class Count implements Metric<Row, { n: number }, number> {
    private readonly step = 1;
    createAccumulator = () => ({ n: 0 });
    addInput(accumulator: { n: number }) {
      accumulator.n += this.step;
      return accumulator;
    }
    mergeAccumulators(all: Iterable<{ n: number }>) {
      return { n: Array.from(all).reduce((sum, { n }) => sum + n * this.step, 0) };
    }
    extractOutput({ n }: { n: number }) {
      return n * this.step;
    }
    createTable(of: (code: number) => { n: number }) {
      const counts = new Map<number, number>();
      const { step } = this;
      return {
        add: (codes: ArrayLike<number>) => {
          for (const code of Array.from(codes)) counts.set(code, (counts.get(code) ?? of(code).n) + step);
        },
        accumulators: (codes: number) =>
          Array.from({ length: codes }, (_, code) => ({ n: counts.get(code) ?? of(code).n })),
      };
    }
  }
  const rows = Array.from({ length: 1024 }, (_, index) => ({ ...(answers(1)[0] as Row), segment: index % 2 }));
  const byParity = measure(
    rows,
    groupBy(
      (row) => row.segment,
      where(() => true, new Count()),
    ),
  );
  expect(byParity).toEqual([
    { key: 0, result: 512 },
    { key: 1, result: 512 },
  ]);
});

test("groups without a row that counts are there all the same", () => {
  const rows = answers(1000).map((row, index) => ({ ...row, segment: index % 3 }));
  const some = groupBy(
    (row: Row) => row.segment,
    where(
      (row: Row) => row.segment === 1,
      rateMetric(() => true),
    ),
  );
  expect(measure(rows, some).map(({ key, result }) => [key, result.n])).toEqual([
    [0, 0],
    [1, 333],
    [2, 0],
  ]);
});
