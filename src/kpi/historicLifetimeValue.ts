import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Definition } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import { checkMinimumN, type MinimumN, type Suppressed, suppress } from "../metric/suppressed.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { addToSum, mergeSum, sumAt } from "../stats/addToSum.js";
import { criticalValue } from "../stats/criticalValue.js";
import { type AverageResult, average } from "./average.js";
import { byCustomer } from "./byCustomer.js";
import { type CustomerId, type CustomerTally, customerMetric } from "./customerMetric.js";

/** Where {@link customerLifetimeValueMetric} finds a transaction in a row. */
export interface TransactionReaders<Row> {
  /** The customer's id; a row without one is counted in `missing`. */
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** What the customer paid, negative for a return; a row without an amount is counted in `missing`. */
  readonly amount: (row: Row) => number | null | undefined;
}

/** Options of {@link customerLifetimeValue} from transactions. */
export interface HistoricLifetimeValueOptions {
  /** @defaultValue "historic" */
  readonly variant?: "historic";
  /** The share of an amount that is margin, above 0 and up to 1. @defaultValue 1: amounts are margins */
  readonly margin?: number;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of an amount that is no finite number, or a customer that is no id. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The margin of one customer to date. */
export interface CustomerValue {
  readonly customer: CustomerId;
  /** In the money of the amounts. */
  readonly value: number;
  /** How many transactions, returns included. */
  readonly transactions: number;
}

/** The mean margin of a customer to date, with its uncertainty; `n` counts customers. */
export interface HistoricLifetimeValue extends AverageResult {
  /** The margin of all customers together. */
  readonly total: number;
  /** Each customer, by number and then by string. */
  readonly customers: readonly CustomerValue[];
}

/** The accumulator of {@link customerLifetimeValueMetric}: three figures for each customer. */
export interface CustomerSums extends CustomerTally {
  readonly sums: number[];
  /** What rounding took from each sum. */
  readonly lost: number[];
  readonly transactions: number[];
}

const names = ["variant", "margin", "level", "invalid", "minimumN"];
// A mean of a customer's many such amounts still has a square.
const largest = 1e120;

/** The metric of the margin to date, by customer. */
export function historicLifetimeValue<Row>(
  readers: TransactionReaders<Row>,
  options: HistoricLifetimeValueOptions & MinimumN,
): Metric<Row, CustomerSums, HistoricLifetimeValue | Suppressed<HistoricLifetimeValue>> {
  const kpi = "customerLifetimeValue";
  checkOptions(kpi, options, names);
  const { variant = "historic", margin = 1, level = 0.95, minimumN = 0 } = options;
  if (variant !== "historic") {
    throw new CxError("invalid-option", `${kpi} requires transactions to have the variant historic`, variant);
  }
  if (!(Number.isFinite(margin) && margin > 0 && margin <= 1)) {
    throw new CxError("invalid-option", `${kpi} requires margin to be a share above 0 and up to 1`, margin);
  }
  criticalValue(level);
  checkMinimumN(kpi, minimumN);
  const { customer, amount } = readers ?? {};
  checkReader(`${kpi}: amount`, amount);
  const definition: Definition = { kpi, family: "mean", unit: "value", options: { variant, margin } };
  return customerMetric<Row, number, CustomerSums, HistoricLifetimeValue | Suppressed<HistoricLifetimeValue>>({
    kpi,
    customer,
    read: (row) => {
      const paid: unknown = amount(row);
      if (isMissing(paid)) return null;
      if (typeof paid !== "number" || !(Math.abs(paid) <= largest)) {
        throw new CxError("invalid-value", `${kpi} requires a finite number as amount, up to 1e120`, paid);
      }
      return paid;
    },
    invalid: options.invalid,
    createAccumulator: () => ({ customers: [], sums: [], lost: [], transactions: [], missing: 0, invalid: 0 }),
    add: (accumulator, id, paid, codeOf) => {
      const code = codeOf(id);
      addToSum(accumulator, code, paid);
      accumulator.transactions[code] = (accumulator.transactions[code] ?? 0) + 1;
    },
    addAll: (into, other, codes) => {
      codes.forEach((code, index) => {
        mergeSum(into, code, other, index);
        into.transactions[code] = (into.transactions[code] ?? 0) + (other.transactions[index] ?? 0);
      });
    },
    extractOutput: (accumulator) => {
      const { customers, transactions, missing, invalid } = accumulator;
      const values = customers
        .map((id, code) => ({
          customer: id,
          value: margin * sumAt(accumulator, code),
          transactions: transactions[code] ?? 0,
        }))
        .sort(byCustomer);
      const mean = average(
        values.map(({ value }) => value),
        { level },
      );
      const all = { sums: [], lost: [] };
      for (const { value } of values) addToSum(all, 0, value);
      const total = sumAt(all, 0);
      const result = { ...mean, missing, invalid, definition, total, customers: values };
      return result.n < minimumN ? suppress(result) : result;
    },
  });
}
