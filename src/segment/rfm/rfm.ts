import { checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { CustomerAmount } from "../../kpi/customerLifetimeValue.js";
import { measure } from "../../metric/measure.js";
import type { Metric } from "../../metric/metric.js";
import type { TimeInput } from "../../time/parseTime.js";
import { type CustomerOrders, customerOrders, type OrderReaders } from "./customerOrders.js";
import type { RfmResult } from "./rfmResult.js";
import { type RfmOptions, rfmOptions, rfmSettings } from "./rfmSettings.js";
import { scoredCustomers } from "./scoredCustomers.js";

/** The fields of a `Transaction` that {@link rfm} reads. */
export interface CustomerOrder extends CustomerAmount {
  readonly at: TimeInput | null | undefined;
}

/**
 * {@link rfm} over rows: a metric for `measure`, `groupBy` and the like.
 *
 * @param readers The customer, the time and the amount of a row, and the order that it is a line of.
 * @param options As of `rfm`.
 * @returns A metric whose accumulator is the customers and four figures for each (and the days or orders of each, where these are told
 * apart): it grows with the customers. However rows are split and merged, the scores are the same.
 * @throws A {@link CxError} `invalid-option`, `invalid-time` or `invalid-definition` at once for a wrong option, `invalid-value` or
 * `invalid-time` for a row with a value that is not allowed.
 *
 * @example
 * ```ts
 * import { groupBy, measure, rfmMetric } from "cxkit";
 *
 * const lines = [
 *   { shop: "Oslo", who: "ann", order: "A1", day: "2026-01-20", paid: 20 },
 *   { shop: "Oslo", who: "ann", order: "A1", day: "2026-01-20", paid: 5 },
 *   { shop: "Bergen", who: "ann", order: "B1", day: "2026-02-03", paid: 40 },
 * ];
 * type Line = (typeof lines)[0];
 * const readers = {
 *   customer: (row: Line) => row.who,
 *   at: (row: Line) => row.day,
 *   amount: (row: Line) => row.paid,
 *   order: (row: Line) => row.order,
 * };
 * measure(lines, groupBy((row) => row.shop, rfmMetric(readers, { now: "2026-03-01" })))
 *   .map(({ key, result }) => [key, result.customers[0]?.frequency, result.revenue]); // => [["Bergen", 1, 40], ["Oslo", 1, 25]]
 * ```
 */
export function rfmMetric<Row>(
  readers: OrderReaders<Row>,
  options: RfmOptions,
): Metric<Row, CustomerOrders, RfmResult> {
  const settings = rfmSettings(readers, options);
  return customerOrders(settings.orders, (orders) => scoredCustomers(orders, settings));
}

const orderReaders: OrderReaders<CustomerOrder> = {
  customer: (row) => row.customer,
  at: (row) => row.at,
  amount: (row) => row.amount,
};

/**
 * Recency, frequency and money: scores each customer by how lately, how often and for how much they bought, and names the scores.
 *
 * A higher score is better: 5 is the most recent fifth. Scores are cut where quantiles lie, so that they do not depend on the
 * currency; equal values score alike, and no order of rows moves a customer. Values that many customers share (one order is the
 * commonest frequency) may leave scores without anybody, which `notes` tells. Scores of two dates are comparable where the second
 * takes the `cutoffs` of the first. A customer who never bought is in no row, and not in the result: a prospect, for whom
 * `segmentOf` has no segment.
 *
 * @param transactions One row for each order, in any order, with `customer`, `at` and `amount` (a return is negative); or any rows, with
 * these accessors in the options, and `order` where a row is only a line of an order.
 * @param options `now`, the number of scores or cut-offs of your own, the window, what counts as an order, and the map of names.
 * @returns Each customer with figures, scores and segment; the segments with customers, orders and revenue; the cut-offs; what
 * was left out; and notes. Cost grows with the rows, and with n log n of the customers.
 * @throws A {@link CxError} `invalid-value` or `invalid-time` when an amount, a customer, an order or a time is none (with the row),
 * `invalid-option` or `invalid-time` when an option is wrong, `invalid-definition` when the map is none.
 *
 * @example
 * ```ts
 * import { groupBy, measure, npsMetric, rfm, segmentOf } from "cxkit";
 *
 * const orders = [
 *   { customer: "ann", at: "2026-05-30", amount: 40 },
 *   { customer: "ann", at: "2026-06-20", amount: 60 },
 *   { customer: "bob", at: "2026-01-10", amount: 25 },
 *   { customer: "cat", at: "2026-06-29", amount: 30 },
 * ];
 * const result = rfm(orders, {
 *   now: "2026-07-01",
 *   cutoffs: { recencyDays: [14, 30, 90, 180], frequency: [1, 2, 4, 8], monetary: [25, 50, 100, 200] },
 * });
 * result.customers[0]; // => { recencyDays: 11, frequency: 2, monetary: 100, r: 5, f: 2, m: 3, segment: "potential_loyalist", … }
 * result.segments.filter(({ customers }) => customers > 0).map(({ segment, revenue }) => [segment, revenue]);
 * // => [["potential_loyalist", 100], ["new", 30], ["hibernating", 25]]
 *
 * const segment = segmentOf(result);
 * const answers = [{ customer: "ann", score: 10 }, { customer: "bob", score: 4 }, { customer: "dan", score: 8 }];
 * measure(answers, groupBy((row) => segment(row.customer), npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]); // => [["hibernating", -100], ["potential_loyalist", 100], [null, 0]]
 * ```
 *
 * @see Hughes (1994), "Strategic Database Marketing"; quantiles: Hyndman and Fan (1996), The American Statistician 50, 361–365.
 */
export function rfm<Row extends CustomerOrder>(
  transactions: Iterable<Row>,
  options: RfmOptions & Pick<OrderReaders<Row>, "order">,
): RfmResult;
export function rfm<Row>(transactions: Iterable<Row>, options: RfmOptions & OrderReaders<Row>): RfmResult;
export function rfm<Row extends CustomerOrder>(
  transactions: Iterable<Row>,
  options: RfmOptions & Partial<OrderReaders<Row>>,
): RfmResult {
  checkOptions("rfm", options, [...rfmOptions, "customer", "at", "amount", "order"]);
  const {
    customer = orderReaders.customer,
    at = orderReaders.at,
    amount = orderReaders.amount,
    order,
    ...others
  } = options;
  return measure(transactions, rfmMetric<Row>({ customer, at, amount, ...(order && { order }) }, others));
}
