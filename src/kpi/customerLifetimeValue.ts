import { CxError } from "../error/cxError.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import {
  type AssumedLifetimeValue,
  type AssumedLifetimeValueOptions,
  assumedLifetimeValue,
  type LifetimeAssumptions,
} from "./assumedLifetimeValue.js";
import type { CustomerId } from "./customerMetric.js";
import {
  type CustomerSums,
  type HistoricLifetimeValue,
  type HistoricLifetimeValueOptions,
  historicLifetimeValue,
  type TransactionReaders,
} from "./historicLifetimeValue.js";

/** The fields of a `Transaction` that {@link customerLifetimeValue} reads. */
export interface CustomerAmount {
  readonly customer: CustomerId | null | undefined;
  readonly amount: number | null | undefined;
}

const transactionReaders: TransactionReaders<CustomerAmount> = {
  customer: (row) => row.customer,
  amount: (row) => row.amount,
};

/**
 * {@link customerLifetimeValue} from transactions, over rows: a metric for `measure`, `groupBy` and the like.
 *
 * @param readers The customer and the amount of a row.
 * @param options The share of amounts that is margin, the level, and what becomes of invalid rows and small results.
 * @returns A metric whose accumulator is the customers and three figures for each: it grows with the customers. However rows are
 * split and merged, the value is the same to 1e-12 of the mean of absolute values.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row whose amount is no finite number
 * (or beyond 1e120) or whose customer is no id.
 *
 * @example
 * ```ts
 * import { customerLifetimeValueMetric, groupBy, measure } from "cxkit";
 *
 * const orders = [
 *   { who: "ann", currency: "EUR", paid: 80 },
 *   { who: "bob", currency: "EUR", paid: 20 },
 *   { who: "cat", currency: "NOK", paid: 900 },
 * ];
 * const value = customerLifetimeValueMetric({
 *   customer: (row: (typeof orders)[0]) => row.who,
 *   amount: (row: (typeof orders)[0]) => row.paid,
 * });
 * measure(orders, groupBy((row) => row.currency, value))
 *   .map(({ key, result }) => [key, result.value]); // => [["EUR", 50], ["NOK", 900]]
 * ```
 */
export function customerLifetimeValueMetric<Row>(
  readers: TransactionReaders<Row>,
  options?: HistoricLifetimeValueOptions & NoMinimumN,
): Metric<Row, CustomerSums, HistoricLifetimeValue>;
export function customerLifetimeValueMetric<Row>(
  readers: TransactionReaders<Row>,
  options: HistoricLifetimeValueOptions & MinimumN,
): Metric<Row, CustomerSums, HistoricLifetimeValue | Suppressed<HistoricLifetimeValue>>;
export function customerLifetimeValueMetric<Row>(
  readers: TransactionReaders<Row>,
  options: HistoricLifetimeValueOptions & MinimumN = {},
): Metric<Row, CustomerSums, HistoricLifetimeValue | Suppressed<HistoricLifetimeValue>> {
  return historicLifetimeValue(readers, options);
}

/**
 * What a customer is worth, in the money that goes in: from assumptions about customers who are all alike, or from what each has
 * paid to date.
 *
 * **From assumptions**: the sum of margins, each times the chance that the customer is still there, discounted. Three formulas go
 * under this name and differ by a third; `firstPayment` and `timing` choose, and `formula` says which it was. Margin, retention and
 * discount are for a period of the same length. Retention that is the same whatever a customer's age is rarely true.
 *
 * **From transactions**: the sum of margins of each customer to date, without a forecast, and the mean over customers with Student's t
 * interval. Returns count as negative. Customers who never paid are not in it. All amounts must be in one currency: group by it.
 *
 * @param from Margin, retention and discount; or transactions, one row each, with `customer` and `amount`
 * ({@link customerLifetimeValueMetric} reads any other rows).
 * @param options From assumptions: which payments count. From transactions: the share of amounts that is margin, the level, and what
 * becomes of invalid rows and small results.
 * @returns From assumptions: the value and its formula. From transactions: the mean, the total and each customer's value; `n` counts
 * customers, `missing` and `invalid` count rows.
 * @throws A {@link CxError} `invalid-option` when an assumption or an option is wrong, or customers never leave and money keeps its
 * worth (the value has no bound); `invalid-value` when an amount is no finite number or beyond 1e120, or a customer is no id (with the
 * row).
 *
 * @example
 * ```ts
 * import { customerLifetimeValue } from "cxkit";
 *
 * const assumptions = { margin: 100, retention: 0.8, discount: 0.1 };
 * customerLifetimeValue(assumptions); // => { value: 366.66…, formula: "m(1 + d) / (1 + d − r)", … }
 * customerLifetimeValue(assumptions, { firstPayment: "exclude" }).value; // => 266.66…
 * customerLifetimeValue(assumptions, { timing: "end" }).value; // => 333.33…
 * customerLifetimeValue(assumptions, { horizon: 2 }).value; // => 172.7…
 *
 * const orders = [
 *   { customer: "ann", amount: 90 },
 *   { customer: "bob", amount: 40 },
 *   { customer: "ann", amount: -30 },
 * ];
 * customerLifetimeValue(orders, { margin: 0.5 }); // => { value: 25, n: 2, total: 50, … }
 * ```
 *
 * @see Fader and Hardie (2012), "Reconciling and clarifying CLV formulas", note 024 at brucehardie.com; truncated values: note 033 (2014).
 */
export function customerLifetimeValue(
  from: LifetimeAssumptions,
  options?: AssumedLifetimeValueOptions,
): AssumedLifetimeValue;
export function customerLifetimeValue(
  from: Iterable<CustomerAmount>,
  options?: HistoricLifetimeValueOptions & NoMinimumN,
): HistoricLifetimeValue;
export function customerLifetimeValue(
  from: Iterable<CustomerAmount>,
  options: HistoricLifetimeValueOptions & MinimumN,
): HistoricLifetimeValue | Suppressed<HistoricLifetimeValue>;
export function customerLifetimeValue(
  from: LifetimeAssumptions | Iterable<CustomerAmount>,
  options: AssumedLifetimeValueOptions | (HistoricLifetimeValueOptions & MinimumN) = {},
): AssumedLifetimeValue | HistoricLifetimeValue | Suppressed<HistoricLifetimeValue> {
  if (Object(from) !== from) {
    throw new CxError("invalid-option", "customerLifetimeValue requires assumptions or transactions", from);
  }
  // What suits the other way is refused there, as an option that is not known.
  return Symbol.iterator in from
    ? measure(from, historicLifetimeValue(transactionReaders, options as HistoricLifetimeValueOptions & MinimumN))
    : assumedLifetimeValue(from, options as AssumedLifetimeValueOptions);
}
