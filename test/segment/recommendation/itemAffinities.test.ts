import { type ItemId, itemAffinities, type Transaction } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

const kitchen = [
  ["bread", "butter"],
  ["bread", "butter", "jam"],
  ["bread"],
  ["jam", "tea"],
  ["tea"],
  ["butter", "bread"],
];
const itself = { items: (basket: readonly ItemId[]) => basket };
const ids: fc.Arbitrary<ItemId[][]> = fc.array(
  fc.uniqueArray(fc.oneof(fc.constantFrom("a", "b", "c", "d", "__proto__"), fc.integer({ min: 1, max: 4 }))),
  {
    maxLength: 30,
  },
);

/** Every pair's count by looking at each basket for each pair. */
function naive(baskets: readonly (readonly ItemId[])[], first: ItemId, second: ItemId): number {
  return baskets.filter((basket) => basket.includes(first) && basket.includes(second)).length;
}

describe("itemAffinities", () => {
  test("of six baskets are what one counts by hand", () => {
    const found = itemAffinities(kitchen, { ...itself, minimumBaskets: 1, concentration: 2 });
    expect(found.baskets).toBe(6);
    expect(found.items.map(({ item, baskets }) => [item, baskets])).toEqual([
      ["bread", 4],
      ["butter", 3],
      ["jam", 2],
      ["tea", 2],
    ]);
    expect(found.popularity).toEqual(["bread", "butter", "jam", "tea"]);
    // Bread and butter: 3 of 6; of 4 with bread, 3; chance makes it 4 · 3 / 6 = 2: lift 1.5, shrunken (3 + 2) / (2 + 2).
    expect(found.items[0]?.partners).toEqual([
      { item: "butter", baskets: 3, support: 0.5, confidence: 0.75, lift: 1.5, shrunkenLift: 1.25 },
      { item: "jam", baskets: 1, support: 1 / 6, confidence: 0.25, lift: 0.75, shrunkenLift: 3 / (4 / 3 + 2) },
    ]);
    expect(found.items[1]?.partners[0]).toMatchObject({ item: "bread", confidence: 1, lift: 1.5, shrunkenLift: 1.25 });
    // Jam and tea: once, where chance makes it 2 · 2 / 6.
    expect(found.items[3]?.partners).toEqual([
      { item: "jam", baskets: 1, support: 1 / 6, confidence: 0.5, lift: 1.5, shrunkenLift: 3 / (2 / 3 + 2) },
    ]);
    expect(found).toMatchObject({
      pairs: { counted: 4, rare: 0 },
      oversized: { baskets: 0, rows: 0 },
      missing: 0,
      invalid: 0,
    });
  });

  test("leave out pairs that fewer baskets hold than were asked for, and count them", () => {
    expect(itemAffinities(kitchen, itself)).toMatchObject({ pairs: { counted: 1, rare: 3 } });
    expect(itemAffinities(kitchen, itself).items[2]?.partners).toEqual([]);
    expect(itemAffinities(kitchen, { ...itself, minimumBaskets: 4 }).pairs).toEqual({ counted: 0, rare: 4 });
  });

  test("of transactions read the products that were bought, and what each customer has", () => {
    const sale = (id: string, customer: string, products: [string, number][]): Transaction => ({
      id,
      customer,
      at: "2026-01-01",
      amount: 1,
      items: products.map(([product, quantity]) => ({ product, quantity })),
    });
    const found = itemAffinities([
      sale("1", "bob", [
        ["tea", 2],
        ["milk", 1],
      ]),
      sale("2", "ann", [
        ["tea", 1],
        ["milk", 1],
        ["tea", 3],
      ]),
      sale("3", "bob", [
        ["milk", -1],
        ["sugar", 0],
      ]),
      { id: "4", customer: "eve", at: "2026-01-01", amount: 3 },
      sale("5", "bob", [["bread", 1]]),
    ]);
    expect(found).toMatchObject({ baskets: 3, missing: 2 });
    expect(found.items.find(({ item }) => item === "tea")?.partners).toMatchObject([{ item: "milk", baskets: 2 }]);
    expect(found.customers).toEqual([
      { customer: "ann", items: ["milk", "tea"] },
      { customer: "bob", items: ["bread", "milk", "tea"] },
    ]);
    expect(itemAffinities([sale("1", "bob", [["tea", 1]])], { keepCustomers: false }).customers).toEqual([]);
  });

  test("are the same from one row for each item as from one for each basket", () => {
    const lines = kitchen.flatMap((items, order) => items.map((item) => ({ order, item, customer: order % 3 })));
    const shuffled = [...lines].sort((a, b) => (a.item < b.item ? -1 : 1));
    const whole = itemAffinities(
      kitchen.map((items, order) => ({ items, customer: order % 3 })),
      { items: (row) => row.items },
    );
    for (const rows of [lines, shuffled]) {
      expect(itemAffinities(rows, { items: (row) => row.item, basket: (row) => row.order })).toEqual(whole);
    }
  });

  test("agree with looking at every basket for every pair, and do not depend on the order of baskets", () => {
    fc.assert(
      fc.property(ids, (baskets) => {
        const found = itemAffinities(baskets, { ...itself, minimumBaskets: 1 });
        const full = baskets.filter((basket) => basket.length > 0);
        expect(found.baskets).toBe(full.length);
        expect(found.baskets + found.missing).toBe(baskets.length);
        for (const { item, baskets: count, partners } of found.items) {
          expect(count).toBe(full.filter((basket) => basket.includes(item)).length);
          for (const partner of partners) {
            expect(partner.baskets).toBe(naive(full, item, partner.item));
            expect(partner.lift).toBeCloseTo(
              partner.confidence / (naive(full, partner.item, partner.item) / full.length),
              12,
            );
            // Between what was seen and 1.
            expect(Math.min(partner.lift, 1) - 1e-12).toBeLessThanOrEqual(partner.shrunkenLift);
            expect(Math.max(partner.lift, 1) + 1e-12).toBeGreaterThanOrEqual(partner.shrunkenLift);
          }
          const others = new Set(full.filter((basket) => basket.includes(item)).flat());
          expect(partners).toHaveLength(Math.max(0, others.size - 1));
        }
        const turned = [...baskets].reverse().map((basket) => [...basket].reverse());
        expect(itemAffinities(turned, { ...itself, minimumBaskets: 1 })).toEqual(found);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });

  test("pull a lift the more towards 1 the fewer baskets tell of it", () => {
    const shrunken = (times: number): number => {
      const together = Array.from({ length: times }, () => ["a", "b"]);
      const others = Array.from({ length: 8 * times }, () => ["c"]);
      const { items } = itemAffinities([...together, ...others], { ...itself, minimumBaskets: 1, concentration: 1 });
      expect(items[0]?.partners[0]?.lift).toBeCloseTo(9, 12);
      return items[0]?.partners[0]?.shrunkenLift ?? 0;
    };
    const lifts = [1, 2, 4, 8, 100, 10_000].map(shrunken);
    expect(lifts).toEqual([...lifts].sort((a, b) => a - b));
    expect(lifts[0]).toBeCloseTo(2 / (1 / 9 + 1), 12);
    expect(lifts.at(-1)).toBeCloseTo(9, 1);
  });

  test("learn how far to pull from all pairs: much where nothing goes with anything, little where much does", () => {
    const random = seededRandom(5);
    const basket = (groups: number): number[] => {
      const group = Math.floor(random() * groups);
      return Array.from({ length: 4 }, () => group * (40 / groups) + Math.floor(random() * (40 / groups)));
    };
    const learnt = (groups: number): number =>
      itemAffinities(
        Array.from({ length: 4000 }, () => [...new Set(basket(groups))]),
        itself,
      ).concentration;
    expect(learnt(1)).toBe(10);
    expect(learnt(2)).toBeLessThan(2);
    // Lifts of 8 or none: a mean of 1 with a variance of about 7.
    expect(learnt(8)).toBeGreaterThan(0.1);
    expect(learnt(8)).toBeLessThan(0.25);
  });

  test("keep the best partners: by lift what belongs to an item, by confidence what everybody takes with it", () => {
    const baskets = [
      ...Array.from({ length: 6 }, () => ["pasta", "pesto", "bag"]),
      ...Array.from({ length: 4 }, () => ["pasta", "bag"]),
      ...Array.from({ length: 20 }, () => ["soap", "bag"]),
    ];
    const best = (rankBy: "lift" | "confidence") =>
      itemAffinities(baskets, { ...itself, rankBy, mostPartners: 1 }).items.find(({ item }) => item === "pasta")
        ?.partners;
    expect(best("lift")?.map(({ item }) => item)).toEqual(["pesto"]);
    expect(best("confidence")?.map(({ item }) => item)).toEqual(["bag"]);
  });

  test("order equal partners by support, then by name, numbers before texts", () => {
    const baskets = [["x", "b", "a", 10, 9], ["x", "b", "a", 10, 9], ["y"]];
    const { items } = itemAffinities(baskets, { ...itself });
    expect(items.find(({ item }) => item === "x")?.partners.map(({ item }) => item)).toEqual([9, 10, "a", "b"]);
    expect(items.map(({ item }) => item)).toEqual([9, 10, "a", "b", "x", "y"]);
  });

  test("leave out a basket of 10,000 items, which has 50 million pairs, and say so", () => {
    const huge = Array.from({ length: 10_000 }, (_, i) => `thing ${i}`);
    const rows = [...kitchen, huge].map((items, i) => ({ items, customer: i }));
    const found = itemAffinities(rows, { items: (row) => row.items });
    expect(found).toMatchObject({ baskets: 6, oversized: { baskets: 1, rows: 1 } });
    expect(found.items).toHaveLength(4);
    // What the customer has is still known.
    expect(found.customers[6]?.items).toHaveLength(10_000);
    const lines = huge.map((item) => ({ order: 1, item }));
    expect(itemAffinities(lines, { items: (row) => row.item, basket: (row) => row.order }).oversized).toEqual({
      baskets: 1,
      rows: 10_000,
    });
    expect(itemAffinities(kitchen, { ...itself, largestBasket: 2 })).toMatchObject({
      baskets: 5,
      oversized: { baskets: 1 },
    });
  });

  test("of nothing are nothing", () => {
    expect(itemAffinities([])).toEqual({
      baskets: 0,
      items: [],
      popularity: [],
      customers: [],
      rankBy: "lift",
      pairs: { counted: 0, rare: 0 },
      concentration: 10,
      oversized: { baskets: 0, rows: 0 },
      missing: 0,
      invalid: 0,
    });
  });

  test("count rows without an item or a basket as missing, and refuse what is none, with its row", () => {
    const rows: { order?: unknown; item?: unknown; customer?: unknown }[] = [
      { order: 1, item: "a" },
      { order: 1, item: "b", customer: "c" },
      { order: null, item: "a" },
      { order: "", item: "a" },
      { order: 2, item: "" },
      { order: 2, item: Number.NaN },
      { order: 3, item: null },
    ];
    const readers = {
      items: (row: (typeof rows)[0]) => row.item as string,
      basket: (row: (typeof rows)[0]) => row.order as number,
    };
    expect(itemAffinities(rows, readers)).toMatchObject({
      baskets: 1,
      missing: 5,
      customers: [{ customer: "c", items: ["b"] }],
    });
    const refused = (row: object) => () => itemAffinities([...rows, row], readers);
    expect(refused({ order: 1, item: {} })).toThrow("items as a list, or one item, received [object Object] (row 7)");
    expect(refused({ order: 1, item: [{}] })).toThrow(
      "items that are strings or finite numbers, received [object Object] (row 7)",
    );
    expect(refused({ order: 1, item: Number.POSITIVE_INFINITY })).toThrow("items that are strings or finite numbers");
    expect(refused({ order: {}, item: "a" })).toThrow("a string or a number as basket");
    expect(refused({ order: 1, item: "a", customer: true })).toThrow("a string or a finite number as customer");
    const bad = [
      { order: 1, item: {} },
      { order: 1, item: "a", customer: true },
    ];
    expect(itemAffinities([...rows, ...bad], { ...readers, invalid: "exclude" })).toMatchObject({
      invalid: 2,
      missing: 5,
    });
  });

  test("wrong options are refused", () => {
    const refused = (options: object) => () => itemAffinities(kitchen, { ...itself, ...options });
    expect(() => itemAffinities({} as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(refused({ minimumSupport: 0.1 })).toThrow("an option of itemAffinities must be one of");
    expect(refused({ minimumBaskets: 0 })).toThrow("minimumBaskets to be a whole number of at least 1");
    expect(refused({ largestBasket: 1.5 })).toThrow("largestBasket to be a whole number");
    expect(refused({ mostPartners: Number.POSITIVE_INFINITY })).toThrow("mostPartners to be a whole number");
    expect(refused({ rankBy: "support" })).toThrow("rankBy of itemAffinities must be one of lift, confidence");
    expect(refused({ concentration: 0 })).toThrow("a concentration above 0");
    expect(refused({ items: "items" })).toThrow("itemAffinities: items requires a function");
    expect(refused({ invalid: "skip" })).toThrow("invalid must be one of");
  });
});
