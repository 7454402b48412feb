import { themeSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const theme = { id: "late", name: "Late delivery", parent: "delivery", phrases: ["late NEAR/3 delivery"] };

describe("themeSchema", () => {
  test("a theme passes, and so does one that only holds others together", () => {
    expect(themeSchema.parse(theme)).toEqual(theme);
    expect(themeSchema.parse({ ...theme, phrases: [] })).toEqual({ ...theme, phrases: [] });
  });

  test("a blank phrase is refused", () => {
    expect(issuesOf(themeSchema, { ...theme, phrases: ["late", " "] })).toEqual([
      { path: ["phrases", 1], message: "requires a text that is not blank" },
    ]);
  });
});
