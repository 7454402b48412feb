import { transactionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const sale = {
  id: "t-1",
  customer: "c-1",
  at: "2026-03-29",
  amount: 49.9,
  currency: "EUR",
  items: [{ product: "coffee", quantity: 2 }],
};

describe("transactionSchema", () => {
  test("a sale passes, and so does a return", () => {
    expect(transactionSchema.parse(sale)).toEqual(sale);
    expect(transactionSchema.parse({ ...sale, amount: -49.9 })).toEqual({ ...sale, amount: -49.9 });
  });

  test("a currency that is no ISO code is refused with an example of one", () => {
    for (const currency of ["€", "eur", "EURO", ""]) {
      expect(issuesOf(transactionSchema, { ...sale, currency })).toEqual([
        { path: ["currency"], message: "requires an ISO 4217 code of three capital letters, such as EUR" },
      ]);
    }
  });

  test("an amount that is text is refused, here and in a line", () => {
    const message = "Invalid input: expected number, received string";
    expect(issuesOf(transactionSchema, { ...sale, amount: "49.90" })).toEqual([{ path: ["amount"], message }]);
    expect(issuesOf(transactionSchema, { ...sale, items: [{ product: "coffee", quantity: "2" }] })).toEqual([
      { path: ["items", 0, "quantity"], message },
    ]);
  });
});
