import { CxError, cohortOf, cohortRetention } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstActivity } from "../../src/segment/firstActivity.js";
import { metricLaws } from "../laws/metricLaws.js";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);

describe("cohortOf", () => {
  test("the month of the first activity, whatever the order of rows", () => {
    const rows = [
      { customer: "b", at: "2026-03-02" },
      { customer: "a", at: "2026-02-28" },
      { customer: "b", at: "2026-01-31" },
      { customer: 7, at: "2026-03-01" },
    ];
    const result = cohortOf(rows, { by: "month", timeZone: "UTC" });
    expect(result).toEqual({
      customers: [
        { customer: 7, segment: "2026-03-01T00:00:00Z" },
        { customer: "a", segment: "2026-02-01T00:00:00Z" },
        { customer: "b", segment: "2026-01-01T00:00:00Z" },
      ],
      segments: [
        { segment: "2026-01-01T00:00:00Z", customers: 1, share: 1 / 3 },
        { segment: "2026-02-01T00:00:00Z", customers: 1, share: 1 / 3 },
        { segment: "2026-03-01T00:00:00Z", customers: 1, share: 1 / 3 },
      ],
      n: 3,
      missing: 0,
      invalid: 0,
      later: 0,
    });
    expect(cohortOf([...rows].reverse(), { by: "month", timeZone: "UTC" })).toEqual(result);
  });

  test("a late evening belongs to the month of the zone", () => {
    const row = [{ customer: "a", at: "2026-01-31T23:30:00Z" }];
    const segment = (timeZone: string) => cohortOf(row, { by: "month", timeZone }).customers[0]?.segment;
    expect(segment("UTC")).toBe("2026-01-01T00:00:00Z");
    expect(segment("Europe/Oslo")).toBe("2026-02-01T00:00:00+01:00");
  });

  test("weeks begin where they are said to", () => {
    const row = [{ customer: "a", at: "2026-06-07" }];
    const segment = (weekStartsOn: 0 | 1) => cohortOf(row, { by: "week", weekStartsOn }).customers[0]?.segment;
    expect([segment(1), segment(0)]).toEqual(["2026-06-01T00:00:00Z", "2026-06-07T00:00:00Z"]);
  });

  test("the cohorts are those of cohortRetention, by every unit and up to every moment", () => {
    const rows = fc.array(
      fc.record({
        customer: fc.integer({ min: 1, max: 9 }),
        at: fc.integer({ min: 0, max: 500 }).map((day) => start + day * dayMs),
      }),
      { maxLength: 40 },
    );
    const unit = fc.constantFrom("day", "week", "month", "quarter", "year");
    const moment = fc.option(
      fc.integer({ min: 0, max: 600 }).map((day) => start + day * dayMs),
      { nil: undefined },
    );
    fc.assert(
      fc.property(rows, unit, moment, (all, by, now) => {
        const options = { by, timeZone: "Europe/Oslo", ...(now !== undefined && { now }) } as const;
        const { customers, segments, n, later } = cohortOf(all, options);
        const retention = cohortRetention(all, options);
        expect(segments.map((each) => [each.segment, each.customers])).toEqual(
          retention.cohorts.map((cohort) => [cohort.start, cohort.size]),
        );
        expect([n, later]).toEqual([retention.n, retention.later]);
        for (const { segment, customers: size } of segments) {
          expect(customers.filter((each) => each.segment === segment)).toHaveLength(size);
        }
      }),
    );
  });

  test("takes any rows by accessors; missing and invalid ones are counted", () => {
    const rows = [
      { who: "a", day: "2026-05-05" },
      { who: null, day: "2026-05-05" },
      { who: "b", day: undefined },
      { who: "c", day: "soon" },
    ];
    type Row = (typeof rows)[0];
    const readers = { customer: (row: Row) => row.who, at: (row: Row) => row.day };
    expect(cohortOf(rows, { by: "year", invalid: "exclude", ...readers })).toMatchObject({
      n: 1,
      missing: 2,
      invalid: 1,
    });
    expect(() => cohortOf(rows, { by: "year", ...readers })).toThrow(/cohortOf requires .*received "soon" \(row 3\)/);
    expect(cohortOf([], { by: "month" })).toMatchObject({ customers: [], segments: [], n: 0 });
  });

  test.each([
    [{}],
    [{ by: "decade" }],
    [{ by: "month", timeZone: "Mars" }],
    [{ by: "month", now: "later" }],
    [{ by: "month", since: "2026-01-01" }],
    [{ by: "month", at: "at" }],
    [{ by: "week", weekStartsOn: 9 }],
  ])("%j is refused before any row is read", (options) => {
    expect(() => cohortOf([], options as { by: "month" })).toThrow(CxError);
  });
});

describe("first activities", () => {
  const metric = firstActivity<{ customer: number; at: number }, readonly (readonly [unknown, unknown])[]>(
    {
      name: "cohortOf",
      customer: (row) => row.customer,
      at: (row) => row.at,
      readTime: (value) => value as number,
      periodOf: (instant) => Math.floor(instant / 10),
      end: 90,
      invalid: undefined,
    },
    ({ customers, first, later }) => [
      ...customers.map((customer, code) => [Number(customer), first[code]] as const).sort(([a], [b]) => a - b),
      ["later", later],
    ],
  );
  metricLaws(
    metric,
    fc.array(fc.record({ customer: fc.integer({ min: 0, max: 5 }), at: fc.integer({ min: 0, max: 100 }) })),
    { json: true },
  );
});
