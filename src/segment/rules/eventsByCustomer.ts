import { checkOptions, checkReader } from "../../error/checkOptions.js";
import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";

/** Options of {@link eventsByCustomer}. */
export interface EventsByCustomerOptions<Row> {
  /** The customer of an event. @defaultValue the field `customer` */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
}

/**
 * The events of each customer, for rules that count them: interactions, feedback answers, orders, or all of them in one list.
 *
 * @param rows The events, in any order.
 * @param options Where the customer of an event is found.
 * @returns The events by the customer's id, each customer's in the order of the rows. Events without a customer are nobody's and are
 * left out.
 * @throws A CxError `invalid-value` for an event that is no object and for a customer that is no id (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { eventsByCustomer } from "cxkit";
 *
 * const events = eventsByCustomer([
 *   { customer: "c1", touchpoint: "delivery", outcome: "failed" },
 *   { customer: "c2", touchpoint: "delivery", outcome: "success" },
 *   { customer: "c1", touchpoint: "call", outcome: "success" },
 * ]);
 * events.get("c1")?.length; // => 2
 * events.has("c3"); // => false
 * ```
 */
export function eventsByCustomer<Row extends { readonly customer?: CustomerId | null }>(
  rows: Iterable<Row>,
  options?: EventsByCustomerOptions<Row>,
): Map<CustomerId, Row[]>;
export function eventsByCustomer<Row extends object>(
  rows: Iterable<Row>,
  options: Required<EventsByCustomerOptions<Row>>,
): Map<CustomerId, Row[]>;
export function eventsByCustomer<Row extends object>(
  rows: Iterable<Row>,
  options: EventsByCustomerOptions<Row> = {},
): Map<CustomerId, Row[]> {
  checkOptions("eventsByCustomer", options, ["customer"]);
  const { customer = (row: Row) => (row as { readonly customer?: CustomerId | null }).customer } = options;
  checkReader("eventsByCustomer: customer", customer);
  checkRows("eventsByCustomer", rows);
  const events = new Map<CustomerId, Row[]>();
  eachRow(rows, (row) => {
    if (Object(row) !== row) throw new CxError("invalid-value", "eventsByCustomer requires events as objects", row);
    const id = readCustomer("eventsByCustomer", customer(row));
    if (id === null) return;
    const list = events.get(id);
    if (list === undefined) events.set(id, [row]);
    else list.push(row);
  });
  return events;
}
