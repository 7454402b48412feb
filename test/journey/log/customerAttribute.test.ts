import { customerAttribute, eventLog } from "cxkit";
import { describe, expect, test } from "vitest";

const log = eventLog(
  [
    { who: "ann", at: 1, plan: null, channel: "web" },
    { who: "ann", at: 2, plan: "free", channel: "web" },
    { who: "ann", at: 3, plan: "paid", channel: "app" },
    { who: "bob", at: 1, plan: "paid", channel: "app" },
    { who: "bob", at: 2, plan: "paid", channel: null },
    { who: "cyd", at: 1, plan: null, channel: null },
  ],
  {
    customer: (row) => row.who,
    touchpoint: () => "visit",
    at: (row) => row.at,
    channel: (row) => row.channel,
    attributes: { plan: (row) => row.plan },
  },
);
const customers = ["ann", "bob", "cyd", "nobody", null, undefined];

describe("customerAttribute", () => {
  test("is the first known value of a customer, the last, or the only one", () => {
    expect(customers.map(customerAttribute(log, "plan"))).toEqual(["free", "paid", null, null, null, null]);
    expect(customers.map(customerAttribute(log, "plan", { pick: "last" }))).toEqual([
      "paid",
      "paid",
      null,
      null,
      null,
      null,
    ]);
    expect(customers.map(customerAttribute(log, "plan", { pick: "only" }))).toEqual([
      null,
      "paid",
      null,
      null,
      null,
      null,
    ]);
  });

  test("takes the channel as well", () => {
    expect(customers.map(customerAttribute(log, "channel", { pick: "last" })).slice(0, 3)).toEqual([
      "app",
      "app",
      null,
    ]);
  });

  test.each(["colour", "toString", "__proto__"])("refuses %s, which no event has", (name) => {
    expect(() => customerAttribute(log, name)).toThrowError(/attribute of the log \(channel, outcome, plan\)/);
  });

  test("refuses what is no log, and an unknown choice", () => {
    expect(() => customerAttribute([] as never, "plan")).toThrowError(/requires an event log/);
    expect(() => customerAttribute(log, "plan", { pick: "most" } as never)).toThrowError(
      /must be one of first, last, only/,
    );
  });
});
