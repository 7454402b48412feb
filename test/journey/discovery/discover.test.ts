import { discover, quantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, logOfPaths, rowsOf } from "../log/logOf.js";
import { runningExample } from "./runningExample.js";

describe("discover", () => {
  test("finds what follows what, where customers begin and end, and who goes round", () => {
    const found = discover(logOfPaths([["a", "b", "c"], ["a", "b", "b", "c"], ["b"]]));
    expect(found).toMatchObject({
      customers: 3,
      events: 8,
      reworkCustomers: 1,
      transitions: [
        { from: "a", to: "b", count: 2, customers: 2, medianSeconds: 60 },
        { from: "b", to: "c", count: 2, customers: 2, medianSeconds: 60 },
        { from: "b", to: "b", count: 1, customers: 1, medianSeconds: 60 },
      ],
      starts: [
        { touchpoint: "a", customers: 2 },
        { touchpoint: "b", customers: 1 },
      ],
      ends: [
        { touchpoint: "c", customers: 2 },
        { touchpoint: "b", customers: 1 },
      ],
    });
    expect(found.touchpoints[0]).toEqual({
      touchpoint: "b",
      visits: 4,
      customers: 3,
      share: 1,
      repeatCustomers: 1,
      selfLoops: 1,
      medianDwellSeconds: 60,
      percentile90DwellSeconds: 60,
    });
    expect(found.touchpoints.find(({ touchpoint }) => touchpoint === "c")?.medianDwellSeconds).toBeNull();
  });

  test("tells a long path from its beginning", () => {
    expect(discover(logOfPaths([["a", "b"], ["a"], ["a", "b"]])).variants).toEqual([
      { path: ["a", "b"], customers: 2, share: 2 / 3, cumulativeShare: 2 / 3 },
      { path: ["a"], customers: 1, share: 1 / 3, cumulativeShare: 1 },
    ]);
  });

  test("sorts paths alike in number by the names of their steps, the shorter first, however long they are", () => {
    const name = fc.constantFrom("a", "b", "a long name", "Ä", "z");
    const path = fc.array(name, { minLength: 1, maxLength: 40 });
    // Paths with the same beginning of up to forty steps differ late.
    const alike = fc
      .tuple(path, fc.array(path, { maxLength: 5 }))
      .map(([head, tails]) => tails.map((tail) => [...head, ...tail]));
    const compare = (a: readonly string[], b: readonly string[]): number => {
      const place = a.findIndex((step, index) => step !== b[index]);
      if (place < 0) return a.length - b.length;
      return place >= b.length ? 1 : (a[place] ?? "") < (b[place] ?? "") ? -1 : 1;
    };
    fc.assert(
      fc.property(alike, (paths) => {
        const found = discover(logOfPaths(paths)).variants;
        const expected = found.toSorted((a, b) => b.customers - a.customers || compare(a.path, b.path));
        expect(found).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test("says how long a step takes, how often it is the next one, and how surely it goes one way", () => {
    const at = (who: string, ...visits: [string, number][]) =>
      visits.map(([where, minute]) => ({ who, where, when: minute * 60_000 }));
    const found = discover(
      logOf([
        ...at("ann", ["a", 0], ["b", 10], ["a", 11], ["b", 41]),
        ...at("bob", ["a", 0], ["b", 2], ["c", 3]),
        ...at("cyd", ["a", 0], ["c", 5]),
      ]),
    );
    // a is left four times: for b after 10, 30 and 2 minutes, for c after 5; b is left once for a.
    expect(found.transitions[0]).toEqual({
      from: "a",
      to: "b",
      count: 3,
      customers: 2,
      share: 3 / 4,
      dependency: (3 - 1) / (3 + 1 + 1),
      medianSeconds: 600,
      meanSeconds: 840,
      minimumSeconds: 120,
      maximumSeconds: 1800,
      // Type 7: 80 % of the way from the second to the third.
      percentile90Seconds: expect.closeTo(600 + 0.8 * 1200, 9),
    });
    expect(found.touchpoints[0]).toMatchObject({ touchpoint: "a", medianDwellSeconds: 450, share: 1 });
    expect(found.ends.map(({ touchpoint, share }) => [touchpoint, share])).toEqual([
      ["c", 2 / 3],
      ["b", 1 / 3],
    ]);
  });

  test("gives the times until the next event that looking from row to row gives, on any log", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const log = logOf(rows);
        const sorted = rowsOf(log);
        for (const use of discover(log).touchpoints) {
          const waits = sorted.flatMap((row, index) => {
            const next = sorted[index + 1];
            return row.where === use.touchpoint && next?.who === row.who ? [(next.when - row.when) / 1000] : [];
          });
          expect(use.medianDwellSeconds).toBe(quantile(waits, 0.5));
          expect(use.percentile90DwellSeconds).toBe(quantile(waits, 0.9));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("finds the figures of the running example (counts of pm4py 2.7, times of pandas)", () => {
    const found = discover(runningExample());
    expect(found).toMatchObject({ customers: 6, events: 42, reworkCustomers: 2 });
    expect(found.transitions).toHaveLength(16);
    expect(found.transitions[0]).toMatchObject({
      from: "check ticket",
      to: "decide",
      count: 6,
      customers: 4,
      dependency: 6 / 7,
      meanSeconds: 181_960,
      medianSeconds: 129_300,
      minimumSeconds: 1800,
      maximumSeconds: 578_640,
      percentile90Seconds: 379_500,
    });
    const back = found.transitions.find(({ from, to }) => from === "check ticket" && to === "examine casually");
    expect(back?.dependency).toBeCloseTo(-0.2857142857142857, 12);
    expect(found.variants.map(({ customers }) => customers)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(found.touchpoints.map(({ touchpoint, repeatCustomers }) => [touchpoint, repeatCustomers])).toEqual([
      ["check ticket", 2],
      ["decide", 2],
      ["examine casually", 1],
      ["register request", 0],
      ["examine thoroughly", 0],
      ["pay compensation", 0],
      ["reinitiate request", 1],
      ["reject request", 0],
    ]);
  });

  test("finds the same whatever the order of the rows, and the same shares of every customer twice", () => {
    fc.assert(
      fc.property(anyRows, (all) => {
        const rows = all.filter((row, i) => all.findIndex((one) => one.who === row.who && one.when === row.when) === i);
        const found = discover(logOf(rows));
        expect(discover(logOf(rows.toReversed()))).toEqual(found);
        const twice = discover(logOf([...rows, ...rows.map((row) => ({ ...row, who: `${row.who} again` }))]));
        expect(twice.customers).toBe(2 * found.customers);
        const shares = (of: typeof found) => [
          of.touchpoints.map(({ touchpoint, share }) => [touchpoint, share]),
          of.transitions.map(({ from, to, share, medianSeconds }) => [from, to, share, medianSeconds]),
          [of.starts, of.ends].map((ends) => ends.map(({ touchpoint, share }) => [touchpoint, share])),
          of.variants.map(({ path, share, cumulativeShare }) => [path, share, cumulativeShare]),
        ];
        expect(shares(twice)).toEqual(shares(found));
      }),
      { numRuns: 60 },
    );
  });

  test("counts in a log of more touchpoints than a table of all pairs would hold", () => {
    const path = Array.from({ length: 2100 }, (_, index) => `page ${index}`);
    const found = discover(logOfPaths([path, path, path.toReversed()]));
    expect(found.transitions).toHaveLength(2 * 2099);
    expect(found.transitions[0]).toMatchObject({ from: "page 0", to: "page 1", count: 2, dependency: 1 / 4 });
    expect(found.variants.map(({ customers }) => customers)).toEqual([2, 1]);
  });

  test("finds nothing in an empty log", () => {
    expect(discover(logOfPaths([]))).toEqual({
      customers: 0,
      events: 0,
      touchpoints: [],
      transitions: [],
      starts: [],
      ends: [],
      variants: [],
      reworkCustomers: 0,
    });
  });

  test("counts every customer and every event once, on any log", () => {
    const path = fc.array(fc.constantFrom("a", "b", "__proto__", "ü"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(path), (all) => {
        const found = discover(logOfPaths(all));
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
        expect(sum(found.variants.map(({ customers }) => customers))).toBe(all.length);
        expect(sum(found.starts.map(({ customers }) => customers))).toBe(all.length);
        expect(sum(found.ends.map(({ customers }) => customers))).toBe(all.length);
        expect(sum(found.touchpoints.map(({ visits }) => visits))).toBe(found.events);
        expect(sum(found.transitions.map(({ count }) => count))).toBe(found.events - all.length);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        // Every variant is a path that somebody took.
        for (const variant of found.variants) {
          expect(all.filter((one) => one.join("\n") === variant.path.join("\n"))).toHaveLength(variant.customers);
        }
      }),
    );
  });
});
