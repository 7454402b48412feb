import { CxError, cohortRetention, cohortRetentionMetric, compare, measure, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 5, 1);
/** One row for each day on which a customer was active, days counted from 1 June 2026. */
const visits = (days: Record<string, readonly number[]>) =>
  Object.entries(days).flatMap(([customer, each]) => each.map((day) => ({ customer, at: start + day * dayMs })));
const four = visits({ A: [0, 1, 7], B: [0, 7], C: [0], D: [0, 3, 9] });

describe("cohortRetention", () => {
  test("tells classic and unbounded retention by day (four customers counted by hand)", () => {
    const { cohorts, ages, n } = cohortRetention(four, { by: "day", timeZone: "UTC" });
    expect(n).toBe(4);
    expect(cohorts).toEqual([
      {
        start: "2026-06-01T00:00:00Z",
        size: 4,
        eligible: new Array(10).fill(4),
        retained: [4, 1, 0, 1, 0, 0, 0, 2, 0, 1],
        retainedOrLater: [4, 3, 3, 3, 3, 3, 3, 3, 1, 1],
      },
    ]);
    expect(ages[1]?.rate.value).toBe(0.25);
    expect(ages[7]).toMatchObject({ age: 7, eligible: 4, retained: 2, retainedOrLater: 3 });
    expect(ages[7]?.rate).toMatchObject({ value: 0.5, n: 4, interval: wilson(2, 4) });
    expect(ages[7]?.rateOrLater.value).toBe(0.75);
  });

  test("begins cohorts with their size, oldest first, and lists none without customers", () => {
    const rows = visits({ late: [70, 71], early: [0, 40, 70] });
    const { cohorts } = cohortRetention(rows, { by: "month", timeZone: "UTC" });
    expect(cohorts.map((cohort) => [cohort.start, cohort.size, cohort.retained])).toEqual([
      ["2026-06-01T00:00:00Z", 1, [1, 1, 1]],
      ["2026-08-01T00:00:00Z", 1, [1, null, null]],
    ]);
  });

  test("counts an age only once all of it lies before now, and no row from now on", () => {
    const rows = visits({ A: [0, 8, 15], B: [7, 16], C: [30] });
    const weeks = (now: string) => cohortRetention(rows, { by: "week", timeZone: "UTC", now });
    // Weeks begin on 1, 8, 15 and 22 June 2026, Mondays.
    const [first, second] = weeks("2026-06-21T23:59:59Z").cohorts;
    expect([first?.retained, second?.retained]).toEqual([
      [1, 1],
      [1, null],
    ]);
    // What has been seen of the week that runs is activity later than age 1.
    expect(first?.retainedOrLater).toEqual([1, 1]);
    expect(weeks("2026-06-22")).toMatchObject({ n: 2, later: 1 });
    expect(weeks("2026-06-22").cohorts.map(({ retained }) => retained)).toEqual([
      [1, 1, 1],
      [1, 1, null],
    ]);
    expect(weeks("2026-06-22").ages.map(({ eligible, retained }) => [eligible, retained])).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
    ]);
    expect(weeks("2026-07-06").ages).toHaveLength(5);
    // The very moment of a row: that row comes too late, and those before it do not.
    expect(weeks("2026-06-09")).toMatchObject({ n: 2, later: 4 });
    expect(weeks("2026-06-09T00:00:00.001Z")).toMatchObject({ n: 2, later: 3 });
  });

  test("has a cohort without ages where not even the first has elapsed", () => {
    const { cohorts, ages } = cohortRetention(four, { by: "month", now: "2026-06-30" });
    expect(cohorts).toEqual([
      { start: "2026-06-01T00:00:00Z", size: 4, eligible: [], retained: [], retainedOrLater: [] },
    ]);
    expect(ages).toEqual([]);
  });

  test.each([
    ["Asia/Tokyo", "2026-02-01T00:00:00+09:00", [1, 1]],
    ["America/New_York", "2026-01-01T00:00:00-05:00", [1, 1]],
    ["UTC", "2026-01-01T00:00:00Z", [1, 0, 1]],
  ])("puts a late evening into the right month of %s", (timeZone, first, retained) => {
    // Late on 31 January in UTC is February in Tokyo; early on 1 March in UTC is February in New York.
    const rows = ["2026-01-31T20:00:00Z", "2026-03-01T03:00:00Z"].map((at) => ({ customer: "a", at }));
    const { cohorts } = cohortRetention(rows, { by: "month", timeZone });
    expect(cohorts[0]).toMatchObject({ start: first, retained });
  });

  test("knows days of 23 and 25 hours, weeks that begin on Sunday, quarters and years", () => {
    const retained = (at: string[], options: object) =>
      cohortRetention(
        at.map((each) => ({ customer: 1, at: each })),
        { by: "day", ...options },
      ).cohorts[0]?.retained;
    expect(retained(["2026-03-28T23:30", "2026-03-30T00:30"], { timeZone: "Europe/Oslo" })).toEqual([1, 0, 1]);
    expect(retained(["2026-10-25T00:30", "2026-10-25T23:30"], { timeZone: "Europe/Oslo" })).toEqual([1]);
    expect(retained(["2026-06-06", "2026-06-07"], { by: "week" })).toEqual([1]);
    expect(retained(["2026-06-06", "2026-06-07"], { by: "week", weekStartsOn: 0 })).toEqual([1, 1]);
    expect(retained(["2025-12-31", "2026-07-01"], { by: "quarter" })).toEqual([1, 0, 0, 1]);
    expect(retained(["2025-12-31", "2026-07-01"], { by: "year" })).toEqual([1, 1]);
  });

  test("gives a day that the date line swallowed no figure", () => {
    const rows = ["2011-12-29", "2011-12-31"].map((at) => ({ customer: "a", at }));
    const { cohorts, ages } = cohortRetention(rows, { by: "day", timeZone: "Pacific/Apia" });
    expect(cohorts[0]).toMatchObject({ eligible: [1, 0, 1], retained: [1, null, 1], retainedOrLater: [1, null, 1] });
    expect(ages[1]?.rate).toMatchObject({ value: null, n: 0, interval: null });
  });

  test("counts rolling ages from each customer's first moment, for those whose age has fully elapsed", () => {
    const hour = dayMs / 24;
    const rows = [
      { customer: "a", at: start + 23 * hour },
      { customer: "a", at: start + 25 * hour },
      { customer: "b", at: start },
      { customer: "b", at: start + 25 * hour },
      { customer: "c", at: start + 60 * hour },
    ];
    const calendar = cohortRetention(rows, { by: "day" }).cohorts[0];
    expect(calendar?.retained).toEqual([2, 2, 0]);
    const { cohorts, ages } = cohortRetention(rows, { by: "day", ages: "rolling" });
    // Data end with c's row: b has had two days of 24 hours, a has had one, c none.
    expect(cohorts).toEqual([
      {
        start: "2026-06-01T00:00:00Z",
        size: 2,
        eligible: [2, 1],
        retained: [2, 1],
        retainedOrLater: [2, 1],
      },
      {
        start: "2026-06-03T00:00:00Z",
        size: 1,
        eligible: [0, 0],
        retained: [null, null],
        retainedOrLater: [null, null],
      },
    ]);
    expect(ages.map(({ eligible, rate }) => [eligible, rate.value])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    const later = cohortRetention(rows, { by: "day", ages: "rolling", now: start + 96 * hour });
    expect(later.cohorts[0]).toMatchObject({ eligible: [2, 2, 2, 1], retained: [2, 1, 0, 0] });
  });

  test("has weeks of 7 days and months of 30 where ages are rolling, and no others", () => {
    const rows = visits({ a: [0, 29, 30, 100] });
    expect(cohortRetention(rows, { by: "month", ages: "rolling" }).cohorts[0]?.retained).toEqual([1, 1, 0]);
    const weeks = cohortRetention(rows, { by: "week", ages: "rolling" }).cohorts[0]?.retained;
    expect(weeks?.slice(0, 5)).toEqual([1, 0, 0, 0, 1]);
    for (const by of ["quarter", "year"] as const) {
      expect(() => cohortRetention(rows, { by, ages: "rolling" })).toThrowError(/rolling ages/);
    }
  });

  test("ends with maximumAge, and changes nothing before it", () => {
    const whole = cohortRetention(four, { by: "day" });
    const short = cohortRetention(four, { by: "day", maximumAge: 3 });
    expect(short.cohorts[0]?.retained).toEqual(whole.cohorts[0]?.retained.slice(0, 4));
    expect(short.cohorts[0]?.retainedOrLater).toEqual(whole.cohorts[0]?.retainedOrLater.slice(0, 4));
    expect(short.ages).toEqual(whole.ages.slice(0, 4));
  });

  test("compares one age of two groups, and refuses to compare two ages", () => {
    const [day1, day7] = [1, 7].map((age) => cohortRetention(four, { by: "day" }).ages[age]?.rate);
    if (day1 === undefined || day7 === undefined) throw new Error("no such age");
    expect(compare(day1, day1).difference).toBe(0);
    expect(() => compare(day1, day7)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });

  test("counts rows without a customer or a time, and says that there was nothing to measure", () => {
    const rows = [
      { customer: null, at: start },
      { customer: "", at: start },
      { customer: "a", at: null },
      { customer: "a", at: Number.NaN },
    ];
    expect(cohortRetention(rows, { by: "day" })).toMatchObject({ cohorts: [], ages: [], n: 0, missing: 4 });
    expect(cohortRetention([], { by: "day" })).toMatchObject({ cohorts: [], n: 0, missing: 0, invalid: 0, later: 0 });
  });

  test("tells __proto__, 1 and '1' apart", () => {
    const rows = ["__proto__", "constructor", 1, "1", "__proto__"].map((customer) => ({ customer, at: start }));
    expect(cohortRetention(rows, { by: "day" })).toMatchObject({ n: 4, cohorts: [{ size: 4, retained: [4] }] });
  });

  test.each([
    [{ customer: "a", at: "2026-02-30" }, "invalid-time"],
    [{ customer: "a", at: true }, "invalid-time"],
    [{ customer: {}, at: start }, "invalid-value"],
    [{ customer: Number.POSITIVE_INFINITY, at: start }, "invalid-value"],
  ])("refuses the row %o, or counts it", (row, code) => {
    const rows = [...four, row as never];
    expect(() => cohortRetention(rows, { by: "day" })).toThrowError(
      expect.objectContaining({ code, row: four.length }),
    );
    const counted = cohortRetention(rows, { by: "day", invalid: "exclude" });
    expect(counted).toEqual({ ...cohortRetention(four, { by: "day" }), invalid: 1 });
  });

  test.each([
    [{}, "invalid-option"],
    [{ by: "hour" }, "invalid-option"],
    [{ by: "day", ages: "both" }, "invalid-option"],
    [{ by: "day", maximumAge: -1 }, "invalid-option"],
    [{ by: "day", maximumAge: 1.5 }, "invalid-option"],
    [{ by: "day", level: 95 }, "invalid-option"],
    [{ by: "day", timeZone: "Mars/Olympus" }, "invalid-option"],
    [{ by: "day", now: "soon" }, "invalid-time"],
    [{ by: "day", every: "day" }, "invalid-option"],
    [{ by: "day", at: "at" }, "invalid-option"],
    [undefined, "invalid-option"],
  ])("refuses the options %o at once", (options, code) => {
    expect(() => cohortRetention([], options as never)).toThrowError(expect.objectContaining({ code }));
  });

  test("does not make an endless table of one stray date", () => {
    const stray = [...four, { customer: "z", at: "0001-01-01" }];
    expect(() => cohortRetention(stray, { by: "day" })).toThrowError(
      expect.objectContaining({ code: "too-many-periods" }),
    );
    expect(cohortRetention(stray, { by: "day", maximumAge: 1 }).cohorts.map(({ retained }) => retained)).toEqual([
      [1, 0],
      [4, 1],
    ]);
    const wide = Array.from({ length: 5000 }, (_, day) => ({ customer: day, at: start + day * dayMs }));
    expect(() => cohortRetention(wide, { by: "day" })).toThrowError(/10 million cells/);
  });

  test("keeps a customer's rows of one period that follow each other once", () => {
    const metric = cohortRetentionMetric<(typeof four)[0]>(
      { customer: (row) => row.customer, at: (row) => row.at },
      { by: "month" },
    );
    const { customers, codes, keys } = four.reduce(metric.addInput, metric.createAccumulator());
    expect([customers, codes.length, keys.length]).toEqual([["A", "B", "C", "D"], 4, 4]);
  });

  test("goes on with an accumulator that another metric of the same options has added to", () => {
    const readers = { customer: (row: (typeof four)[0]) => row.customer, at: (row: (typeof four)[0]) => row.at };
    const [one, other] = [cohortRetentionMetric(readers, { by: "day" }), cohortRetentionMetric(readers, { by: "day" })];
    let accumulator = one.createAccumulator();
    four.forEach((row, index) => {
      accumulator = (index % 2 === 0 ? one : other).addInput(accumulator, row);
    });
    expect(one.extractOutput(accumulator)).toEqual(cohortRetention(four, { by: "day" }));
  });

  test("passes on what an accessor throws, unless it is about the row", () => {
    const failing = (error: Error) => () =>
      cohortRetention(four, {
        by: "day",
        invalid: "exclude",
        customer: () => {
          throw error;
        },
        at: (row: (typeof four)[0]) => row.at,
      });
    expect(failing(new CxError("invalid-option", "wilson requires a level", 95))).toThrowError(/wilson/);
    expect(failing(new TypeError("no such field"))).toThrowError(/no such field/);
    expect(failing(new CxError("invalid-value", "readId requires a digit", "x"))()).toMatchObject({
      n: 0,
      invalid: four.length,
    });
  });

  test("reads any rows by accessors", () => {
    const rows = four.map(({ customer, at }) => ({ who: customer, when: new Date(at) }));
    const readers = { customer: (row: (typeof rows)[0]) => row.who, at: (row: (typeof rows)[0]) => row.when };
    const wanted = cohortRetention(four, { by: "day" });
    expect(cohortRetention(rows, { by: "day", ...readers })).toEqual(wanted);
    expect(measure(rows, cohortRetentionMetric(readers, { by: "day" }))).toEqual(wanted);
  });
});

