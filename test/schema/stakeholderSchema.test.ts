import { stakeholderSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const stakeholder = { id: "support", name: "Support", interest: "medium", influence: "high", touchpoints: ["call"] };

describe("stakeholderSchema", () => {
  test("a stakeholder passes", () => {
    expect(stakeholderSchema.parse(stakeholder)).toEqual(stakeholder);
  });

  test("an influence in a number is refused with the steps there are", () => {
    expect(issuesOf(stakeholderSchema, { ...stakeholder, influence: 3 })).toEqual([
      { path: ["influence"], message: 'Invalid option: expected one of "low"|"medium"|"high"' },
    ]);
  });
});
