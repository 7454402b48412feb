import type { CustomerId } from "../../kpi/customerMetric.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { CustomerItems, ItemId } from "./itemAffinity.js";
import { type ItemSets, membersOf } from "./itemSets.js";

/** What each customer has, in the order of their ids. */
export function customersItems(
  customers: readonly CustomerId[],
  sets: ItemSets,
  items: readonly ItemId[],
): CustomerItems[] {
  return customers
    .map((customer, number) => ({
      customer,
      items: Array.from(membersOf(sets, number), (item) => items[item] ?? ""),
    }))
    .sort((a, b) => compareKeys(a.customer, b.customer));
}
