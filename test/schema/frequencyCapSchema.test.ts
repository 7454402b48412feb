import { frequencyCapSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("frequencyCapSchema", () => {
  test("a cap passes, also one of no contact at all", () => {
    const cap = { contacts: 0, per: "month", window: "calendar", channel: "sms", purpose: "marketing" };
    expect(frequencyCapSchema.parse(cap)).toEqual(cap);
  });

  test("half a contact, and a time that is none, are refused", () => {
    expect(issuesOf(frequencyCapSchema, { contacts: 0.5, per: "fortnight" }).map(({ path }) => path)).toEqual([
      ["contacts"],
      ["per"],
    ]);
  });
});
