import { eventuallyFollows } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, logOfPaths, rowsOf } from "../log/logOf.js";
import { runningExample } from "./runningExample.js";

describe("eventuallyFollows", () => {
  test("finds the pairs of the running example (counts of pm4py 2.7)", () => {
    const pairs = eventuallyFollows(runningExample());
    const of = (from: string, to: string) => pairs.find((pair) => pair.from === from && pair.to === to);
    expect(of("check ticket", "decide")).toEqual({
      from: "check ticket",
      to: "decide",
      count: 13,
      customers: 6,
      share: 1,
    });
    expect(of("decide", "pay compensation")).toMatchObject({ count: 4, customers: 3, share: 0.5 });
    expect(of("reinitiate request", "reinitiate request")).toMatchObject({ count: 1, customers: 1, share: 0.5 });
    expect(of("pay compensation", "decide")).toBeUndefined();
    expect(pairs).toHaveLength(39);
  });

  test("is what looking at every pair of visits finds, on any log", () => {
    fc.assert(
      fc.property(anyRows, (all) => {
        const log = logOf(all);
        const rows = rowsOf(log);
        const expected = new Map<string, { count: number; customers: Set<string> }>();
        rows.forEach((a, i) => {
          rows.slice(i + 1).forEach((b) => {
            if (a.who !== b.who) return;
            const pair = expected.get(a.where + b.where) ?? { count: 0, customers: new Set() };
            expected.set(a.where + b.where, { count: pair.count + 1, customers: pair.customers.add(a.who) });
          });
        });
        const came = (where: string) => new Set(rows.flatMap((row) => (row.where === where ? [row.who] : []))).size;
        const found = eventuallyFollows(log);
        expect(found).toHaveLength(expected.size);
        for (const { from, to, count, customers, share } of found) {
          const pair = expected.get(from + to);
          expect([count, customers, share]).toEqual([pair?.count, pair?.customers.size, customers / came(from)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("finds nothing where nobody has two events, and refuses what is no log", () => {
    expect(eventuallyFollows(logOfPaths([["a"], ["b"]]))).toEqual([]);
    expect(() => eventuallyFollows([] as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
