import type { EventLog } from "./eventLog.js";

/** Per event, the number of its customer. */
export function customerOfEvents({ offsets, at }: EventLog): Int32Array {
  const customers = new Int32Array(at.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    customers.fill(customer, offsets[customer], offsets[customer + 1]);
  }
  return customers;
}
