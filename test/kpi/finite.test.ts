/** No result holds Infinity or NaN, whatever the size of what was given: JSON would make null of it, which says something else. */
import {
  average,
  averageMetric,
  ces,
  csat,
  csatMetric,
  customerLifetimeValue,
  duration,
  engagementRate,
  type Metric,
  measure,
  npsMetric,
  rateMetric,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sign = fc.constantFrom(-1, 1);
/** Numbers of every size up to a power of ten, the ends among them. */
const upTo = (power: number) =>
  fc
    .tuple(
      sign,
      fc.oneof(fc.constantFrom(power, -power, 0), fc.integer({ min: -power, max: power - 1 })),
      fc.double({ min: 1, max: 9.99, noNaN: true }),
    )
    .map(([s, p, digits]) => s * (Math.abs(p) === power ? 1 : digits) * 10 ** p);
const weight = fc.oneof(fc.constantFrom(0, 1e-100, 1, 1e100), upTo(99).map(Math.abs));

function expectFinite(result: unknown): void {
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
}

describe("no figure is infinite or none", () => {
  test("of an average of numbers up to 1e140", () => {
    fc.assert(
      fc.property(fc.array(upTo(140)), (values) => expectFinite(average(values))),
      { numRuns: 500 },
    );
  });

  interface Row {
    readonly value: number;
    readonly score: number;
    readonly weight: number;
  }
  const score = (row: Row): number => row.score;
  const counted = { weight: (row: Row) => row.weight };
  // biome-ignore lint/suspicious/noExplicitAny: any metric will do, whatever its accumulator
  const weighted: [string, Metric<Row, any, unknown>][] = [
    ["an average of numbers up to 1e40", averageMetric((row: Row) => row.value, counted)],
    ["an NPS", npsMetric(score, counted)],
    ["a net CSAT", csatMetric(score, { scale: [0, 10], variant: "net", ...counted })],
    ["a mean CSAT", csatMetric(score, { scale: [0, 10], variant: "mean", ...counted })],
    ["a rate", rateMetric((row: Row) => row.score > 5, counted)],
  ];
  const row = fc.record({ value: upTo(40), score: fc.integer({ min: 0, max: 10 }), weight });
  test.each(weighted)("of %s with weights from 1e-100 to 1e100, in one go or merged", (_, metric) => {
    fc.assert(
      fc.property(fc.array(row), fc.nat(), (rows, cut) => {
        expectFinite(measure(rows, metric));
        const parts = [rows.slice(0, cut % (rows.length + 1)), rows.slice(cut % (rows.length + 1))].map((part) =>
          part.reduce((accumulator, one) => metric.addInput(accumulator, one), metric.createAccumulator()),
        );
        expectFinite(metric.extractOutput(metric.mergeAccumulators(parts)));
      }),
      { numRuns: 500 },
    );
  });

  test("of a value that is beyond, which is refused", () => {
    for (const wrong of [1.1e140, -1e141, Number.MAX_VALUE, Number.POSITIVE_INFINITY]) {
      expect(() => average([1, wrong])).toThrowError(/average requires a finite number up to 1e\+140/);
    }
    const heavy = averageMetric((one: number) => one, { weight: () => 1 });
    expect(() => measure([1, 1e41], heavy)).toThrowError(/average requires a finite number up to 1e\+40/);
    expect(
      measure(
        [1, 1e41],
        averageMetric((one: number) => one, { weight: () => 1, invalid: "exclude" }),
      ).invalid,
    ).toBe(1);
  });

  test("of what posts, cases and customers say", () => {
    const post = fc.record({ engagements: upTo(60).map(Math.abs), reach: upTo(60).map((size) => Math.abs(size)) });
    const purchase = fc.record({ customer: fc.nat(5), amount: upTo(120) });
    const length = fc.record({
      openedAt: fc.integer({ min: 0, max: 8e15 }),
      resolvedAt: fc.option(fc.integer({ min: 8e15, max: 864e13 })),
    });
    fc.assert(
      fc.property(fc.array(post), fc.array(purchase), fc.array(length), (posts, bought, cases) => {
        for (const variant of ["pooled", "mean"] as const) expectFinite(engagementRate(posts, { variant }));
        expectFinite(customerLifetimeValue(bought.map((one) => ({ ...one, at: "2026-01-01" }))));
        expectFinite(duration(cases.map(({ openedAt, resolvedAt }) => ({ from: openedAt, to: resolvedAt }))));
      }),
      { numRuns: 300 },
    );
  });

  test("of answers that are all the same, however many", () => {
    const csats = ["satisfied", "dissatisfied", "net", "mean", "without-neutral"] as const;
    const efforts = ["easy", "net", "mean"] as const;
    fc.assert(
      fc.property(fc.nat(30), fc.constantFrom(1, 3, 5), (n, score) => {
        for (const variant of csats) expectFinite(csat(new Array(n).fill(score), { variant }));
        for (const variant of efforts) expectFinite(ces(new Array(n).fill(score), { variant }));
      }),
    );
  });
});
