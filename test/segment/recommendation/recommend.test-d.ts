import { itemAffinities, type Recommendation, recommend, type Transaction } from "cxkit";
import { expectTypeOf, test } from "vitest";

test("transactions need no accessors, other rows have to say where their items are", () => {
  const sales: Transaction[] = [];
  expectTypeOf(recommend(itemAffinities(sales), { id: "c" })).toEqualTypeOf<Recommendation[]>();
  recommend(sales, { id: "c" }, { count: 3 });
  const lines = [{ order: 1, sku: "a" }];
  recommend(lines, ["a"], { items: (row) => row.sku, basket: (row) => row.order });
  // @ts-expect-error these are no transactions
  itemAffinities(lines, { basket: (row) => row.order });
  // @ts-expect-error there is no such field
  itemAffinities(lines, { items: (row) => row.product });
});
