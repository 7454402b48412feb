import { interactionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const event = { id: "e-1", customer: "c-1", touchpoint: "checkout", at: "2026-03-29T08:30:00Z", durationSeconds: 42 };

describe("interactionSchema", () => {
  test("an event passes", () => {
    expect(interactionSchema.parse(event)).toEqual(event);
  });

  test("an event of no customer, or at no touchpoint, is refused", () => {
    const message = "requires a text that is not blank";
    expect(issuesOf(interactionSchema, { ...event, customer: "" })).toEqual([{ path: ["customer"], message }]);
    expect(issuesOf(interactionSchema, { ...event, touchpoint: undefined })).toEqual([
      { path: ["touchpoint"], message },
    ]);
  });

  test("a time that a computer made of its own is refused: it is stored as ISO text", () => {
    const message = "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00";
    for (const at of ["29/03/2026", "2026-02-30", "yesterday", 1774765800000, new Date(0), null]) {
      expect(issuesOf(interactionSchema, { ...event, at })).toEqual([{ path: ["at"], message }]);
    }
  });

  test("a duration under zero is refused", () => {
    expect(issuesOf(interactionSchema, { ...event, durationSeconds: -1 })).toEqual([
      { path: ["durationSeconds"], message: "requires a number, 0 or more" },
    ]);
  });
});
