import { discover, eventLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** A log of paths, one event a minute. */
const logOf = (paths: readonly (readonly string[])[]) =>
  eventLog(
    paths.flatMap((path, customer) =>
      path.map((touchpoint, minute) => ({ customer: `c${customer}`, touchpoint, at: minute * 60_000 })),
    ),
    { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at },
  );

describe("discover", () => {
  test("finds what follows what, where customers begin and end, and who goes round", () => {
    const found = discover(logOf([["a", "b", "c"], ["a", "b", "b", "c"], ["b"]]));
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
      repeatCustomers: 1,
      selfLoops: 1,
      medianDwellSeconds: 60,
    });
    expect(found.touchpoints.find(({ touchpoint }) => touchpoint === "c")?.medianDwellSeconds).toBeNull();
  });

  test("tells a long path from its beginning", () => {
    expect(discover(logOf([["a", "b"], ["a"], ["a", "b"]])).variants).toEqual([
      { path: ["a", "b"], customers: 2 },
      { path: ["a"], customers: 1 },
    ]);
  });

  test("finds nothing in an empty log", () => {
    expect(discover(logOf([]))).toEqual({
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
        const found = discover(logOf(all));
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
