import { churn, churnMetric, clopperPearson, compare, measure, retention, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const january = { from: "2026-01-01", to: "2026-02-01" };
const february = { from: "2026-02-01", to: "2026-03-01" };

/** So many customers with the same subscription. */
const many = (count: number, name: string, startedAt: string, endedAt: string | null = null) =>
  Array.from({ length: count }, (_, index) => ({ customer: `${name}${index}`, startedAt, endedAt }));

/** 500 at the start of whom 50 leave; 80 come, of whom 5 leave: the case by which the definitions are told apart. */
const told = [
  ...many(450, "kept", "2025-06-01"),
  ...many(50, "lost", "2025-07-01", "2026-01-20"),
  ...many(75, "new", "2026-01-10"),
  ...many(5, "gone", "2026-01-05", "2026-01-25"),
];

describe("churn", () => {
  test("is the share of those at the start who are gone at the end, with its Wilson interval", () => {
    const result = churn(told, january);
    expect(result).toMatchObject({
      value: 0.1,
      n: 500,
      atStart: 500,
      lost: 50,
      kept: 450,
      gained: 80,
      gainedAndLost: 5,
    });
    expect(result.interval).toEqual(wilson(50, 500));
    expect(result.standardError).toBeCloseTo(Math.sqrt((0.1 * 0.9) / 500), 15);
  });

  test("is 9.483 % as Stripe counts and 10.732 % of the mean of both ends, for the same customers", () => {
    const stripe = churn(told, { ...january, variant: "stripe" });
    expect(stripe).toMatchObject({ n: 580, interval: wilson(55, 580), definition: { options: { variant: "stripe" } } });
    expect(stripe.value).toBeCloseTo(0.09483, 5);
    const middle = churn(told, { ...january, variant: "mid-period" });
    expect(middle.value).toBeCloseTo(0.10732, 5);
    expect(middle).toMatchObject({ n: 580, definition: { family: "ratio" }, atStart: 500, lost: 50 });
  });

  test("has the linearised standard error of a ratio, of the mean of both ends", () => {
    const { value, standardError, interval } = churn(told, { ...january, variant: "mid-period" });
    // Customer by customer: who left, against the mean of being there at the start and at the end.
    const rows = [
      ...new Array(450).fill([0, 1]),
      ...new Array(50).fill([1, 0.5]),
      ...new Array(75).fill([0, 0.5]),
      ...new Array(5).fill([1, 0]),
    ];
    const squares = rows.reduce((sum, [left, there]) => sum + (left - (value ?? 0) * there) ** 2, 0);
    expect(standardError).toBeCloseTo(Math.sqrt((580 / 579) * squares) / 512.5, 14);
    expect(interval?.high).toBeCloseTo((value ?? 0) + 1.959963984540054 * (standardError ?? 0), 14);
    const few = [...many(9, "a", "2025-01-01"), ...many(1, "b", "2025-01-01", "2026-01-09")];
    expect(churn(few, { ...january, variant: "mid-period" }).interval?.low).toBe(0);
    expect(churn(many(3, "a", "2025-01-01"), { ...january, variant: "mid-period" })).toMatchObject({
      value: 0,
      standardError: 0,
      interval: null,
    });
    expect(churn(many(3, "a", "2026-01-05", "2026-01-06"), { ...january, variant: "mid-period" })).toMatchObject({
      value: null,
      n: 3,
      standardError: null,
    });
    expect(churn(many(1, "a", "2025-01-05", "2026-01-06"), { ...january, variant: "mid-period" })).toMatchObject({
      value: 2,
      standardError: null,
      interval: null,
    });
  });

  test("takes another interval by name", () => {
    expect(churn(told, { ...january, method: clopperPearson, level: 0.9 }).interval).toEqual(
      clopperPearson(50, 500, { level: 0.9 }),
    );
  });

  test("counts a customer once, whatever the number of subscriptions and the gaps between them", () => {
    const one = (...spans: [string, string?][]) =>
      churn(
        spans.map(([startedAt, endedAt]) => ({ customer: "a", startedAt, ...(endedAt && { endedAt }) })),
        january,
      );
    // Left, and came back within the period.
    expect(one(["2025-01-01", "2026-01-10"], ["2026-01-20"])).toMatchObject({ n: 1, lost: 0, gained: 0 });
    // Came back, and left again.
    expect(one(["2025-01-01", "2026-01-10"], ["2026-01-20", "2026-01-25"])).toMatchObject({ n: 1, lost: 1, gained: 0 });
    // One of two goes on.
    expect(one(["2025-01-01", "2026-01-10"], ["2025-06-01"])).toMatchObject({ n: 1, lost: 0, kept: 1 });
    // Away at the start.
    expect(one(["2025-01-01", "2025-12-10"], ["2026-01-20"])).toMatchObject({ n: 0, value: null, gained: 1 });
    // Over long ago, and not yet begun.
    expect(one(["2025-01-01", "2025-12-10"], ["2026-02-20"])).toMatchObject({ n: 0, gained: 0 });
  });

  test("takes a start as the first moment, and an end as the first one that is over", () => {
    const at = (startedAt: string, endedAt: string | null = null) =>
      churn([{ customer: "a", startedAt, endedAt }], january);
    expect(at("2026-01-01")).toMatchObject({ atStart: 1, kept: 1 });
    expect(at("2025-01-01", "2026-01-01")).toMatchObject({ atStart: 0, gained: 0 });
    expect(at("2025-01-01", "2026-02-01")).toMatchObject({ atStart: 1, lost: 1 });
    expect(at("2026-02-01")).toMatchObject({ atStart: 0, gained: 1, gainedAndLost: 0 });
    expect(at("2026-01-15", "2026-01-15")).toMatchObject({ atStart: 0, gained: 0 });
  });

  test("reads local days in the zone", () => {
    // Late on 31 January in New York is February in UTC.
    const rows = [{ customer: "a", startedAt: "2025-01-01", endedAt: "2026-02-01T03:00:00Z" }];
    expect(churn(rows, { ...january, timeZone: "America/New_York" })).toMatchObject({ value: 1 });
    expect(churn(rows, january)).toMatchObject({ value: 0 });
    expect(churn(rows, { ...january, timeZone: "Asia/Tokyo" })).toMatchObject({ value: 0 });
  });

  test("compares two months, and refuses to compare a month with a year", () => {
    const [first, second] = [churn(told, january), churn(told, february)];
    expect(compare(second, first).difference).toBeCloseTo(-0.1, 15);
    const year = churn(told, { from: "2025-02-01", to: "2026-02-01" });
    expect(() => compare(first, year)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
    expect(() => compare(first, churn(told, { ...january, variant: "stripe" }))).toThrowError(/one definition/);
    const shift = { from: "2026-03-01", to: "2026-04-01", timeZone: "Europe/Oslo" };
    expect(compare(churn(told, shift), first).difference).toBeCloseTo(-0.1, 15);
  });

  test.each([
    ["2026-02-01", "month"],
    ["2026-01-08", "week"],
    ["2026-01-02", "day"],
    ["2026-01-31", "month"],
    ["2026-02-02", "32 days"],
    ["2026-04-01", "quarter"],
    ["2027-01-01", "year"],
    ["2026-01-15", "14 days"],
    ["2026-01-01T06:00:00Z", "21600 seconds"],
  ])("calls the time from 1 January to %s a %s", (to, period) => {
    expect(churn([], { from: "2026-01-01", to }).definition).toEqual({
      kpi: "churn",
      family: "proportion",
      unit: "share",
      options: { variant: "start-cohort", period },
    });
  });

  test("counts rows without a customer or a start, and says that there was nothing to measure", () => {
    const rows = [
      { customer: null, startedAt: "2025-01-01" },
      { customer: "", startedAt: "2025-01-01" },
      { customer: "a", startedAt: null },
      { customer: "a", startedAt: Number.NaN },
    ];
    expect(churn(rows, january)).toMatchObject({ value: null, n: 0, missing: 4, interval: null, standardError: null });
    expect(churn([], january)).toMatchObject({ value: null, n: 0, missing: 0, invalid: 0, atStart: 0 });
    expect(churn([{ customer: "a", startedAt: "2025-01-01", endedAt: Number.NaN }], january).kept).toBe(1);
  });

  test.each([
    [{ customer: "a", startedAt: "2026-01-02", endedAt: "2026-01-01" }, "invalid-value"],
    [{ customer: "a", startedAt: "2026-02-30" }, "invalid-time"],
    [{ customer: "a", startedAt: "2026-01-02", endedAt: "" }, "invalid-time"],
    [{ customer: true, startedAt: "2026-01-02" }, "invalid-value"],
  ])("refuses the row %o, or counts it", (row, code) => {
    const rows = [...told, row as never];
    expect(() => churn(rows, january)).toThrowError(expect.objectContaining({ code, row: told.length }));
    expect(churn(rows, { ...january, invalid: "exclude" })).toEqual({ ...churn(told, january), invalid: 1 });
  });

  test.each([
    [undefined, "invalid-option"],
    [{ from: "2026-01-01" }, "invalid-time"],
    [{ from: "2026-02-01", to: "2026-01-01" }, "invalid-option"],
    [{ from: "2026-01-01", to: "2026-01-01" }, "invalid-option"],
    [{ ...january, from: "2026-01-01T00:00" }, "invalid-time"],
    [{ ...january, variant: "gross" }, "invalid-option"],
    [{ ...january, level: 95 }, "invalid-option"],
    [{ ...january, method: "wald" }, "invalid-option"],
    [{ ...january, minimumN: -1 }, "invalid-option"],
    [{ ...january, invalid: "ignore" }, "invalid-option"],
    [{ ...january, weight: () => 1 }, "invalid-option"],
  ])("refuses the options %o at once", (options, code) => {
    expect(() => churn([], options as never)).toThrowError(expect.objectContaining({ code }));
  });

  test("refuses readers that are none", () => {
    for (const readers of [null, {}, { customer: () => "a", start: () => 1 }]) {
      expect(() => churnMetric(readers as never, january)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test("hides a result of fewer customers than asked for", () => {
    expect(churn(told, { ...january, minimumN: 501 })).toMatchObject({
      suppressed: true,
      value: null,
      lost: null,
      n: null,
    });
    expect(churn(told, { ...january, minimumN: 500 }).value).toBe(0.1);
  });
});

const hour = 3_600_000;
const zero = Date.parse("2026-01-01T00:00:00Z");
const span = fc
  .record({
    customer: fc.constantFrom("a", "b", "c", "d", "e", 1, "1", "__proto__"),
    startedAt: fc.integer({ min: -40, max: 40 }).map((day) => zero + day * 24 * hour),
    days: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  })
  .map(({ customer, startedAt, days }) => ({
    customer,
    startedAt,
    endedAt: days === null ? null : startedAt + days * 24 * hour,
  }));

describe("churn of any subscriptions", () => {
  test("and retention make one, and share their customers", () => {
    fc.assert(
      fc.property(fc.array(span), (rows) => {
        const [gone, stayed] = [churn(rows, january), retention(rows, january)];
        if (gone.value === null) expect(stayed.value).toBeNull();
        else expect(gone.value + (stayed.value ?? 0)).toBeCloseTo(1, 15);
        expect([stayed.n, stayed.kept, stayed.lost, stayed.gained]).toEqual([
          gone.n,
          gone.kept,
          gone.lost,
          gone.gained,
        ]);
      }),
    );
  });

  test("counts as a count day by day does", () => {
    fc.assert(
      fc.property(fc.array(span), (rows) => {
        const active = (instant: number): Set<unknown> =>
          new Set(
            rows
              .filter((row) => row.startedAt <= instant && (row.endedAt === null || row.endedAt > instant))
              .map((row) => row.customer),
          );
        const [before, after] = [active(zero), active(zero + 31 * 24 * hour)];
        const between = new Set(
          Array.from({ length: 31 }, (_, day) => [...active(zero + (day + 1) * 24 * hour)]).flat(),
        );
        const gained = [...between].filter((one) => !before.has(one));
        const result = churn(rows, january);
        expect(result).toMatchObject({
          atStart: before.size,
          lost: [...before].filter((one) => !after.has(one)).length,
          gained: gained.length,
          gainedAndLost: gained.filter((one) => !after.has(one)).length,
        });
        expect(result.kept + result.gained - result.gainedAndLost).toBe(after.size);
      }),
    );
  });

  test("does not change when new customers come, nor with the order of rows", () => {
    fc.assert(
      fc.property(fc.array(span), fc.nat(20), (rows, more) => {
        const { value, n } = churn(rows, january);
        const grown = [...many(more, "new", "2026-01-10", "2026-01-11"), ...[...rows].reverse()];
        expect(churn(grown, january)).toMatchObject({ value, n });
      }),
    );
  });
});

describe.each(["start-cohort", "stripe", "mid-period"] as const)("%s churn keeps the laws of a metric", (variant) => {
  type Row = { customer: string | number | null; startedAt: number | null; endedAt: number | null };
  const bad = fc.constantFrom<Row>(
    { customer: null, startedAt: zero, endedAt: null },
    { customer: "a", startedAt: null, endedAt: null },
    { customer: "z", startedAt: zero, endedAt: zero - 1 },
  );
  const rows = fc.array(fc.oneof({ weight: 4, arbitrary: span }, { weight: 1, arbitrary: bad }));
  const readers = {
    customer: (row: Row) => row.customer,
    start: (row: Row) => row.startedAt,
    end: (row: Row) => row.endedAt,
  };
  metricLaws(churnMetric(readers, { ...january, variant, invalid: "exclude" }), rows, { json: true });
  metricLaws(churnMetric(readers, { ...january, variant, invalid: "exclude", minimumN: 3 }), rows, { json: true });

  test("and any rows by accessors", () => {
    const all = told.map(({ customer, startedAt, endedAt }) => ({ who: customer, since: startedAt, until: endedAt }));
    const metric = churnMetric(
      { customer: (row: (typeof all)[0]) => row.who, start: (row) => new Date(row.since), end: (row) => row.until },
      { ...january, variant },
    );
    expect(measure(all, metric)).toEqual(churn(told, { ...january, variant }));
  });
});
