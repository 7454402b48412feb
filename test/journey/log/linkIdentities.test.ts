import { type IdentityLink, linkIdentities } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logOf, rowsOf, type TestRow } from "./logOf.js";

const rows: TestRow[] = [
  { who: "cookie", where: "search", when: 0 },
  { who: "cookie", where: "cart", when: 10 },
  { who: "ann", where: "pay", when: 20 },
  { who: "tablet", where: "search", when: 30 },
  { who: "tablet", where: "cart", when: 50 },
  { who: "tablet", where: "pay", when: 70 },
  { who: "stranger", where: "search", when: 5 },
];
const log = logOf(rows);
const byCustomer = (found: ReturnType<typeof linkIdentities>) =>
  Object.fromEntries(
    found.log.customers.map((id) => [id, rowsOf(found.log).flatMap((row) => (row.who === id ? [row.when] : []))]),
  );
const family: IdentityLink[] = [
  { anonymous: "tablet", customer: "bob", at: 60 },
  { anonymous: "tablet", customer: "ann", at: 40 },
];

describe("linkIdentities", () => {
  test("puts all events of an anonymous id under the one customer it turned out to be", () => {
    const found = linkIdentities(log, [{ anonymous: "cookie", customer: "ann", at: 15 }]);
    expect(byCustomer(found)).toEqual({ ann: [0, 10, 20], tablet: [30, 50, 70], stranger: [5] });
    expect(found).toMatchObject({ linked: 1, events: 2, conflicts: [], unseen: 0, missing: 0 });
  });

  test("never gives a shared device to one of its customers in silence", () => {
    const found = linkIdentities(log, family);
    expect(byCustomer(found)["tablet"]).toEqual([30, 50, 70]);
    expect(found.conflicts).toEqual([{ id: "tablet", customers: ["bob", "ann"], events: 3, result: "left" }]);
    expect(found).toMatchObject({ linked: 0, events: 0 });
  });

  test("splits it by the logins on request: what was before the first belongs to that", () => {
    const found = linkIdentities(log, family, { shared: "split" });
    expect(byCustomer(found)).toMatchObject({ ann: [20, 30, 50], bob: [70] });
    expect(found.conflicts).toEqual([{ id: "tablet", customers: ["bob", "ann"], events: 3, result: "split" }]);
    expect(found).toMatchObject({ linked: 0, events: 3 });
  });

  test("takes an event at the very time of a login for that login's", () => {
    const found = linkIdentities(
      log,
      [
        { anonymous: "tablet", customer: "ann", at: 30 },
        { anonymous: "tablet", customer: "bob", at: 50 },
      ],
      {
        shared: "split",
      },
    );
    expect(byCustomer(found)).toMatchObject({ ann: [20, 30], bob: [50, 70] });
  });

  test("leaves a shared device of which a login has no time", () => {
    const found = linkIdentities(log, [...family, { anonymous: "tablet", customer: "cyd" }], { shared: "split" });
    expect(found.conflicts).toMatchObject([{ id: "tablet", result: "left" }]);
  });

  test("follows chains, and tells circles", () => {
    const chain = [
      { anonymous: "cookie", customer: "mail" },
      { anonymous: "mail", customer: "ann" },
    ];
    expect(byCustomer(linkIdentities(log, chain))).toMatchObject({ ann: [0, 10, 20] });
    expect(linkIdentities(log, chain).unseen).toBe(1);
    const circle = [
      { anonymous: "cookie", customer: "tablet" },
      { anonymous: "tablet", customer: "cookie" },
    ];
    const found = linkIdentities(log, circle, { shared: "split" });
    expect(byCustomer(found)).toMatchObject({ cookie: [0, 10], tablet: [30, 50, 70] });
    expect(found.conflicts.map(({ id, customers, result }) => [id, customers, result])).toEqual([
      ["tablet", [], "left"],
      ["cookie", [], "left"],
    ]);
    // A circle with a way out is no circle.
    const out = linkIdentities(log, [...circle, { anonymous: "tablet", customer: "ann" }]);
    expect(byCustomer(out)).toMatchObject({ ann: [0, 10, 20, 30, 50, 70] });
  });

  test("takes the same link twice, and an id linked to itself, for nothing new", () => {
    const found = linkIdentities(log, [
      { anonymous: "cookie", customer: "ann" },
      { anonymous: "cookie", customer: "ann", at: 3 },
      { anonymous: "ann", customer: "ann" },
    ]);
    expect(found).toMatchObject({ linked: 1, events: 2, conflicts: [] });
  });

  test("counts links without an id, and refuses or counts wrong ones", () => {
    const wrong = [
      { anonymous: "", customer: "ann" },
      { anonymous: "x", customer: null },
      { anonymous: "x", customer: "y", at: "noon" },
    ];
    expect(() => linkIdentities(log, wrong)).toThrowError(expect.objectContaining({ code: "invalid-time", row: 2 }));
    expect(linkIdentities(log, wrong, { invalid: "exclude" })).toMatchObject({ missing: 2, invalid: 1, unseen: 0 });
    expect(() => linkIdentities(log, [], { shared: "merge" } as never)).toThrowError(/must be one of leave, split/);
  });

  test("loses no event, keeps its columns, and is the log of rows renamed one by one, on any links", () => {
    const id = fc.constantFrom("cookie", "tablet", "ann", "bob", "stranger", "mail");
    const link = fc.record({ anonymous: id, customer: id, at: fc.option(fc.integer({ min: 0, max: 80 })) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), (links) => {
        // Whoever can be reached from an id and leads nowhere else; written by repeated joining instead of a walk.
        const reach = (from: string): string[] => {
          let at = new Set([from]);
          for (let step = 0; step < 10; step++) {
            at = new Set([...at, ...links.filter((one) => at.has(one.anonymous)).map((one) => one.customer)]);
          }
          return [...at].filter((one) => !links.some((l) => l.anonymous === one && l.customer !== one));
        };
        const renamed = rows.map((row) => {
          const ends = reach(row.who);
          return ends.length === 1 ? { ...row, who: ends[0] ?? "" } : row;
        });
        const found = linkIdentities(log, links);
        const sorted = (of: TestRow[]) => of.map(({ who, where, when }) => `${who} ${where} ${when}`).sort();
        expect(sorted(rowsOf(found.log))).toEqual(sorted(renamed));
        expect(found.conflicts.map((one) => one.id).sort()).toEqual(
          log.customers.filter((one) => reach(one).length !== 1).sort(),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("splits every shared id by what a look through its logins says, on any logins", () => {
    const login = fc.record({
      anonymous: fc.constantFrom("tablet", "cookie"),
      customer: fc.constantFrom("ann", "bob", "cyd"),
      at: fc.integer({ min: 0, max: 80 }),
    });
    const distinct = fc.uniqueArray(login, { maxLength: 6, selector: ({ anonymous, at }) => `${anonymous} ${at}` });
    fc.assert(
      fc.property(distinct, (logins) => {
        const owner = ({ who, when }: TestRow): string => {
          const own = logins.filter(({ anonymous }) => anonymous === who);
          const before = own.filter(({ at }) => at <= when).map(({ at }) => at);
          const earliest = Math.min(...own.map(({ at }) => at));
          const at = before.length > 0 ? Math.max(...before) : earliest;
          return own.find((one) => one.at === at)?.customer ?? who;
        };
        const found = linkIdentities(log, logins, { shared: "split" });
        const sorted = (of: TestRow[]) => of.map(({ who, where, when }) => `${who} ${where} ${when}`).sort();
        expect(sorted(rowsOf(found.log))).toEqual(sorted(rows.map((row) => ({ ...row, who: owner(row) }))));
        expect(found.events).toBe(rows.filter((row) => owner(row) !== row.who).length);
      }),
      { numRuns: 100 },
    );
  });
});
