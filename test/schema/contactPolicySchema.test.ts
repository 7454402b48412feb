import { contactPolicySchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("contactPolicySchema", () => {
  test("a policy passes, and so does an empty one", () => {
    const policy = {
      purposes: [{ purpose: "service", consent: "opt-out" }],
      quietHours: [{ from: "21:00", to: "08:00" }],
      frequencyCap: { contacts: 3, per: "week" },
      window: "calendar",
      coolDownDays: 14,
      otherChannels: "last",
      languages: ["en"],
    };
    expect(contactPolicySchema.parse(policy)).toEqual(policy);
    expect(contactPolicySchema.parse({})).toEqual({});
  });

  test("two rules for one purpose are refused, since only one could hold", () => {
    const purposes = [{ purpose: "a" }, { purpose: "b" }, { purpose: "a", capped: false }];
    expect(issuesOf(contactPolicySchema, { purposes })).toEqual([
      {
        path: ["purposes", 2, "purpose"],
        message: "requires a purpose of its own: another rule before it is for the same one",
      },
    ]);
  });

  test("a cap that is neither one nor a list of caps is refused in words", () => {
    expect(issuesOf(contactPolicySchema, { frequencyCap: 3 })).toEqual([
      { path: ["frequencyCap"], message: "requires a cap such as { contacts, per }, or a list of such" },
    ]);
    expect(issuesOf(contactPolicySchema, { quietHours: "at night" })).toEqual([
      { path: ["quietHours"], message: "requires quiet hours such as { from, to }, or a list of such" },
    ]);
  });
});
