import type { CustomerId } from "../kpi/customerMetric.js";
import { compareKeys } from "./compareKeys.js";
import type { CustomerItems, ItemId } from "./itemAffinity.js";
import type { ItemSets } from "./itemSets.js";

/** What each customer has, in the order of their ids. */
export function customersItems(
  customers: readonly CustomerId[],
  sets: ItemSets,
  items: readonly ItemId[],
): CustomerItems[] {
  return customers
    .map((customer, number) => ({
      customer,
      items: Array.from(sets.items.subarray(sets.starts[number], sets.starts[number + 1]), (item) => items[item] ?? ""),
    }))
    .sort((a, b) => compareKeys(a.customer, b.customer));
}
