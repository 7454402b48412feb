import { attributesSchema, customerSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const message = "requires a text, a finite number, true, false or null";

describe("attributesSchema", () => {
  test("a company's own columns pass as they are", () => {
    const attributes = { region: "north", seats: 4, pilot: false, manager: null };
    expect(attributesSchema.parse(attributes)).toEqual(attributes);
  });

  test("a value that would not survive JSON, or is not flat, is named by its column", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, ["vip"], { a: 1 }, 1n, new Date(0)]) {
      expect(issuesOf(attributesSchema, { region: "north", wrong: value })).toEqual([{ path: ["wrong"], message }]);
    }
  });

  test("what is no object is refused", () => {
    for (const value of [null, undefined, "region", 3, ["region"], new Map([["region", "north"]]), new Date(0)]) {
      expect(issuesOf(attributesSchema, value)).toEqual([{ path: [], message: "requires an object" }]);
    }
  });

  test("a column named __proto__ is a column like any other: kept, and without power", () => {
    const parsed = attributesSchema.parse(JSON.parse('{"__proto__":"gold","constructor":1}'));
    expect(JSON.stringify(parsed)).toBe('{"__proto__":"gold","constructor":1}');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}');
    expect(issuesOf(attributesSchema, hostile)).toEqual([{ path: ["__proto__"], message }]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("what is parsed is a copy, so that a later change of the row does not reach it", () => {
    const row = { id: "c-1", attributes: { plan: "basic" } };
    const customer = customerSchema.parse(row);
    row.attributes.plan = "gold";
    expect(customer.attributes).toEqual({ plan: "basic" });
  });
});
