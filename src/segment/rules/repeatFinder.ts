import type { CustomerId } from "../../kpi/customerMetric.js";

/**
 * A function that says whether an id is among those listed before, each of which it was asked about. As long as ids ascend, as databases
 * give them, a look at the last one does; to remember all costs more than anything else that is done with a customer.
 */
export function repeatFinder(listed: readonly { readonly customer: CustomerId }[]): (id: CustomerId) => boolean {
  let seen: Set<CustomerId> | null = null;
  return (id) => {
    if (seen === null) {
      const last = listed.length === 0 ? undefined : listed[listed.length - 1]?.customer;
      if (last === undefined || (typeof id === typeof last && id > last)) return false;
      seen = new Set(listed.map(({ customer }) => customer));
    }
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  };
}
