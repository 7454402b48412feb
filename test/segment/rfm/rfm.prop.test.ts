import { quantile, rfm, rfmMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../../laws/metricLaws.js";

const now = Date.UTC(2026, 6, 1);
const dayMs = 86_400_000;
const row = fc.record({
  customer: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom("1", "a", "b", "ø", "__proto__")),
  at: fc.integer({ min: -3, max: 400 }).map((days) => now - days * dayMs),
  // In cents, so that equal sums are common; some are returns.
  amount: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -500, max: -1 })).map((cents) => cents / 100),
});
const rows = fc.array(row, { maxLength: 60 });
const options = fc.record({
  now: fc.constant(now),
  bins: fc.integer({ min: 2, max: 12 }),
  ties: fc.constantFrom("share", "average", "minimum", "maximum"),
  variant: fc.constantFrom("independent", "nested"),
  frequency: fc.constantFrom("orders", "days"),
  monetary: fc.constantFrom("sum", "mean"),
  returns: fc.constantFrom("deduct", "count"),
} as const);
const scoresOf = (result: ReturnType<typeof rfm>) =>
  result.customers.map(({ customer, r, f, m, segment }) => [customer, r, f, m, segment]);

describe("rfm", () => {
  metricLaws(
    rfmMetric<{ customer: string | number; at: number; amount: number }>(
      { customer: (each) => each.customer, at: (each) => each.at, amount: (each) => each.amount },
      { now, frequency: "days", monetary: "mean" },
    ),
    rows,
    { json: true, closeness: { relative: 1e-12, size: 100 } },
  );

  test("no score depends on the currency", () => {
    const factor = fc.oneof(fc.constantFrom(0.01, 7.3, 1e6, 1 / 3), fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(rows, options, factor, (all, rules, unit) => {
        const inUnit = all.map((each) => ({ ...each, amount: each.amount * unit }));
        expect(scoresOf(rfm(inUnit, rules))).toEqual(scoresOf(rfm(all, rules)));
      }),
      { numRuns: 300 },
    );
  });

  test("no score depends on the order of rows", () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        options,
        ([all, shuffled], rules) => {
          const [one, other] = [rfm(all, rules), rfm(shuffled, rules)];
          expect(scoresOf(other)).toEqual(scoresOf(one));
          expect(other.segments.map(({ customers, orders }) => [customers, orders])).toEqual(
            one.segments.map(({ customers, orders }) => [customers, orders]),
          );
        },
      ),
    );
  });

  test("equal values score alike, and a better value never scores lower", () => {
    fc.assert(
      fc.property(rows, options, (all, { variant: _over, ...rules }) => {
        const { customers } = rfm(all, rules);
        const figures = customers.flatMap((a) => customers.map((b) => [a, b] as const));
        for (const [a, b] of figures) {
          if (a.recencyDays <= b.recencyDays) expect(a.r).toBeGreaterThanOrEqual(b.r);
          if (a.frequency >= b.frequency) expect(a.f).toBeGreaterThanOrEqual(b.f);
          if (a.monetary >= b.monetary) expect(a.m).toBeGreaterThanOrEqual(b.m);
        }
      }),
    );
  });

  test("each customer with a row that counts is in exactly one segment of the map, and nothing is lost", () => {
    fc.assert(
      fc.property(rows, options, (all, rules) => {
        const result = rfm(all, rules);
        const counted = all.filter(({ at }) => at <= now);
        expect(result.later).toBe(all.length - counted.length);
        expect(new Set(result.customers.map(({ customer }) => customer))).toEqual(
          new Set(counted.map(({ customer }) => customer)),
        );
        expect(result.n).toBe(result.customers.length);
        const names = result.segments.map(({ segment }) => segment);
        expect(new Set(names).size).toBe(names.length);
        for (const { segment, customers } of result.segments) {
          expect(result.customers.filter((each) => each.segment === segment)).toHaveLength(customers);
        }
        expect(result.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(result.n);
        const revenue = counted.reduce((sum, { amount }) => sum + amount, 0);
        expect(Math.abs(result.revenue - revenue)).toBeLessThan(1e-9);
        for (const { r, f, m } of result.customers) {
          for (const score of [r, f, m])
            expect(score >= 1 && score <= rules.bins && Number.isInteger(score)).toBe(true);
        }
      }),
    );
  });

  test("the cut-offs that are told give the scores that are told", () => {
    fc.assert(
      fc.property(rows, options, (all, { variant: _over, ...rules }) => {
        const { customers, cutoffs } = rfm(all, rules);
        const score = (value: number, cuts: readonly (number | null)[], sign: number): number =>
          1 + cuts.filter((cut) => cut === null || sign * value > sign * cut).length;
        for (const { recencyDays, frequency, monetary, r, f, m } of customers) {
          if (cutoffs.recencyDays.length > 0) expect(score(recencyDays, cutoffs.recencyDays, -1)).toBe(r);
          if (cutoffs.frequency.length > 0) expect(score(frequency, cutoffs.frequency, 1)).toBe(f);
          if (cutoffs.monetary.length > 0) expect(score(monetary, cutoffs.monetary, 1)).toBe(m);
        }
      }),
    );
  });

  test("cut-offs given back as cut-offs of one's own score everybody the same", () => {
    fc.assert(
      fc.property(rows, options, (all, { variant: _over, ...rules }) => {
        const first = rfm(all, rules);
        const again = rfm(all, { ...rules, cutoffs: first.cutoffs });
        expect(scoresOf(again)).toEqual(scoresOf(first));
        expect(again.cutoffs).toEqual(first.cutoffs);
      }),
    );
  });

  test("the share rule cuts at the quantiles of type 7, from the worst to the best", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 12 }), (all, bins) => {
        const { customers, cutoffs } = rfm(all, { now, bins });
        const figures = [
          [cutoffs.recencyDays, customers.map(({ recencyDays }) => -recencyDays), -1],
          [cutoffs.frequency, customers.map(({ frequency }) => frequency), 1],
          [cutoffs.monetary, customers.map(({ monetary }) => monetary), 1],
        ] as const;
        for (const [cuts, values, sign] of figures) {
          expect(cuts).toHaveLength(new Set(values.map((value) => value.toFixed(9))).size > 1 ? bins - 1 : 0);
          cuts.forEach((cut, k) => {
            expect(cut).toBeCloseTo(sign * (quantile(values, (k + 1) / bins) ?? Number.NaN), 9);
          });
        }
      }),
    );
  });

  test("a customer twice as many, with other names, changes nobody's score by rank", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const twins = all.map((each) => ({ ...each, customer: `twin of ${typeof each.customer} ${each.customer}` }));
        const alone = scoresOf(rfm(all, { now, ties: "maximum" }));
        const { customers } = rfm([...all, ...twins], { now, ties: "maximum" });
        const known = new Set(alone.map(([customer]) => customer));
        const doubled = customers.filter(({ customer }) => known.has(customer));
        expect(doubled.map(({ customer, r, f, m, segment }) => [customer, r, f, m, segment])).toEqual(alone);
      }),
    );
  });
});
