import { CxError, mcnemarTest, rfm, segmentChange, stuartMaxwellTest, tiers, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const list = (segments: Record<string, string | null>) => ({
  customers: Object.entries(segments).map(([customer, segment]) => ({ customer, segment })),
});
/** As many customers as a table says, by segment before (rows) and after (columns). */
const listsOf = (table: readonly (readonly number[])[], names: readonly string[]) => {
  const rows = table.flatMap((cells, i) =>
    cells.flatMap((count, j) => Array.from({ length: count }, (_, k) => ({ customer: `${i}-${j}-${k}`, i, j }))),
  );
  const side = (place: "i" | "j") => ({
    customers: rows.map((row) => ({ customer: row.customer, segment: names[row[place]] as string })),
  });
  return [side("i"), side("j")] as const;
};

describe("who moved", () => {
  const before = list({ a: "new", b: "new", c: "new", d: "loyal", e: "lost", f: null });
  const after = list({ a: "loyal", b: "lost", c: "new", d: "loyal", f: "new", g: "new" });
  const result = segmentChange(before, after, { order: ["lost", "new", "loyal"] });

  test("is counted from each segment to each, in the order of the segments", () => {
    expect(result.segments).toEqual(["lost", "new", "loyal"]);
    expect(result.counts).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 1],
    ]);
    expect(result.shares).toEqual([
      [null, null, null],
      [1 / 3, 1 / 3, 1 / 3],
      [0, 0, 1],
    ]);
    expect(result.moves).toEqual([
      { from: "new", to: "lost", customers: 1, share: 1 / 3 },
      { from: "new", to: "loyal", customers: 1, share: 1 / 3 },
    ]);
  });

  test("has its share with Wilson's interval, by direction too", () => {
    expect(result.changed).toMatchObject({ value: 0.5, n: 4, interval: wilson(2, 4) });
    expect(result.improved).toMatchObject({ value: 0.25, n: 4, interval: wilson(1, 4) });
    expect(result.worsened).toMatchObject({ value: 0.25, n: 4 });
    expect(segmentChange(before, after, { level: 0.9 }).changed.interval).toEqual(wilson(2, 4, { level: 0.9 }));
  });

  test("without an order nobody improves; a segment that is not in it is neither better nor worse", () => {
    expect(segmentChange(before, after)).toMatchObject({
      improved: null,
      worsened: null,
      segments: ["lost", "loyal", "new"],
    });
    const partly = segmentChange(before, after, { order: ["new", "loyal"] });
    expect(partly.segments).toEqual(["new", "loyal", "lost"]);
    expect([partly.improved?.value, partly.worsened?.value]).toEqual([0.25, 0]);
  });

  test("customers without a segment on one side joined or left", () => {
    expect(result.joined).toEqual([{ segment: "new", customers: 2 }]);
    expect(result.left).toEqual([{ segment: "lost", customers: 1 }]);
  });

  test("nobody is nobody", () => {
    expect(segmentChange(list({}), list({}))).toMatchObject({
      segments: [],
      counts: [],
      moves: [],
      changed: { value: null, n: 0, interval: null },
      mixTest: { method: "stuart-maxwell", statistic: null, pValue: null },
    });
  });
});

describe("the mix", () => {
  test("of more than two segments is tested as by Stuart and Maxwell", () => {
    const table = [
      [20, 9, 4],
      [2, 30, 5],
      [1, 3, 25],
    ];
    const { mixTest, counts } = segmentChange(...listsOf(table, ["a", "b", "c"]));
    expect(counts).toEqual(table);
    const { statistic, degreesOfFreedom, pValue } = stuartMaxwellTest(table);
    expect(mixTest).toEqual({ method: "stuart-maxwell", statistic, degreesOfFreedom, pValue });
    expect(pValue).toBeLessThan(0.1);
  });

  test("of two segments is tested as by McNemar, exactly where few moved", () => {
    const { mixTest } = segmentChange(
      ...listsOf(
        [
          [20, 1],
          [8, 5],
        ],
        ["a", "b"],
      ),
    );
    expect(mixTest).toMatchObject({ method: "mcnemar", statistic: null, degreesOfFreedom: null });
    expect(mixTest.pValue).toBe(
      mcnemarTest([
        [20, 1],
        [8, 5],
      ]).pValue,
    );
  });
});

