import type { EventLog } from "./eventLog.js";

/** Visits to each of some places, and the customers who came at least once. */
export interface VisitCounts {
  readonly visits: Float64Array;
  readonly customers: Float64Array;
}

/**
 * Counts visits.
 *
 * @param log The events.
 * @param placeOf Per touchpoint of the log the number of its place, from 0; −1 for none.
 * @param places How many places there are.
 * @returns By place. Linear in the events.
 */
export function countVisits(log: EventLog, placeOf: readonly number[], places: number): VisitCounts {
  const visits = new Float64Array(places);
  const customers = new Float64Array(places);
  const lastCustomer = new Int32Array(places).fill(-1);
  for (let customer = 0; customer < log.customers.length; customer++) {
    const end = log.offsets[customer + 1] ?? 0;
    for (let event = log.offsets[customer] ?? 0; event < end; event++) {
      const place = placeOf[log.touchpoint[event] ?? -1] ?? -1;
      if (place === -1) continue;
      visits[place] = (visits[place] ?? 0) + 1;
      if (lastCustomer[place] === customer) continue;
      lastCustomer[place] = customer;
      customers[place] = (customers[place] ?? 0) + 1;
    }
  }
  return { visits, customers };
}
