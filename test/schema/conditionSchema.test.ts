import { conditionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { issuesOf } from "./issuesOf.js";

const field = "attributes.plan";
const oneForm = "requires either field, op and value together, or one of all, any and not alone";

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
        message: 'Invalid option: expected one of "eq"|"ne"|"lt"|"lte"|"gt"|"gte"|"in"|"exists"',
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
      ["ne", ["family"], "requires a single value for ne; use in for a list"],
      ["lt", null, "requires a number or a text for lt"],
      ["gte", true, "requires a number or a text for gte"],
      ["lte", [1], "requires a number or a text for lte"],
    ];
    for (const [op, value, message] of cases) {
      expect(issuesOf(conditionSchema, { field, op, value })).toEqual([{ path: ["value"], message }]);
    }
    expect(issuesOf(conditionSchema, { field, op: "eq", value: null })).toEqual([]);
    expect(issuesOf(conditionSchema, { field, op: "gt", value: "2026-01-01" })).toEqual([]);
  });

  test("a value that JSON cannot hold is refused", () => {
    expect(issuesOf(conditionSchema, { field, op: "eq", value: Number.NaN })).toEqual([
      { path: ["value"], message: "requires a text, a finite number, true, false or null, or a list of such values" },
    ]);
  });

  test("its JSON Schema tells the forms apart too", () => {
    const json = z.fromJSONSchema(z.toJSONSchema(conditionSchema) as z.core.JSONSchema.JSONSchema);
    const comparison = { field, op: "eq", value: 1 };
    for (const rule of [comparison, { all: [comparison] }, { any: [] }, { not: comparison }]) {
      expect(json.safeParse(rule).success).toBe(true);
    }
    const wrong = [{}, { field }, { ...comparison, all: [] }, { all: [], any: [] }, { not: {} }, { all: [{ field }] }];
    for (const rule of wrong) expect(json.safeParse(rule).success).toBe(false);
  });

  test("an unknown key is refused, not passed over", () => {
    const [issue] = issuesOf(conditionSchema, { all: [], none: [] });
    expect(issue?.message).toContain('unknown key "none": the keys here are field, op, value, all, any, not');
  });
});