describe("laws", () => {
  const name = fc.constantFrom("a", "b", "c", null);
  const pairs = fc.array(fc.tuple(fc.option(name), fc.option(name)), { maxLength: 40 });

  test("everybody with a segment is counted once: moved, stayed, joined or left", () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const side = (place: 0 | 1) => ({
          customers: all.flatMap((pair, customer) => {
            const segment = pair[place];
            return segment === undefined ? [] : [{ customer, segment }];
          }),
        });
        const result = segmentChange(side(0), side(1), { order: ["a", "b", "c"] });
        const total = (counts: readonly { customers: number }[]) =>
          counts.reduce((sum, each) => sum + each.customers, 0);
        const both = result.counts.flat().reduce((sum, count) => sum + count, 0);
        expect(result.changed.n).toBe(both);
        expect(both + total(result.joined)).toBe(side(1).customers.filter(({ segment }) => segment !== null).length);
        expect(both + total(result.left)).toBe(side(0).customers.filter(({ segment }) => segment !== null).length);
        const share = (result.improved?.value ?? 0) + (result.worsened?.value ?? 0);
        expect(share).toBeCloseTo(result.changed.value ?? 0, 12);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        // Backwards, who joined left, and the matrix turns.
        const back = segmentChange(side(1), side(0), { order: ["a", "b", "c"] });
        expect([back.joined, back.left]).toEqual([result.left, result.joined]);
        expect(back.counts).toEqual(result.counts.map((_, i) => result.counts.map((row) => row[i])));
        expect([back.improved, back.worsened].map((each) => each?.value)).toEqual(
          [result.worsened, result.improved].map((each) => each?.value),
        );
      }),
    );
  });
});

test("takes what rfm and tiers return: same cut-offs, a month later", () => {
  const orders = Array.from({ length: 40 }, (_, i) => ({
    customer: i % 13,
    at: `2026-0${1 + (i % 6)}-10`,
    amount: 10 + i,
  }));
  const first = rfm(orders, { now: "2026-06-01", cutoffs: { recencyDays: [30, 60, 90, 120] } });
  const second = rfm(orders, { now: "2026-09-01", cutoffs: { recencyDays: [30, 60, 90, 120] } });
  const { changed, counts } = segmentChange(first, second);
  expect(changed.n).toBe(13);
  expect(counts.flat().reduce((a, b) => a + b, 0)).toBe(13);
  const value = (row: (typeof first.customers)[0]): number => row.monetary;
  expect(segmentChange(tiers(first.customers, { value }), tiers(first.customers, { value })).moves).toEqual([]);
});

test.each([
  [{ order: [] }],
  [{ order: ["a", "a"] }],
  [{ order: [1] }],
  [{ order: "abc" }],
  [{ level: 95 }],
  [{ sort: true }],
])("%j is refused", (options) => {
  expect(() => segmentChange(list({}), list({}), options as object)).toThrow(CxError);
});

test("a customer who comes twice, or is in several segments, is refused with the row", () => {
  const twice = { customers: ["a", "a"].map((customer) => ({ customer, segment: "x" })) };
  expect(() => segmentChange(list({ a: "x" }), twice)).toThrow(/every customer once, received "a" \(row 1\)/);
  const several = { customers: [{ customer: "a", segment: ["x", "y"] as unknown as string }] };
  expect(() => segmentChange(several, list({}))).toThrow(/one segment a customer, or null.*\(row 0\)/);
});
