import { discover, filterLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, rowsOf, type TestRow } from "./logOf.js";

const log = logOf([
  { who: "ann", where: "search", when: 0, channel: "web", plan: "free" },
  { who: "ann", where: "cart", when: 10, channel: "web", plan: "paid" },
  { who: "ann", where: "pay", when: 20, channel: "app", plan: "paid" },
  { who: "bob", where: "search", when: 5, channel: "app", plan: null },
  { who: "bob", where: "search", when: 15, channel: null, plan: "free" },
  { who: "cyd", where: "pay", when: 30, channel: "shop", plan: "paid" },
]);
const brief = (rows: readonly TestRow[]) => rows.map(({ who, where, when }) => `${who} ${where} ${when}`);
const kept = (options: Parameters<typeof filterLog>[1]) => brief(rowsOf(filterLog(log, options)));

describe("filterLog", () => {
  test("keeps whole customers by id", () => {
    expect(filterLog(log, { customers: new Set(["bob", "nobody"]) }).customers).toEqual(["bob"]);
    expect(filterLog(log, { customers: (id) => id > "b" }).customers).toEqual(["bob", "cyd"]);
  });

  test("keeps events by touchpoint, time and column, and drops customers and names of whom nothing is left", () => {
    expect(kept({ touchpoints: ["pay"] })).toEqual(["ann pay 20", "cyd pay 30"]);
    expect(kept({ touchpoints: (name) => name.length === 4 })).toEqual(["ann cart 10"]);
    expect(kept({ from: 10, to: 20 })).toEqual(["ann cart 10", "bob search 15"]);
    expect(kept({ where: { channel: "app" } })).toEqual(["ann pay 20", "bob search 5"]);
    expect(kept({ where: { channel: ["shop", null], plan: ["paid", "free"] } })).toEqual([
      "bob search 15",
      "cyd pay 30",
    ]);
    const filtered = filterLog(log, { touchpoints: ["pay"] });
    expect(filtered).toMatchObject({ customers: ["ann", "cyd"], touchpoints: ["pay"], channels: ["app", "shop"] });
    expect(filtered.attributes["plan"]).toEqual({ values: ["paid"], codes: Int32Array.of(0, 0) });
  });

  test.each<[NonNullable<Parameters<typeof filterLog>[1]["having"]>, string[]]>([
    [{ visited: ["search", "pay"] }, ["ann"]],
    [{ notVisited: ["cart"] }, ["bob", "cyd"]],
    [{ startsAt: ["search"], endsAt: ["pay", "cart"] }, ["ann"]],
    [{ inOrder: ["search", "search"] }, ["bob"]],
    [{ inOrder: ["search", "pay"] }, ["ann"]],
    [{ inOrder: ["pay", "search"] }, []],
    [{ minimumEvents: 2, maximumEvents: 2 }, ["bob"]],
    [{ visited: ["nowhere"] }, []],
    [{ notVisited: ["nowhere"] }, ["ann", "bob", "cyd"]],
    [{ endsAt: ["nowhere"] }, []],
  ])("having %j keeps the whole path of %j", (having, customers) => {
    const filtered = filterLog(log, { having });
    expect(filtered.customers).toEqual(customers);
    expect(brief(rowsOf(filtered))).toEqual(brief(rowsOf(log).filter(({ who }) => customers.includes(who))));
  });

  test("judges a path before events are left out", () => {
    expect(kept({ having: { visited: ["search"] }, touchpoints: ["pay"] })).toEqual(["ann pay 20"]);
  });

  test("is the log of the rows that a plain filter keeps, on any rows", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 0, max: 20 }), (rows, from) => {
        const filtered = filterLog(logOf(rows), {
          from,
          touchpoints: ["a", "b"],
          where: { plan: ["free", null] },
        });
        const plainly = logOf(rows.filter((row) => row.when >= from && row.where !== "c" && row.plan !== "paid"));
        const sorted = (one: typeof log) =>
          rowsOf(one)
            .map((row) => JSON.stringify(row))
            .sort();
        expect(sorted(filtered)).toEqual(sorted(plainly));
        expect(discover(filtered)).toEqual(discover(plainly));
        expect([filtered.ties, filtered.duplicates]).toEqual([plainly.ties, plainly.duplicates]);
      }),
      { numRuns: 60 },
    );
  });

  test("reads local times in the zone that is given", () => {
    const may = logOf([{ who: "ann", where: "a", when: Date.UTC(2026, 4, 3, 22, 30) }]);
    expect(filterLog(may, { from: "2026-05-04", timeZone: "Europe/Oslo" }).customers).toEqual(["ann"]);
    expect(filterLog(may, { from: "2026-05-04", timeZone: "UTC" }).customers).toEqual([]);
  });

  test.each<object>([
    { customers: "ann" },
    { touchpoints: 7 },
    { where: { device: "phone" } },
    { where: { toString: "phone" } },
    { where: "plan" },
    { having: { visited: "pay" } },
    { having: { seen: ["pay"] } },
    { having: { minimumEvents: "2" } },
    { from: 5, to: 4 },
    { customer: ["ann"] },
  ])("refuses %j", (wrong) => {
    expect(() => filterLog(log, wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
