import { eventLog, stageTimeline, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Row = readonly [who: string, what: string, minute: number];
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] * 60_000 });
const stage = (id: string, ...names: string[]) => ({
  id,
  name: id,
  touchpoints: names.map((name) => ({ id: name, name, events: [name] })),
});
const journey = {
  stages: [
    stage("aware", "ad"),
    stage("consider", "search", "compare"),
    stage("buy", "cart", "pay"),
    stage("use", "login"),
  ],
};
const rows: Row[] = [
  ["ann", "ad", 0],
  ["ann", "search", 10],
  ["ann", "chat", 15],
  ["ann", "compare", 20],
  ["ann", "cart", 40],
  ["ann", "search", 50],
  ["ann", "cart", 70],
  ["ann", "login", 100],
  ["bob", "search", 0],
  ["bob", "login", 60],
  ["cat", "ad", 90],
  ["dan", "chat", 5],
];

describe("four customers", () => {
  const found = stageTimeline(logOf(rows), journey, { now: 120 * 60_000 });
  const at = (id: string) => found.stages.find((one) => one.stage === id);

  test("are in stages, past them and back", () => {
    expect(found).toMatchObject({ customers: 3, outside: 1, unplannedEvents: 2, later: 0 });
    expect(
      found.stages.map(({ stage, customers, stays, still, skipped, backMoves }) => [
        stage,
        customers,
        stays,
        still,
        skipped,
        backMoves,
      ]),
    ).toEqual([
      ["aware", 2, 2, 1, 1, 0],
      ["consider", 2, 3, 0, 0, 0],
      ["buy", 1, 2, 0, 1, 1],
      ["use", 2, 2, 2, 0, 0],
    ]);
    expect(at("buy")).toMatchObject({ backCustomers: 1, share: 1 / 3, interval: wilson(1, 3) });
  });

  test("enter a stage some time after their first event in any", () => {
    expect(at("consider")).toMatchObject({
      medianSecondsToEnter: 300,
      firstEnteredAt: "1970-01-01T00:00:00.000Z",
      lastEnteredAt: "1970-01-01T00:10:00.000Z",
    });
    expect(at("use")?.medianSecondsToEnter).toBe(60 * 80);
  });

  test("stay until their first event in another stage, or are still there", () => {
    // Ann's stays in consideration: 10 to 40 and 50 to 70; Bob's: 0 to 60.
    expect(at("consider")?.medianStay.seconds).toBe(60 * 30);
    // Ann left after ten minutes; Cat, last seen after thirty, has not.
    expect(at("aware")?.medianStay.seconds).toBe((60 * (10 + 30)) / 2);
    expect(at("use")?.medianStay).toEqual({ seconds: null, interval: null });
  });

  test("move forward, skip or go back", () => {
    expect(
      found.moves.map(({ from, to, direction, count, customers }) => [from, to, direction, count, customers]),
    ).toEqual([
      ["consider", "buy", "forward", 2, 1],
      ["aware", "consider", "forward", 1, 1],
      ["buy", "consider", "back", 1, 1],
      ["buy", "use", "forward", 1, 1],
      ["consider", "use", "skip", 1, 1],
    ]);
  });

  test("are seen only until `now`", () => {
    const early = stageTimeline(logOf(rows), journey, { now: 40 * 60_000 });
    expect(early.later).toBe(6);
    expect(early.stages.map(({ customers }) => customers)).toEqual([1, 2, 0, 0]);
  });
});

test("stays, moves and customers add up, whatever the paths", () => {
  const event = fc.tuple(
    fc.constantFrom("ann", "bob", "cat"),
    fc.constantFrom("ad", "search", "compare", "cart", "pay", "login", "chat"),
    fc.integer({ min: 0, max: 500 }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const log = logOf(events);
      const { stages, moves, customers, outside } = stageTimeline(log, journey);
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
      expect(customers + outside).toBe(log.customers.length);
      expect(sum(stages.map(({ still }) => still))).toBe(customers);
      for (const { stage: id, stays, still, customers: here, skipped, backMoves } of stages) {
        const left = moves.filter(({ from }) => from === id);
        expect(sum(left.map(({ count }) => count))).toBe(stays - still);
        expect(sum(left.filter(({ direction }) => direction === "back").map(({ count }) => count))).toBe(backMoves);
        expect(here + skipped).toBeLessThanOrEqual(customers);
      }
    }),
    { numRuns: 100 },
  );
});

test("nobody and nonsense", () => {
  const empty = stageTimeline(logOf([]), journey);
  expect(empty.stages[0]).toMatchObject({
    customers: 0,
    share: null,
    interval: null,
    firstEnteredAt: null,
    medianSecondsToEnter: null,
  });
  expect(JSON.parse(JSON.stringify(empty))).toEqual(empty);
  expect(stageTimeline(logOf(rows), { stages: [] })).toMatchObject({ stages: [], moves: [], customers: 0, outside: 4 });
  for (const options of [{ level: 95 }, { by: "x" }]) {
    expect(() => stageTimeline(logOf(rows), journey, options as never)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  }
  const twice = { stages: [stage("a", "ad"), stage("b", "ad")] };
  expect(() => stageTimeline(logOf(rows), twice)).toThrow(expect.objectContaining({ code: "invalid-definition" }));
});