const at = fc.integer({ min: 0, max: 60 * 24 }).map((hour) => start + (hour * dayMs) / 24);
const known = fc.record({ customer: fc.constantFrom("a", "b", "c", "d", 1, "1", "__proto__"), at });

describe("cohortRetention of any rows", () => {
  const shapes = [
    { by: "day", timeZone: "Asia/Tokyo" },
    { by: "week", now: start + 40 * dayMs },
    { by: "month", timeZone: "America/New_York" },
    { by: "day", ages: "rolling" },
    { by: "week", ages: "rolling", now: start + 45 * dayMs },
  ] as const;

  test("has sizes that sum to the customers, and figures within their bounds", () => {
    fc.assert(
      fc.property(fc.array(known), fc.constantFrom(...shapes), (rows, options) => {
        const { cohorts, ages, n, later } = cohortRetention(rows, options);
        const counted = "now" in options ? rows.filter((row) => row.at < options.now) : rows;
        expect(n).toBe(new Set(counted.map(({ customer }) => customer)).size);
        expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(n);
        expect(later).toBe(rows.length - counted.length);
        for (const { size, eligible, retained, retainedOrLater } of cohorts) {
          expect(new Set([eligible.length, retained.length, retainedOrLater.length, ages.length]).size).toBe(1);
          eligible.forEach((most, age) => {
            expect(most).toBeLessThanOrEqual(age === 0 ? size : (eligible[age - 1] ?? 0));
            expect(retained[age] === null).toBe(most === 0);
            expect(retainedOrLater[age] === null).toBe(most === 0);
            expect(retained[age] ?? 0).toBeLessThanOrEqual(retainedOrLater[age] ?? 0);
            expect(retainedOrLater[age] ?? 0).toBeLessThanOrEqual(most);
            if (age === 0) expect(retained[0] ?? 0).toBe(most);
            else expect(retainedOrLater[age] ?? 0).toBeLessThanOrEqual(retainedOrLater[age - 1] ?? 0);
          });
        }
      }),
    );
  });

  test("agrees with a table made cell by cell", () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), fc.boolean(), (rows, rolling) => {
        const result = cohortRetention(rows, { by: "week", ages: rolling ? "rolling" : "calendar" });
        const week = (time: number): number => Math.floor((time - start) / (7 * dayMs));
        const last = Math.max(...rows.map((row) => row.at));
        const end = rolling ? last : start + (week(last) + 1) * 7 * dayMs;
        const customers = new Map<unknown, number[]>();
        for (const row of rows) customers.set(row.customer, [...(customers.get(row.customer) ?? []), row.at]);
        const begun = Array.from(customers.values(), (times) => {
          const first = Math.min(...times);
          return { cohort: week(first), from: rolling ? first : start + week(first) * 7 * dayMs, times };
        });
        for (const { start: cohortStart, retained, retainedOrLater } of result.cohorts) {
          const members = begun.filter(({ cohort }) => start + cohort * 7 * dayMs === Date.parse(cohortStart));
          retained.forEach((count, age) => {
            const elapsed = members.filter(({ from }) => from + (age + 1) * 7 * dayMs <= end);
            const inside = (from: number, time: number): number => Math.floor((time - from) / (7 * dayMs));
            const active = elapsed.filter(({ from, times }) => times.some((time) => inside(from, time) === age));
            const ever = elapsed.filter(({ from, times }) => times.some((time) => inside(from, time) >= age));
            expect(count).toBe(elapsed.length === 0 ? null : active.length);
            expect(retainedOrLater[age]).toBe(elapsed.length === 0 ? null : ever.length);
          });
        }
      }),
    );
  });

  test("does not depend on the order of rows, nor on a row that comes twice", () => {
    fc.assert(
      fc.property(fc.array(known), fc.constantFrom(...shapes), (rows, options) => {
        const twice = [...rows, ...rows].reverse();
        expect(cohortRetention(twice, options)).toEqual({
          ...cohortRetention(rows, options),
          later: 2 * cohortRetention(rows, options).later,
        });
      }),
    );
  });
});

describe.each(["calendar", "rolling"] as const)("cohortRetention by %s ages keeps the laws of a metric", (ages) => {
  const row = fc.record({
    customer: fc.constantFrom("a", "b", 1, "1", "__proto__", null, "", {} as never),
    at: fc.oneof(at, fc.constantFrom(null, Number.NaN, "2026-02-30" as never)),
  });
  metricLaws(
    cohortRetentionMetric<{ customer: string | number | null; at: number | null }>(
      { customer: (each) => each.customer, at: (each) => each.at },
      { by: "week", timeZone: "Europe/Oslo", ages, invalid: "exclude", now: start + 50 * dayMs },
    ),
    fc.array(row),
    { json: true },
  );
});
