import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { logColumn } from "./logColumn.js";

/** Options of {@link customerAttribute}. */
export interface CustomerAttributeOptions {
  /**
   * Which of a customer's values counts where events differ: the `first` or the `last` in time that is known, or the `only` one, null
   * for a customer with several. @defaultValue "first"
   */
  readonly pick?: "first" | "last" | "only";
}

/** The number of the value that counts among one customer's events; −1 for none. */
const picks = {
  first: (codes: Int32Array): number => codes.find((code) => code >= 0) ?? -1,
  last: (codes: Int32Array): number => codes.findLast((code) => code >= 0) ?? -1,
  only: (codes: Int32Array): number => {
    const first = picks.first(codes);
    return codes.some((code) => code >= 0 && code !== first) ? -1 : first;
  },
};

/**
 * An attribute of a log's events as one of its customers: a function that gives a customer's value, to group or compare customers by
 * their plan, region or first device.
 *
 * @param log An event log.
 * @param name The name of an attribute of the log, or `channel` or `outcome`.
 * @param options Which value counts where a customer has several.
 * @returns A function from a customer's id to the value; null for a customer without one, or whom the log does not know. It keeps a
 * number for each customer.
 * @throws A {@link CxError} `invalid-option` when it is no event log, the log has no such attribute, or an option is wrong.
 *
 * @example
 * ```ts
 * import { customerAttribute, eventLog } from "cxkit";
 *
 * const rows = [
 *   { who: "ann", page: "search", time: "2026-05-04T10:00:00Z", device: "phone" },
 *   { who: "ann", page: "cart", time: "2026-05-04T20:00:00Z", device: "desktop" },
 *   { who: "bob", page: "search", time: "2026-05-04T11:00:00Z", device: "desktop" },
 * ];
 * const log = eventLog(rows, {
 *   customer: (row) => row.who,
 *   touchpoint: (row) => row.page,
 *   at: (row) => row.time,
 *   attributes: { device: (row) => row.device },
 * });
 * const firstDevice = customerAttribute(log, "device");
 * firstDevice("ann"); // => "phone"
 * customerAttribute(log, "device", { pick: "only" })("ann"); // => null
 * ```
 */
export function customerAttribute(
  log: EventLog,
  name: string,
  options: CustomerAttributeOptions = {},
): (customer: CustomerId | null | undefined) => string | number | boolean | null {
  checkLog("customerAttribute", log);
  checkOptions("customerAttribute", options, ["pick"]);
  const { pick = "first" } = options;
  checkChoice("pick", pick, Object.keys(picks));
  const { values, codes } = logColumn("customerAttribute", log, name);
  const codeOf = new Map<CustomerId, number>();
  log.customers.forEach((id, customer) => {
    const code = picks[pick](codes.subarray(log.offsets[customer], log.offsets[customer + 1]));
    if (code >= 0) codeOf.set(id, code);
  });
  return (customer) => (isMissing(customer) ? null : (values[codeOf.get(customer) ?? -1] ?? null));
}
