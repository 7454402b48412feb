import { purposeRuleSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("purposeRuleSchema", () => {
  test("a rule passes", () => {
    const rule = { purpose: "service", consent: "opt-out", capped: false, quietHours: false };
    expect(purposeRuleSchema.parse(rule)).toEqual(rule);
  });

  test("no rule sets a refusal aside", () => {
    for (const consent of ["none", "ignore", false]) {
      expect(issuesOf(purposeRuleSchema, { purpose: "service", consent }).map(({ path }) => path)).toEqual([
        ["consent"],
      ]);
    }
  });
});
