import { subscriptionSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const subscription = { id: "s-1", customer: "c-1", startedAt: "2026-01-15", amount: 12, every: "month", plan: "basic" };

describe("subscriptionSchema", () => {
  test("a subscription passes while it runs, when it is over, and when it ends on the day it started", () => {
    for (const endedAt of [null, "2026-02-15", "2026-01-15"]) {
      expect(subscriptionSchema.parse({ ...subscription, endedAt })).toEqual({ ...subscription, endedAt });
    }
    expect(subscriptionSchema.parse(subscription)).toEqual(subscription);
  });

  test("a subscription that ends before it starts is refused", () => {
    expect(issuesOf(subscriptionSchema, { ...subscription, endedAt: "2026-01-14" })).toEqual([
      { path: ["endedAt"], message: "requires a time that is not before startedAt" },
    ]);
  });

  test("an end on the first day, in hours, is no end before the start", () => {
    expect(issuesOf(subscriptionSchema, { ...subscription, endedAt: "2026-01-14T23:30:00Z" })).toEqual([]);
  });

  test("a price under zero is refused", () => {
    expect(issuesOf(subscriptionSchema, { ...subscription, amount: -1 })).toEqual([
      { path: ["amount"], message: "requires a number, 0 or more" },
    ]);
  });
});
