import { eventLog, touchpointReach, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

interface Visit {
  readonly customer: string;
  readonly touchpoint: string;
  readonly at: number;
}

const logOf = (rows: readonly Visit[]) =>
  eventLog(rows, { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at });

const journey = {
  stages: [
    { id: "find", name: "Find", touchpoints: [{ id: "search", name: "Search" }] },
    {
      id: "buy",
      name: "Buy",
      touchpoints: [
        { id: "pay", name: "Pay", events: ["card", "invoice"] },
        { id: "thanks", name: "Thanks" },
      ],
    },
  ],
};

describe("touchpointReach", () => {
  const rows = ["ann search", "ann card", "ann invoice", "bob search", "bob search", "eve stranger"].map(
    (words, at) => {
      const [customer = "", touchpoint = ""] = words.split(" ");
      return { customer, touchpoint, at };
    },
  );

  test("counts a customer once, under whichever of its names the log has the touchpoint", () => {
    expect(touchpointReach(logOf(rows), journey)).toEqual([
      { stage: "find", touchpoint: "search", visits: 3, customers: 2, of: 3, share: 2 / 3, interval: wilson(2, 3) },
      { stage: "buy", touchpoint: "pay", visits: 2, customers: 1, of: 3, share: 1 / 3, interval: wilson(1, 3) },
      { stage: "buy", touchpoint: "thanks", visits: 0, customers: 0, of: 3, share: 0, interval: wilson(0, 3) },
    ]);
  });

  test("of nobody has no share", () => {
    expect(touchpointReach(logOf([]), journey).map(({ share, interval, of }) => [share, interval, of])).toEqual(
      Array(3).fill([null, null, 0]),
    );
  });

  test("takes the level of its intervals, and refuses one in percent", () => {
    expect(touchpointReach(logOf(rows), journey, { level: 0.8 })[0]?.interval).toEqual(wilson(2, 3, { level: 0.8 }));
    expect(() => touchpointReach(logOf([]), journey, { level: 80 })).toThrow(/level/);
  });

  test("agrees with counting the rows by hand, whatever their order", () => {
    const visit = fc.record({
      customer: fc.constantFrom("a", "b", "c", "d"),
      touchpoint: fc.constantFrom("search", "card", "invoice", "thanks", "stranger"),
      at: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 30 }), (visits) => {
        const names = [["search"], ["card", "invoice"], ["thanks"]];
        const expected = names.map((own) => {
          const here = visits.filter(({ touchpoint }) => own.includes(touchpoint));
          return [here.length, new Set(here.map(({ customer }) => customer)).size];
        });
        const found = touchpointReach(logOf(visits), journey).map((reach) => [reach.visits, reach.customers]);
        expect(found).toEqual(expected);
        expect(touchpointReach(logOf(visits.toReversed()), journey)).toEqual(touchpointReach(logOf(visits), journey));
      }),
    );
  });
});
