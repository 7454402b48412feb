import { addToSum, sumAt } from "../../stats/addToSum.js";
import type { CustomerOrders } from "./customerOrders.js";
import type { RfmSegment } from "./rfmResult.js";

/** What the customers of each segment come to. */
export function rfmSegments(
  names: readonly string[],
  places: Uint8Array,
  orders: CustomerOrders,
  frequency: Int32Array,
): { segments: RfmSegment[]; revenue: number } {
  const money = { sums: [], lost: [] };
  const all = { sums: [], lost: [] };
  const counts = names.map(() => ({ customers: 0, orders: 0 }));
  for (let code = 0; code < places.length; code++) {
    const place = places[code] as number;
    const count = counts[place];
    if (count !== undefined) {
      count.customers++;
      count.orders += frequency[code] ?? 0;
    }
    addToSum(money, place, sumAt(orders, code));
    addToSum(all, 0, sumAt(orders, code));
  }
  const revenue = sumAt(all, 0);
  const segments = names.map((segment, place) => {
    const { customers = 0, orders: placed = 0 } = counts[place] ?? {};
    const own = sumAt(money, place);
    return {
      segment,
      customers,
      share: places.length === 0 ? null : customers / places.length,
      orders: placed,
      revenue: own,
      revenueShare: revenue > 0 ? own / revenue : null,
    };
  });
  return { segments, revenue };
}
