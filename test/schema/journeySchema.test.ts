import { journeySchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const journey = {
  id: "buy",
  name: "Buying a phone",
  state: "as-is",
  persona: "busy-parent",
  checkedAt: "2026-03-29",
  stages: [
    { id: "look", name: "Look", touchpoints: [{ id: "ad", name: "Advertisement" }] },
    {
      id: "order",
      name: "Order",
      touchpoints: [
        { id: "cart", name: "Cart", events: ["cart_opened"] },
        { id: "pay", name: "Pay", events: ["paid", "paid_by_invoice"] },
      ],
    },
  ],
};

/** The journey with another last touchpoint. */
function withLast(touchpoint: object): unknown {
  const [look, order] = journey.stages;
  return { ...journey, stages: [look, { ...order, touchpoints: [order?.touchpoints[0], touchpoint] }] };
}

const ownEvent =
  "requires an event name that no other touchpoint has (without events, a touchpoint's event name is its id)";

describe("journeySchema", () => {
  test("a journey passes, and so does one that several personas share or that has no stages yet", () => {
    for (const map of [journey, { ...journey, persona: ["busy-parent", "student"] }, { ...journey, stages: [] }]) {
      expect(journeySchema.parse(map)).toEqual(map);
    }
  });

  test("two stages with one id are refused", () => {
    const stages = [...journey.stages, { id: "look", name: "Look again", touchpoints: [] }];
    expect(issuesOf(journeySchema, { ...journey, stages })).toEqual([
      { path: ["stages", 2, "id"], message: "requires an id of its own: another stage before it has the same id" },
    ]);
  });

  test("two touchpoints with one id are refused, also where they are in different stages", () => {
    expect(issuesOf(journeySchema, withLast({ id: "ad", name: "Advertisement" }))).toEqual([
      {
        path: ["stages", 1, "touchpoints", 1, "id"],
        message: "requires an id of its own: another touchpoint before it has the same id",
      },
    ]);
  });

  test("an event name that two touchpoints claim is refused", () => {
    expect(issuesOf(journeySchema, withLast({ id: "pay", name: "Pay", events: ["paid", "cart_opened"] }))).toEqual([
      { path: ["stages", 1, "touchpoints", 1, "events", 1], message: ownEvent },
    ]);
  });

  test("a touchpoint without events claims its id as an event name", () => {
    expect(issuesOf(journeySchema, withLast({ id: "pay", name: "Pay", events: ["ad"] }))).toEqual([
      { path: ["stages", 1, "touchpoints", 1, "events", 0], message: ownEvent },
    ]);
    expect(issuesOf(journeySchema, withLast({ id: "cart_opened", name: "Pay" }))).toEqual([
      { path: ["stages", 1, "touchpoints", 1, "id"], message: ownEvent },
    ]);
  });

  test("a touchpoint may use the id of one that has event names of its own, and name an event twice", () => {
    expect(issuesOf(journeySchema, withLast({ id: "pay", name: "Pay", events: ["cart", "paid", "paid"] }))).toEqual([]);
  });

  test("ids such as __proto__ are ordinary ids", () => {
    expect(issuesOf(journeySchema, withLast({ id: "__proto__", name: "Odd" }))).toEqual([]);
    expect(issuesOf(journeySchema, withLast({ id: "constructor", name: "Odd", events: ["__proto__"] }))).toEqual([]);
  });

  test("a time without an offset is refused with a message that says so", () => {
    expect(issuesOf(journeySchema, { ...journey, checkedAt: "2026-03-29T08:30:00" })).toEqual([
      {
        path: ["checkedAt"],
        message: "requires the time's offset: add Z where it is UTC, or else such as +02:00",
      },
    ]);
  });

  test("a slip deep in the map is found where it is", () => {
    expect(issuesOf(journeySchema, withLast({ id: "pay", name: "Pay", expected: { sucess: 1 } }))).toEqual([
      {
        path: ["stages", 1, "touchpoints", 1, "expected"],
        message:
          'unknown key "sucess": the keys here are satisfaction, waitSeconds, success; ' +
          'columns of your own go under the "attributes" of a record that has them',
      },
    ]);
  });

  test("a journey that does not say whether it is as it is or to be is refused", () => {
    const { state: _, ...stateless } = journey;
    expect(issuesOf(journeySchema, stateless)).toEqual([
      { path: ["state"], message: 'Invalid option: expected one of "as-is"|"to-be"' },
    ]);
  });
});
