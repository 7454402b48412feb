import { preferencesSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("preferencesSchema", () => {
  test("preferences pass; a contact every two months is half a contact a month", () => {
    const preferences = {
      channels: ["email", "chat"],
      language: "pt-BR",
      contactsPerMonth: 0.5,
      quietHours: { from: "20:00", to: "09:00" },
      excludedProducts: ["p-7"],
      delivery: "locker",
    };
    expect(preferencesSchema.parse(preferences)).toEqual(preferences);
  });

  test("fewer than no contacts are refused", () => {
    expect(issuesOf(preferencesSchema, { contactsPerMonth: -1 })).toEqual([
      { path: ["contactsPerMonth"], message: "requires a number, 0 or more" },
    ]);
  });
});
