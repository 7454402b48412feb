import { churn, compare, measure, retention, retentionMetric, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const january = { from: "2026-01-01", to: "2026-02-01" };
const subscriptions = [
  { customer: "ann", startedAt: "2025-03-01" },
  { customer: "bob", startedAt: "2025-11-20", endedAt: "2026-01-15" },
  { customer: "cat", startedAt: "2025-12-20", endedAt: "2026-01-15" },
  { customer: "cat", startedAt: "2026-01-20", endedAt: null },
  { customer: "dan", startedAt: "2026-01-09" },
];

describe("retention", () => {
  test("is the share of those at the start who are there at the end; new customers are in no share", () => {
    const result = retention(subscriptions, january);
    expect(result).toMatchObject({ n: 3, atStart: 3, kept: 2, lost: 1, gained: 1, gainedAndLost: 0 });
    expect(result.value).toBeCloseTo(2 / 3, 15);
    expect(result.interval).toEqual(wilson(2, 3));
    expect(result.definition).toEqual({
      kpi: "retention",
      family: "proportion",
      unit: "share",
      options: { variant: "start-cohort", period: "month" },
    });
  });

  test("is (E − N) / S of the textbook, where nobody of the new has left", () => {
    const { kept, gained, atStart, value } = retention(subscriptions, january);
    const atEnd = kept + gained;
    expect((atEnd - gained) / atStart).toBe(value);
  });

  test("takes each purchase for a span of time, where customers have no contract", () => {
    const orders = [
      { who: "ann", at: "2025-11-10" },
      { who: "ann", at: "2026-01-20" },
      { who: "bob", at: "2025-10-15" },
    ];
    const ninetyDays = retentionMetric<(typeof orders)[0]>(
      { customer: (row) => row.who, start: (row) => row.at, end: (row) => Date.parse(row.at) + 90 * 86_400_000 },
      january,
    );
    expect(measure(orders, ninetyDays)).toMatchObject({ value: 0.5, n: 2, kept: 1 });
  });

  test("cannot be compared with churn", () => {
    expect(() => compare(retention(subscriptions, january), churn(subscriptions, january))).toThrowError(
      /one definition/,
    );
  });

  test("says that there was nothing to measure, and hides what is too small", () => {
    expect(retention([], january)).toMatchObject({ value: null, n: 0, interval: null });
    expect(retention(subscriptions, { ...january, minimumN: 4 })).toMatchObject({ value: null, suppressed: true });
  });

  test.each([
    [undefined, "invalid-option"],
    [{ ...january, variant: "stripe" }, "invalid-option"],
    [{ ...january, to: "2025-01-01" }, "invalid-option"],
    [{ ...january, to: "later" }, "invalid-time"],
    [{ ...january, level: 0 }, "invalid-option"],
  ])("refuses the options %o at once", (options, code) => {
    expect(() => retention([], options as never)).toThrowError(expect.objectContaining({ code }));
  });
});

describe("retention keeps the laws of a metric", () => {
  const zero = Date.parse("2026-01-01T00:00:00Z");
  const time = fc.integer({ min: -40, max: 60 }).map((day) => zero + day * 86_400_000);
  const row = fc.record({
    customer: fc.constantFrom("a", "b", "c", 1, "1", "__proto__", null),
    start: fc.option(time, { nil: null }),
    end: fc.option(time, { nil: null }),
  });
  metricLaws(
    retentionMetric<{ customer: string | number | null; start: number | null; end: number | null }>(
      { customer: (each) => each.customer, start: (each) => each.start, end: (each) => each.end },
      { ...january, invalid: "exclude" },
    ),
    fc.array(row),
    { json: true },
  );
});
