import { conditionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { issuesOf } from "./issuesOf.js";

const field = "attributes.plan";
const oneForm = "requires either field, op and value together, or one of events, all, any and not alone";

describe("conditionSchema", () => {
  test("a rule of rules passes as it is", () => {
    const rule = {
      all: [
        { field, op: "in", value: ["family", "gold"] },
        { any: [{ field: "attributes.seats", op: "gte", value: 2 }, { not: { field, op: "exists", value: true } }] },
      ],
    };
    expect(conditionSchema.parse(rule)).toEqual(rule);
  });

  test("a slip deep inside a rule is found where it is", () => {
    const rule = { all: [{ field, op: "eq", value: "family" }, { not: { any: [{ field, op: "equals", value: 1 }] } }] };
    expect(issuesOf(conditionSchema, rule)).toEqual([
      {
        path: ["all", 1, "not", "any", 0, "op"],
        message:
          'Invalid option: expected one of "eq"|"ne"|"lt"|"lte"|"gt"|"gte"|"between"|"in"|"notIn"|"contains"|"containsAny"|"containsAll"|"startsWith"|"endsWith"|"before"|"after"|"withinLastDays"|"moreThanDaysAgo"|"withinNextDays"|"moreThanDaysAhead"|"exists"',
      },
    ]);
  });

  test("a rule that is neither a comparison nor one of all, any and not is refused", () => {
    const comparison = { field, op: "eq", value: 1 };
    for (const rule of [{}, { field }, { field, op: "eq" }, { ...comparison, all: [] }, { all: [], any: [] }]) {
      expect(issuesOf(conditionSchema, rule)).toEqual([{ path: [], message: oneForm }]);
    }
    expect(issuesOf(conditionSchema, { not: {} })).toEqual([{ path: ["not"], message: oneForm }]);
  });

  test("an operator says which values it can compare with", () => {
    const cases: [string, unknown, string][] = [
      ["in", "family", "requires a list of values for in"],
      ["exists", 1, "requires true or false for exists"],
      ["eq", ["family"], "requires a single value for eq; use in for a list"],
      ["ne", ["family"], "requires a single value for ne; use notIn for a list"],
      ["lt", null, "requires a number or a text for lt"],
      ["gte", true, "requires a number or a text for gte"],
      ["lte", [1], "requires a number or a text for lte"],
      ["between", [1], "requires a list of two numbers or two texts for between"],
      ["between", [1, "2"], "requires a list of two numbers or two texts for between"],
      ["notIn", "family", "requires a list of values for notIn"],
      ["contains", null, "requires a single value, neither null nor empty, for contains"],
      ["contains", ["a"], "requires a single value, neither null nor empty, for contains; use containsAny for a list"],
      ["containsAll", [""], "requires a list of values, none of them null or empty for containsAll"],
      ["startsWith", "", "requires a text that is not empty for startsWith"],
      ["endsWith", 3, "requires a text that is not empty for endsWith"],
      ["withinLastDays", -1, "requires a number of days, 0 or more, for withinLastDays"],
      ["moreThanDaysAgo", "30", "requires a number of days, 0 or more, for moreThanDaysAgo"],
      ["before", 5, "requires a text with a date or a time for before"],
    ];
    for (const [op, value, message] of cases) {
      expect(issuesOf(conditionSchema, { field, op, value })).toEqual([{ path: ["value"], message }]);
    }
    expect(issuesOf(conditionSchema, { field, op: "eq", value: null })).toEqual([]);
    expect(issuesOf(conditionSchema, { field, op: "gt", value: "2026-01-01" })).toEqual([]);
  });

  test("a time that a rule names says which instant it is", () => {
    const issues = (value: string, timeZone?: string) =>
      issuesOf(conditionSchema, { field, op: "after", value, ...(timeZone === undefined ? {} : { timeZone }) });
    for (const value of ["2026-03-29", "2026-03-29T08:30:00+02:00"]) expect(issues(value)).toEqual([]);
    expect(issues("2026-03-29T08:30:00", "Europe/Oslo")).toEqual([]);
    expect(issues("2026-03-29T08:30:00")).toEqual([
      { path: ["value"], message: "requires the time's offset: add Z where it is UTC, or else such as +02:00" },
    ]);
    expect(issues("29/03/2026")[0]?.message).toMatch(/^requires an ISO 8601 date/);
    expect(issues("2026-03-29", "Oslo")).toEqual([
      { path: ["timeZone"], message: "requires an IANA time zone such as Europe/Oslo" },
    ]);
  });

  test("a zone stands only where it has a meaning, and there days are whole", () => {
    const timeZone = "Europe/Oslo";
    expect(issuesOf(conditionSchema, { field, op: "eq", value: "2026-03-29", timeZone })).toEqual([
      { path: ["timeZone"], message: "requires an operator about time, not eq" },
    ]);
    expect(issuesOf(conditionSchema, { field, op: "withinNextDays", value: 0.5 })).toEqual([]);
    expect(issuesOf(conditionSchema, { field, op: "withinNextDays", value: 0.5, timeZone })).toEqual([
      { path: ["value"], message: "requires a whole number of days where it has a timeZone" },
    ]);
    expect(issuesOf(conditionSchema, { events: { timeZone } })).toEqual([
      { path: ["events", "timeZone"], message: "requires withinDays beside it" },
    ]);
    expect(issuesOf(conditionSchema, { events: { withinDays: 0.5, timeZone } })).toEqual([
      { path: ["events", "withinDays"], message: "requires a whole number of days where it has a timeZone" },
    ]);
  });

  test("events are counted by a condition on them, which counts no events itself", () => {
    const events = { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 } };
    expect(issuesOf(conditionSchema, { events })).toEqual([]);
    expect(issuesOf(conditionSchema, { events: {} })).toEqual([]);
    expect(issuesOf(conditionSchema, { events: { where: { not: { all: [{ events }] } } } })).toEqual([
      { path: ["events", "where"], message: "requires a condition that counts no events itself" },
    ]);
    expect(issuesOf(conditionSchema, { events: { count: { op: "in", value: 1.5 } } }).map(({ path }) => path)).toEqual([
      ["events", "count", "op"],
      ["events", "count", "value"],
    ]);
    expect(issuesOf(conditionSchema, { events, all: [] })).toEqual([{ path: [], message: oneForm }]);
  });

  test("a key with a dot in it is reached by a list of keys", () => {
    expect(issuesOf(conditionSchema, { field: ["attributes", "plan.name"], op: "exists", value: true })).toEqual([]);
    for (const wrong of [[], [1], " ", 5]) {
      const issues = issuesOf(conditionSchema, { field: wrong, op: "exists", value: true });
      expect(issues).toMatchObject([
        { path: ["field"], message: expect.stringMatching(/^requires a text that is not/) },
      ]);
    }
  });

  test("a value that JSON cannot hold is refused", () => {
    expect(issuesOf(conditionSchema, { field, op: "eq", value: Number.NaN })).toEqual([
      { path: ["value"], message: "requires a text, a finite number, true, false or null, or a list of such values" },
    ]);
  });

  test("its JSON Schema tells the forms apart too", () => {
    const json = z.fromJSONSchema(z.toJSONSchema(conditionSchema) as z.core.JSONSchema.JSONSchema);
    const comparison = { field, op: "eq", value: 1 };
    const dated = { field, op: "after", value: "2026-03-29", timeZone: "Europe/Oslo" };
    const failures = { events: { where: comparison, count: { op: "gte", value: 2 } } };
    for (const rule of [comparison, dated, failures, { all: [comparison] }, { any: [] }, { not: comparison }]) {
      expect(json.safeParse(rule).success).toBe(true);
    }
    const wrong = [
      {},
      { field },
      { ...comparison, all: [] },
      { all: [], any: [] },
      { not: {} },
      { all: [{ field }] },
      { ...failures, timeZone: "UTC" },
      { events: { where: { field } } },
      { events: { often: true } },
    ];
    for (const rule of wrong) expect(json.safeParse(rule).success).toBe(false);
  });

  test("an unknown key is refused, not passed over", () => {
    const [issue] = issuesOf(conditionSchema, { all: [], none: [] });
    expect(issue?.message).toContain(
      'unknown key "none": the keys here are field, op, value, timeZone, events, all, any, not',
    );
  });
});
