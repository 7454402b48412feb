import { consentSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("consentSchema", () => {
  test("a yes or no by purpose passes", () => {
    expect(consentSchema.parse({ marketing: false, research: true })).toEqual({ marketing: false, research: true });
  });

  test("nothing else is read as a yes", () => {
    for (const value of ["yes", 1, null, undefined]) {
      expect(issuesOf(consentSchema, { marketing: value })).toEqual([
        { path: ["marketing"], message: "requires true or false" },
      ]);
    }
  });

  test("a purpose named __proto__ is not lost", () => {
    const parsed = consentSchema.parse(JSON.parse('{"__proto__":false}'));
    expect(Object.entries(parsed)).toEqual([["__proto__", false]]);
  });
});
