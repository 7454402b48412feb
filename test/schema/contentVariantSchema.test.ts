import { contentVariantSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const variant = { id: "v-1", purpose: "marketing", channels: ["email", "app"] };

describe("contentVariantSchema", () => {
  test("a variant with all of its rules passes", () => {
    const full = {
      ...variant,
      name: "Autumn",
      language: "pt-BR",
      segments: ["lapsed"],
      exceptSegments: ["staff"],
      products: ["p-1"],
      from: "2026-09-01",
      to: "2026-12-01T00:00:00Z",
      priority: -1,
      coolDownDays: 0.5,
      attributes: { subject: "Hello" },
    };
    expect(contentVariantSchema.parse(full)).toEqual(full);
  });

  test("one without a purpose is refused: nobody could say whether the customer agreed to it", () => {
    const { purpose, ...without } = variant;
    expect(issuesOf(contentVariantSchema, without).map(({ path }) => path)).toEqual([["purpose"]]);
    expect(purpose).toBe("marketing");
  });

  test("one without a channel, or that ends before it begins, is refused", () => {
    expect(issuesOf(contentVariantSchema, { ...variant, channels: [] })).toEqual([
      { path: ["channels"], message: "requires at least one channel" },
    ]);
    expect(issuesOf(contentVariantSchema, { ...variant, from: "2026-02-01", to: "2026-01-01" })).toEqual([
      { path: ["to"], message: "requires an end that is not before the beginning" },
    ]);
  });
});
