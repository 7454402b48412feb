import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import { compareKeys } from "../../metric/compareKeys.js";
import { createDictionary } from "../../metric/dictionary.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { eachAllowedRow } from "../eachAllowedRow.js";
import type { ItemId } from "./itemAffinity.js";

/** Where baskets are found in rows. */
export interface BasketReaders<Row> {
  /** The items of a row: a list, or a single one. @defaultValue the products of a `Transaction`'s items, returns left out */
  readonly items?: (row: Row) => Iterable<ItemId> | ItemId | null | undefined;
  /** The basket that a row belongs to: rows of one basket are counted together. @defaultValue each row is a basket */
  readonly basket?: (row: Row) => string | number | null | undefined;
  /** Who has the items. @defaultValue the row's `customer`, if there is one */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
}

/** Pairs of a group and an item, as they came. */
interface Memberships {
  readonly groups: number[];
  readonly items: number[];
}

/** Rows as numbers: items by their order, baskets and customers as they were met. */
export interface BasketRows {
  /** Sorted; an item's number is its place. */
  readonly items: readonly ItemId[];
  readonly customers: readonly CustomerId[];
  readonly baskets: Memberships & { readonly count: number; readonly rows: readonly number[] };
  readonly owned: Memberships;
  readonly missing: number;
  readonly invalid: number;
}

/** The products of a `Transaction` that were bought and not returned. */
function productsOf(row: unknown): ItemId[] | null {
  const { items } = Object(row) as { items?: unknown };
  if (!Array.isArray(items)) return null;
  const bought = items.filter((line) => !(Object(line).quantity <= 0));
  return bought.map((line) => Object(line).product as ItemId);
}

function readItem(item: unknown): ItemId {
  if ((typeof item === "string" && item !== "") || (typeof item === "number" && Number.isFinite(item))) return item;
  throw new CxError("invalid-value", "itemAffinities requires items that are strings or finite numbers", item);
}

/** The items of a row, read as a whole; null where it names none. */
function readItems(found: Iterable<ItemId> | ItemId | null | undefined): readonly ItemId[] | null {
  if (isMissing(found) || found === "") return null;
  if (typeof found === "string" || typeof found === "number") return [readItem(found)];
  if (typeof found[Symbol.iterator] !== "function") {
    throw new CxError("invalid-value", "itemAffinities requires items as a list, or one item", found);
  }
  const items = Array.from(found).filter((item) => !isMissing(item) && item !== "");
  return items.length === 0 ? null : items.map(readItem);
}

/** Reads rows into numbers. */
export function readBasketRows<Row>(
  rows: Iterable<Row>,
  readers: BasketReaders<Row>,
  keepCustomers: boolean,
  policy: InvalidPolicy,
): BasketRows {
  checkRows("itemAffinities", rows);
  const { items: itemsOf = productsOf, basket: basketOf, customer: customerOf } = readers;
  const who = customerOf ?? ((row: Row) => (Object(row) as { customer?: CustomerId }).customer);
  const items = createDictionary<ItemId>();
  const customers = createDictionary<CustomerId>();
  const baskets = createDictionary<string | number>();
  const inBaskets: Memberships = { groups: [], items: [] };
  const owned: Memberships = { groups: [], items: [] };
  const rowsOf: number[] = [];
  let missing = 0;

  const add = (row: Row): void => {
    const found = readItems(itemsOf(row));
    const key = basketOf?.(row);
    if (basketOf !== undefined && !isMissing(key) && typeof key !== "string" && typeof key !== "number") {
      throw new CxError("invalid-value", "itemAffinities requires a string or a number as basket", key);
    }
    const customer = keepCustomers ? readCustomer("itemAffinities", who(row)) : null;
    if (found === null || (basketOf !== undefined && (isMissing(key) || key === ""))) {
      missing++;
      return;
    }
    const basket = isMissing(key) ? rowsOf.length : baskets.codeOf(key);
    rowsOf[basket] = (rowsOf[basket] ?? 0) + 1;
    for (const item of found) {
      const number = items.codeOf(item);
      inBaskets.groups.push(basket);
      inBaskets.items.push(number);
      if (customer === null) continue;
      owned.groups.push(customers.codeOf(customer));
      owned.items.push(number);
    }
  };
  const invalid = eachAllowedRow(rows, policy, add);

  const order = Array.from(items.keys.keys()).sort((a, b) => compareKeys(items.keys[a] ?? null, items.keys[b] ?? null));
  const place = new Int32Array(order.length);
  for (const [sorted, met] of order.entries()) place[met] = sorted;
  const sortedItems = ({ groups, items: met }: Memberships): Memberships => ({
    groups,
    items: met.map((item) => place[item] ?? 0),
  });
  return {
    items: order.map((met) => items.keys[met] ?? ""),
    customers: customers.keys,
    baskets: { ...sortedItems(inBaskets), count: rowsOf.length, rows: rowsOf },
    owned: sortedItems(owned),
    missing,
    invalid,
  };
}
