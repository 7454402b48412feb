import { CxError, customerLifetimeValue, rfm, segmentOf, tiers } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const worth = (...values: (number | null)[]) => values.map((value, i) => ({ customer: `c${i + 1}`, value }));
const tiersOf = (values: number[], options = {}): string =>
  tiers(worth(...values), options)
    .customers.map(({ segment }) => segment)
    .join(" ");

describe("ABC by share of value", () => {
  test("who crosses the line of 80 % is still A, and of 95 % still B", () => {
    // Of 100: 50, 75, 85, 93, 97, 100.
    expect(tiersOf([50, 25, 10, 8, 4, 3])).toBe("A A A B B C");
    // 80 exactly is no crossing: the next one is B.
    expect(tiersOf([50, 30, 15, 5])).toBe("A A B C");
  });

  test("equal values share the tier of the first of them", () => {
    expect(tiersOf([10, 10, 10, 10, 10])).toBe("A A A A A");
    expect(tiersOf([70, 10, 10, 10])).toBe("A A A A");
    // As do values that only rounding makes different.
    const [a, b] = [0.1 + 0.2, 0.3];
    expect(tiers(worth(0.7, a, b), { cuts: [0.75] }).customers.map(({ segment }) => segment)).toEqual(["A", "A", "A"]);
  });

  test("what a tier comes to", () => {
    const result = tiers(worth(70, 15, 10, 4, 1, -5, null));
    expect(result.segments).toEqual([
      { segment: "A", customers: 2, share: 2 / 6, value: 85, valueShare: 0.85, lowest: 15, highest: 70 },
      { segment: "B", customers: 1, share: 1 / 6, value: 10, valueShare: 0.1, lowest: 10, highest: 10 },
      { segment: "C", customers: 2, share: 2 / 6, value: 5, valueShare: 0.05, lowest: 1, highest: 4 },
      { segment: "negative", customers: 1, share: 1 / 6, value: -5, valueShare: -0.05, lowest: -5, highest: -5 },
    ]);
    expect(result).toMatchObject({ n: 6, value: 95, missing: 1, invalid: 0, paretoShare: 0.7 });
    expect(result.definition).toEqual({ kpi: "tiers", method: "abc", cuts: [0.8, 0.95] });
  });

  test("nobody, and nothing to share", () => {
    expect(tiers([])).toMatchObject({ customers: [], n: 0, value: 0, gini: null, paretoShare: null });
    expect(tiers([]).segments[0]).toEqual({
      segment: "A",
      customers: 0,
      share: null,
      value: 0,
      valueShare: null,
      lowest: null,
      highest: null,
    });
    expect(tiersOf([0, 0])).toBe("C C");
    expect(tiersOf([-1, -2])).toBe("negative negative");
    expect(tiers(worth(-1, -2))).toMatchObject({ gini: null, value: -3 });
  });
});

describe("by share of customers", () => {
  test("the top 10 %, the next 20 %, the next 40 % and the rest", () => {
    expect(tiersOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { method: "percentile" })).toBe("A B B C C C C D D D");
    // Of four, 10 % is less than one: the best one is in the top.
    expect(tiersOf([4, 3, 2, 1], { method: "percentile" })).toBe("A B C D");
    expect(tiersOf([9, 9, 1, 1], { method: "percentile", cuts: [0.25] })).toBe("A A B B");
    expect(tiersOf([3, 2, 1, -9], { method: "percentile", cuts: [0.34], names: ["top", "rest"] })).toBe(
      "top top rest negative",
    );
  });
});

describe("at values of one's own", () => {
  test("who is at a cut is above it, and a negative value is in a tier like others", () => {
    const cuts = { method: "cutoffs", cuts: [100, 0], names: ["gold", "silver", "loss"] };
    expect(tiersOf([250, 100, 99.99, 0, -1], cuts)).toBe("gold gold silver silver loss");
    expect(tiers(worth(5), { method: "cutoffs", cuts: [100, 0] }).segments.map(({ segment }) => segment)).toEqual([
      "A",
      "B",
      "C",
    ]);
  });
});

describe("how concentrated value is", () => {
  test("Gini's coefficient of known cases", () => {
    expect(tiers(worth(5, 5, 5, 5)).gini).toBeCloseTo(0, 15);
    // One of n has all: (n − 1) ÷ n.
    expect(tiers(worth(0, 0, 0, 8)).gini).toBeCloseTo(0.75, 15);
    // 1, 2, 3, 4: mean difference of pairs 1.25, divided by twice the mean.
    expect(tiers(worth(1, 2, 3, 4)).gini).toBeCloseTo(0.25, 15);
  });

  test("is that of all pairs of customers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 }), (values) => {
        const total = values.reduce((a, b) => a + b, 0);
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        const { gini } = tiers(worth(...values));
        if (total === 0) expect(gini).toBeNull();
        else expect(gini).toBeCloseTo(differences / (2 * values.length * total), 12);
      }),
    );
  });

  test("the share of the top fifth, and of a part of a customer where a fifth is no whole number", () => {
    expect(tiers(worth(60, 10, 10, 10, 10)).paretoShare).toBeCloseTo(0.6, 15);
    // A fifth of three is 0.6 of the best one.
    expect(tiers(worth(50, 30, 20)).paretoShare).toBeCloseTo(0.3, 15);
  });
});

