import {
  type ItemAffinities,
  type ItemId,
  itemAffinities,
  type RecommendedCustomer,
  type RecommendOptions,
  recommend,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const order = (customer: string, ...items: string[]) => ({ customer, items });
const orders = [
  order("ann", "pasta", "pesto"),
  order("ann", "wine"),
  order("bob", "pasta", "pesto", "wine"),
  order("cat", "pasta", "pesto"),
  order("dan", "soap", "towel"),
  order("eve", "soap", "towel"),
  order("fay", "wine", "soap"),
  order("gus", "wine"),
  order("hal", "pasta"),
];
const affinities = itemAffinities(orders, { items: (row) => row.items });
/** Item, source and reason, in short. */
const brief = (
  from: ItemAffinities,
  customer: RecommendedCustomer | readonly ItemId[],
  options: RecommendOptions = {},
): unknown[] => recommend(from, customer, options).map(({ item, source, because }) => [item, source, because]);

describe("recommend", () => {
  test("names what goes with what a customer has, and then what is popular, marked as such", () => {
    const found = recommend(affinities, { id: "hal" });
    expect(found.map(({ item, source, because }) => [item, source, because])).toEqual([
      ["pesto", "affinity", "pasta"],
      ["wine", "popularity", null],
      ["soap", "popularity", null],
      ["towel", "popularity", null],
    ]);
    // Of 9 baskets 4 hold pasta, 3 pesto, and 3 both, where chance makes it 4/3; the prior is worth 10 at the most.
    expect(found[0]).toEqual({
      item: "pesto",
      source: "affinity",
      because: "pasta",
      baskets: 3,
      support: 1 / 3,
      confidence: 0.75,
      lift: 2.25,
      shrunkenLift: (3 + affinities.concentration) / (4 / 3 + affinities.concentration),
    });
    expect(found[1]).toEqual({
      item: "wine",
      source: "popularity",
      because: null,
      baskets: 4,
      support: 4 / 9,
      confidence: null,
      lift: null,
      shrunkenLift: null,
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("goes with the basket where there is one, and names nothing that is in it", () => {
    expect(brief(affinities, ["soap"], { fallback: false })).toEqual([["towel", "affinity", "soap"]]);
    expect(brief(affinities, { id: "hal", basket: ["soap"] }, { fallback: false })).toEqual([
      ["towel", "affinity", "soap"],
    ]);
    // Even if it may be had again.
    expect(brief(affinities, ["soap", "towel"], { fallback: false, repeatable: () => true })).toEqual([]);
    expect(brief(affinities, [], { count: 2 })).toEqual([
      ["pasta", "popularity", null],
      ["wine", "popularity", null],
    ]);
  });

  test("names nothing that the customer has, unless it is repeatable", () => {
    const items = (options: object, customer: object = { id: "ann" }) =>
      recommend(affinities, customer, options).map(({ item }) => item);
    expect(items({})).toEqual(["soap", "towel"]);
    expect(items({ repeatable: ["pesto"] })).toEqual(["pesto", "soap", "towel"]);
    expect(items({ repeatable: (item: ItemId) => item === "wine" })).toEqual(["wine", "soap", "towel"]);
    expect(items({}, { id: "ann", owned: ["soap"] })).toEqual(["towel"]);
    expect(items({}, { owned: ["pasta"] })[0]).toBe("pesto");
  });

  test("names nothing that is excluded, by the options or by the customer, whatever the type of its id", () => {
    expect(brief(affinities, { id: "hal" }, { excluded: ["pesto"], count: 1 })).toEqual([["wine", "popularity", null]]);
    const customer = { id: "hal", preferences: { excludedProducts: ["pesto", "wine", "soap"] } };
    expect(brief(affinities, customer)).toEqual([["towel", "popularity", null]]);
    const numbers = itemAffinities([[1, 2], [1, 2], [3]], { items: (basket) => basket });
    expect(recommend(numbers, [1], { excluded: ["2"] }).map(({ item }) => item)).toEqual([3]);
    expect(recommend(numbers, { preferences: { excludedProducts: ["2", "3"] } }).map(({ item }) => item)).toEqual([1]);
  });

  test("does the same from the rows themselves", () => {
    const options = {
      items: (row: (typeof orders)[0]) => row.items,
      excluded: ["soap"],
      count: 3,
      repeatable: ["wine"],
    };
    expect(recommend(orders, { id: "ann" }, options)).toEqual(
      recommend(affinities, { id: "ann" }, { excluded: ["soap"], count: 3, repeatable: ["wine"] }),
    );
    const sales = orders.map(({ customer, items }) => ({
      customer,
      items: items.map((product) => ({ product, quantity: 1 })),
    }));
    expect(recommend(sales, { id: "hal" })).toEqual(recommend(affinities, { id: "hal" }));
  });

  test("names an item once, for what it goes with best; equally good ones by support, then by name", () => {
    const baskets = [
      ...Array.from({ length: 4 }, () => ["a", "x", "y"]),
      ...Array.from({ length: 4 }, () => ["b", "x", "y"]),
      ...Array.from({ length: 4 }, () => ["b", "z"]),
      ...Array.from({ length: 12 }, () => ["q"]),
    ];
    const found = itemAffinities(baskets, { items: (basket) => basket });
    expect(brief(found, ["a", "b"], { fallback: false })).toEqual([
      ["x", "affinity", "a"],
      ["y", "affinity", "a"],
      ["z", "affinity", "b"],
    ]);
  });

  test("ranks by confidence where the affinities do", () => {
    const baskets = [
      ...Array.from({ length: 6 }, () => ["pasta", "pesto", "bag"]),
      ...Array.from({ length: 4 }, () => ["pasta", "bag"]),
      ...Array.from({ length: 10 }, () => ["soap", "bag"]),
      ...Array.from({ length: 10 }, () => ["soap"]),
    ];
    const first = (rankBy: "lift" | "confidence") =>
      recommend(itemAffinities(baskets, { items: (basket) => basket, rankBy }), ["pasta"])[0]?.item;
    expect([first("lift"), first("confidence")]).toEqual(["pesto", "bag"]);
  });

  test("of nothing known is what is popular, and of no rows is nothing", () => {
    expect(brief(affinities, { id: "stranger" }, { count: 1 })).toEqual([["pasta", "popularity", null]]);
    expect(brief(affinities, ["unknown thing"], { count: 1 })).toEqual([["pasta", "popularity", null]]);
    expect(recommend([], { id: "ann" })).toEqual([]);
    expect(recommend(affinities, {}, { count: 0 })).toEqual([]);
  });

  test("never names what is excluded, had or in the basket, nor anything twice, and never more than asked for", () => {
    const item = fc.oneof(fc.constantFrom("a", "b", "c", "__proto__", "constructor"), fc.integer({ min: 0, max: 5 }));
    const list = fc.uniqueArray(item, { maxLength: 5 });
    const texts = (items: readonly ItemId[]) => items.map(String);
    let named = 0;
    fc.assert(
      fc.property(
        fc.array(
          list.map((items) => ({ items, customer: "c" })),
          { maxLength: 20 },
        ),
        list,
        list,
        fc.option(list, { nil: undefined }),
        fc.boolean(),
        fc.nat(12),
        (rows, excluded, preferred, basket, known, count) => {
          const found = itemAffinities(rows, { items: (row) => row.items, minimumBaskets: 1 });
          const owned = known ? (found.customers[0]?.items ?? []) : excluded.slice(1);
          const customer = {
            ...(known ? { id: "c" } : { owned }),
            preferences: { excludedProducts: texts(preferred) },
            ...(basket && { basket }),
          };
          const items = recommend(found, customer, { excluded, count }).map((each) => each.item);
          expect(items.length).toBeLessThanOrEqual(count);
          expect(new Set(items).size).toBe(items.length);
          const barred = new Set(texts([...excluded, ...preferred, ...owned, ...(basket ?? [])]));
          expect(texts(items).filter((each) => barred.has(each))).toEqual([]);
          named += items.length;
          // And nothing else is left out.
          const rest = found.items.filter((each) => !barred.has(String(each.item))).length;
          expect(items.length).toBe(Math.min(count, rest));
        },
      ),
    );
    expect(named).toBeGreaterThan(20);
  });

  test("refuses wrong options and what is no customer", () => {
    const refused =
      (customer: unknown, options: object = {}) =>
      () =>
        recommend(affinities, customer as object, options);
    expect(refused({}, { limit: 3 })).toThrow("an option of recommend must be one of");
    expect(refused({}, { items: () => [] })).toThrow("an option of recommend must be one of");
    expect(refused({}, { count: -1 })).toThrow("a count of at least 0");
    expect(refused({ preferences: { excludedProducts: [{ id: "wine" }] } })).toThrow(
      "excludedProducts as a list of items",
    );
    expect(refused({}, { excluded: "beef" })).toThrow("excluded as a list of items");
    expect(refused("ann")).toThrow('requires a customer or a basket, received "ann"');
    const wrong = expect.objectContaining({ code: "invalid-value" });
    for (const basket of [new Set(["pasta"]), new Map([["basket", ["pasta"]]])]) {
      expect(refused(basket)).toThrowError(wrong);
    }
    for (const preferences of ["wine", ["wine"], new Map([["excludedProducts", ["wine"]]])]) {
      expect(refused({ id: "hal", preferences })).toThrowError(wrong);
    }
    // A basket is a list, or in the field basket.
    expect(refused({ id: "hal", items: ["soap"] })).toThrow("a customer's items as owned or as basket");
    expect(brief(affinities, { basket: ["soap"], items: ["wine"] } as object, { count: 1 })).toEqual([
      ["towel", "affinity", "soap"],
    ]);
    expect(() => recommend({} as never, {})).toThrow("requires the result of itemAffinities, or rows");
    expect(() => recommend(null as never, {})).toThrow("requires the result of itemAffinities, or rows");
  });
});
