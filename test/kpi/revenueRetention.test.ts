import {
  compare,
  groupBy,
  measure,
  type PaidSubscription,
  retention,
  revenueRetention,
  revenueRetentionMetric,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";
import { seededRandom } from "../seededRandom.js";

const january = { from: "2026-01-01", to: "2026-02-01" } as const;
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

/** A customer who pays one amount at the start of January and another at its end. */
const changed = (customer: string, before: number, after: number): PaidSubscription[] => [
  ...(before > 0 ? [{ customer, startedAt: "2025-06-01", endedAt: "2026-01-10", amount: before }] : []),
  ...(after > 0 ? [{ customer, startedAt: "2026-01-10", amount: after }] : []),
];

describe("revenueRetention", () => {
  test("is what customers of the start bring at the end: 30,000 of 27,000 is 111.11 % (ChurnZero)", () => {
    // 27,000 at the start; 8,000 come by upgrades; customers who paid 5,000 leave. New customers are in no share.
    const rows = [
      ...changed("upgraded", 10_000, 18_000),
      ...changed("stayed", 12_000, 12_000),
      ...changed("left", 5_000, 0),
      ...changed("new", 0, 7_000),
    ];
    const net = revenueRetention(rows, january);
    expect(net.value).toBeCloseTo(30_000 / 27_000, 12);
    expect(net).toMatchObject({
      n: 3,
      atStart: 27_000,
      churned: 5_000,
      contraction: 0,
      expansion: 8_000,
      gained: 7_000,
    });
    expect(revenueRetention(rows, { ...january, variant: "gross" }).value).toBeCloseTo(22_000 / 27_000, 12);
  });

  test("counts nobody gross for more than at the start, and a downgrade net and gross", () => {
    const rows = [...changed("a", 100, 150), ...changed("b", 100, 60), ...changed("c", 100, 0)];
    expect(revenueRetention(rows, january)).toMatchObject({ value: 0.7, contraction: 40, expansion: 50, churned: 100 });
    const gross = revenueRetention(rows, { ...january, variant: "gross" });
    expect(gross.value).toBeCloseTo(160 / 300, 12);
    expect(gross.interval?.high).toBeLessThanOrEqual(1);
  });

  test("puts weekly, quarterly and yearly amounts on a month, and adds up a customer's subscriptions", () => {
    const each = (["week", "month", "quarter", "year"] as const).map((every, index) => ({
      customer: "ann",
      startedAt: "2025-01-01",
      endedAt: index === 3 ? "2026-01-15" : null,
      amount: 120,
      every,
    }));
    const perMonth = (120 * 365.25) / 12 / 7 + 120 + 40;
    expect(revenueRetention(each, january).atStart).toBeCloseTo(perMonth + 10, 9);
    expect(revenueRetention(each, january).value).toBeCloseTo(perMonth / (perMonth + 10), 12);
  });

  test("who left and came back before the end has stayed", () => {
    const rows = [
      { customer: "ann", startedAt: "2025-01-01", endedAt: "2026-01-05", amount: 10 },
      { customer: "ann", startedAt: "2026-01-20", amount: 10 },
    ];
    expect(revenueRetention(rows, january)).toMatchObject({ value: 1, n: 1, churned: 0, interval: null });
  });

  test("of customers who pay alike is their retention", () => {
    const rows = Array.from({ length: 40 }, (_, index) => changed(`c${index}`, 20, index < 34 ? 20 : 0)).flat();
    const customers = retention(rows, january);
    const revenue = revenueRetention(rows, january);
    expect(revenue.value).toBe(customers.value);
    // Linearised, with n − 1.
    expect(revenue.standardError).toBeCloseTo((customers.standardError ?? 0) * Math.sqrt(40 / 39), 12);
  });

  test("says that there was nothing to measure, and counts what is missing", () => {
    expect(revenueRetention([], january)).toMatchObject({ value: null, n: 0, atStart: 0, interval: null });
    const rows = [
      { customer: null, startedAt: "2025-01-01", amount: 10 },
      { customer: "a", startedAt: null, amount: 10 },
      { customer: "a", startedAt: "2025-01-01", amount: undefined },
      { customer: "a", startedAt: "2026-01-09", amount: 10 },
    ];
    expect(revenueRetention(rows, january)).toMatchObject({ value: null, n: 0, missing: 3, gained: 10 });
    const free = [{ customer: "a", startedAt: "2025-01-01", amount: 0 }];
    expect(revenueRetention(free, january)).toMatchObject({ value: null, n: 0, missing: 0 });
  });

  test("refuses what is no revenue, with its row; or counts it", () => {
    const right = { customer: "a", startedAt: "2025-01-01", amount: 10 };
    for (const wrong of [
      { amount: -1 },
      { amount: "10" },
      { amount: 1e61 },
      { every: "decade" },
      { endedAt: "2024-01-01" },
    ]) {
      const rows = [right, { ...right, ...wrong }] as PaidSubscription[];
      expect(() => revenueRetention(rows, january)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
      expect(revenueRetention(rows, { ...january, invalid: "exclude" })).toMatchObject({ value: 1, n: 1, invalid: 1 });
    }
    const option = expect.objectContaining({ code: "invalid-option" });
    expect(() => revenueRetention([], { ...january, variant: "total" as never })).toThrowError(option);
    expect(() => revenueRetention([], { from: january.to, to: january.from })).toThrowError(option);
    expect(() => revenueRetention([], { ...january, method: "wilson" } as never)).toThrowError(option);
    expect(() => revenueRetentionMetric({} as never, january)).toThrowError(option);
  });

  test("hides a share of few customers, goes by group, and mixes no two definitions", () => {
    expect(revenueRetention(changed("a", 5, 5), { ...january, minimumN: 2 })).toMatchObject({
      suppressed: true,
      n: null,
    });
    const rows = [...changed("a", 5, 5), ...changed("b", 5, 0)];
    const byCustomer = groupBy(
      (row: PaidSubscription) => row.customer,
      revenueRetentionMetric(
        {
          customer: (row: PaidSubscription) => row.customer,
          start: (row) => row.startedAt,
          end: (row) => row.endedAt,
          revenue: (row) => row.amount,
        },
        january,
      ),
    );
    expect(measure(rows, byCustomer).map(({ result }) => result.value)).toEqual([1, 0]);
    const net = revenueRetention(rows, january);
    const gross = revenueRetention(rows, { ...january, variant: "gross" });
    expect(() => compare(net, gross)).toThrowError(/the variant "net" of revenueRetention, received "gross"/);
    expect(compare(net, net).difference).toBe(0);
  });

  test("gross lies between 0 and 1 and never above net, and neither depends on the order or the currency", () => {
    const amounts = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (all) => {
        const rows = all.flatMap(([before, after], index) => changed(`c${index}`, before, after));
        const [net, gross] = (["net", "gross"] as const).map((variant) =>
          revenueRetention(rows, { ...january, variant }),
        );
        if (net?.value === null || net === undefined || gross === undefined) return;
        expect(gross.value).toBeGreaterThanOrEqual(0);
        expect(gross.value).toBeLessThanOrEqual(1);
        expect(gross.value).toBeLessThanOrEqual((net.value ?? 0) + 1e-12);
        expect(net.atStart - net.churned - net.contraction + net.expansion).toBeCloseTo(
          (net.value ?? 0) * net.atStart,
          8,
        );
        const cents = rows.map((row) => ({ ...row, amount: (row.amount ?? 0) * 100 })).reverse();
        expect(revenueRetention(cents, january).value).toBeCloseTo(net.value ?? 0, 12);
      }),
    );
  });

  test.each([
    [40, 0.85],
    [120, 0.85],
    [120, 0.95],
    [60, 0.5],
  ])(
    "gross has an interval that holds the truth 93 to 97 times in 100, of %i customers of unequal size of whom %f stay",
    (n, stay) => {
      const random = seededRandom(5);
      let held = 0;
      for (let round = 0; round < 1500; round++) {
        // Size has nothing to do with leaving, so that as much of the revenue stays.
        const rows = Array.from({ length: n }, (_, index) => {
          const size = 10 - 20 * Math.log(1 - random());
          return changed(`c${index}`, size, random() < stay ? size : 0);
        }).flat();
        const { interval } = revenueRetention(rows, { ...january, variant: "gross" });
        if (interval !== null && interval.low <= stay && stay <= interval.high) held++;
      }
      expect(held / 1500).toBeGreaterThan(0.93);
      expect(held / 1500).toBeLessThan(0.97);
    },
  );
});

describe("revenueRetention keeps the laws of a metric", () => {
  const row = fc.record({
    customer: fc.constantFrom("a", "b", "__proto__", 1, "1", "", null),
    start: fc.constantFrom(null, start - 9 * day, start + 9 * day, "soon"),
    end: fc.constantFrom(null, start + 20 * day, start + 60 * day, start - 60 * day),
    revenue: fc.constantFrom(0, 10, 25, null, -1),
  });
  metricLaws(
    revenueRetentionMetric(
      {
        customer: (each: {
          customer: string | number | null;
          start: number | string | null;
          end: number | null;
          revenue: number | null;
        }) => each.customer,
        start: (each) => each.start,
        end: (each) => each.end,
        revenue: (each) => each.revenue,
      },
      { ...january, invalid: "exclude", minimumN: 1 },
    ),
    fc.array(row),
    { json: true, closeness: { relative: 1e-9, size: 100 } },
  );
});