describe("laws", () => {
  const values = fc.array(
    fc.integer({ min: -20, max: 200 }).map((cents) => cents / 100),
    { maxLength: 40 },
  );
  const options = fc.constantFrom(
    {},
    { method: "percentile" },
    { cuts: [0.5, 0.6, 0.9] },
    { method: "percentile", cuts: [0.05, 0.5] },
  ) as fc.Arbitrary<{ method?: "percentile"; cuts?: number[] }>;

  test("each customer is in one tier; a better value is in no lower one, and an equal one in the same", () => {
    fc.assert(
      fc.property(values, options, (all, rules) => {
        const { customers, segments, n } = tiers(worth(...all), rules);
        expect(n).toBe(all.length);
        expect(segments.reduce((sum, each) => sum + each.customers, 0)).toBe(n);
        const rank = segments.map(({ segment }) => segment);
        for (const a of customers) {
          for (const b of customers) {
            const [inA, inB] = [rank.indexOf(a.segment), rank.indexOf(b.segment)];
            if (a.value === b.value) expect(inA).toBe(inB);
            if (a.value > b.value) expect(inA).toBeLessThanOrEqual(inB);
          }
        }
      }),
    );
  });

  test("A is the smallest set of the best customers that holds 80 %, but for ties", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 }), (all) => {
        const [a] = tiers(worth(...all)).segments;
        const total = all.reduce((sum, value) => sum + value, 0);
        expect(a?.value).toBeGreaterThanOrEqual(0.8 * total - 1e-9);
        expect((a?.value ?? 0) - (a?.lowest ?? 0)).toBeLessThan(0.8 * total);
      }),
    );
  });

  test("nothing depends on the currency, nor on the order of rows", () => {
    fc.assert(
      fc.property(values, options, fc.constantFrom(0.01, 7.3, 1e6, 1 / 3), (all, rules, unit) => {
        const segments = (rows: ReturnType<typeof worth>) => {
          const of = segmentOf(tiers(rows, rules));
          return worth(...all).map(({ customer }) => of(customer));
        };
        const wanted = segments(worth(...all));
        expect(segments(worth(...all.map((value) => value * unit)))).toEqual(wanted);
        expect(segments(worth(...all).reverse())).toEqual(wanted);
      }),
    );
  });
});

test("takes what customerLifetimeValue and rfm list, as it is", () => {
  const orders = [90, 5, 3, 2].map((amount, i) => ({ customer: i, amount, at: "2026-05-05" }));
  const byValue = tiers(customerLifetimeValue(orders).customers);
  const { customers } = rfm(orders, { now: "2026-06-01" });
  const byMoney = tiers(customers, { value: (row) => row.monetary });
  expect(byValue.customers.map(({ segment }) => segment)).toEqual(["A", "B", "C", "C"]);
  expect(byMoney).toEqual(byValue);
});

describe("bad input", () => {
  test("rows without a customer or a value are counted; others that are none are errors with their row, or counted", () => {
    const rows = [
      { customer: "a", value: 3 },
      { customer: null, value: 2 },
      { customer: "b", value: Number.NaN },
      { customer: "c", value: "9" as unknown as number },
    ];
    expect(tiers(rows, { invalid: "exclude" })).toMatchObject({ n: 1, missing: 2, invalid: 1 });
    expect(() => tiers(rows)).toThrow('tiers requires a finite number as value, up to 1e120, received "9" (row 3)');
    expect(() => tiers([rows[0], rows[0]] as typeof rows)).toThrow(
      'tiers requires one row for each customer, received "a" (row 1)',
    );
  });

  test.each([
    [{ method: "pareto" }],
    [{ method: "cutoffs" }],
    [{ method: "cutoffs", cuts: [1, 2] }],
    [{ method: "cutoffs", cuts: [Number.NaN] }],
    [{ cuts: [] }],
    [{ cuts: [0.95, 0.8] }],
    [{ cuts: [80, 95] }],
    [{ cuts: [0, 0.5] }],
    [{ cuts: "0.8" }],
    [{ names: ["A", "B"] }],
    [{ names: ["A", "B", "B"] }],
    [{ names: ["A", "B", ""] }],
    [{ negative: "A" }],
    [{ negative: "" }],
    [{ value: "value" }],
    [{ tiers: 3 }],
  ])("%j is refused before any row is read", (options) => {
    expect(() => tiers([], options as object)).toThrow(CxError);
  });
});
