import { transactionItemSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("transactionItemSchema", () => {
  test("a line passes, by weight and as a return too", () => {
    for (const item of [
      { product: "coffee", quantity: 0.25, amount: 4.9 },
      { product: "mug", quantity: -1 },
    ]) {
      expect(transactionItemSchema.parse(item)).toEqual(item);
    }
  });

  test("a line of no product is refused", () => {
    expect(issuesOf(transactionItemSchema, { product: " ", quantity: 1 })).toEqual([
      { path: ["product"], message: "requires a text that is not blank" },
    ]);
  });
});
