import { checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { byCustomer } from "../../kpi/byCustomer.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { addToSum, sumAt } from "../../stats/addToSum.js";
import { isTied } from "./isTied.js";
import { onePerCustomer, readFigure } from "./onePerCustomer.js";
import type { CustomerValueReaders } from "./tiers.js";

/** Where {@link highValueAtRisk} finds a customer, their value and their risk in a row. */
export interface RiskReaders<Row> extends CustomerValueReaders<Row> {
  /** How likely the customer is to leave, 0–1; a row without it is counted in `missing`. */
  readonly risk: (row: Row) => number | null | undefined;
}

/** A customer with what they are worth and how likely they are to leave. */
export interface RiskyCustomer {
  readonly customer: CustomerId | null | undefined;
  readonly value: number | null | undefined;
  readonly risk: number | null | undefined;
}

/** Options of {@link highValueAtRisk}. */
export interface HighValueAtRiskOptions {
  /** The least value that is high. This or `top` must be given. */
  readonly valueFrom?: number;
  /** The share of all customers whose value is high, above 0 and up to 1: 0.2 for the most valuable fifth, equal values included. */
  readonly top?: number;
  /** The least risk that is high, 0–1. */
  readonly riskFrom: number;
  /** What becomes of a row with a value or a risk that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A valuable customer who may leave. */
export interface CustomerAtRisk {
  readonly customer: CustomerId;
  readonly segment: "high-value-at-risk";
  readonly value: number;
  /** 0–1. */
  readonly risk: number;
  /** The value that is expected to be lost: value × risk. */
  readonly valueAtRisk: number;
}

/** Customers and their money. */
export interface ValueAtRisk {
  readonly customers: number;
  readonly value: number;
  readonly valueAtRisk: number;
}

/** The result of {@link highValueAtRisk}. */
export interface HighValueAtRiskResult {
  /** The customers of high value and high risk, most value at risk first; equal ones by number and then by string. */
  readonly customers: readonly CustomerAtRisk[];
  /** These customers together. */
  readonly selected: ValueAtRisk;
  /** All customers together. */
  readonly all: ValueAtRisk;
  /** What the selected customers are of all customers, and their value at risk of all of it, 0–1; null where there is none. */
  readonly share: number | null;
  readonly valueAtRiskShare: number | null;
  /** What was taken for high; `valueFrom` is null where `top` was asked for and there are no customers. */
  readonly valueFrom: number | null;
  readonly riskFrom: number;
  /** Rows without a customer, a value or a risk. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

const names = ["valueFrom", "top", "riskFrom", "invalid", "customer", "value", "risk"];

function checkThresholds({ valueFrom, top, riskFrom }: HighValueAtRiskOptions): void {
  const name = "highValueAtRisk requires";
  if ((valueFrom === undefined) === (top === undefined)) {
    throw new CxError(
      "invalid-option",
      `${name} either valueFrom or top`,
      valueFrom === undefined ? "neither" : "both",
    );
  }
  if (valueFrom !== undefined && !Number.isFinite(valueFrom)) {
    throw new CxError("invalid-option", `${name} valueFrom to be a finite number`, valueFrom);
  }
  if (top !== undefined && !(typeof top === "number" && top > 0 && top <= 1)) {
    throw new CxError("invalid-option", `${name} top to be a share above 0 and up to 1`, top);
  }
  if (!(typeof riskFrom === "number" && riskFrom >= 0 && riskFrom <= 1)) {
    throw new CxError("invalid-option", `${name} riskFrom to be a number from 0 to 1`, riskFrom);
  }
}

function readRisk(risk: unknown): number | null {
  const known = readFigure("highValueAtRisk", "risk", risk);
  if (known === null || (known >= 0 && known <= 1)) return known;
  throw new CxError("invalid-value", "highValueAtRisk requires a risk from 0 to 1", risk);
}

function sumsOf(customers: readonly CustomerAtRisk[]): ValueAtRisk {
  const sums = { sums: [], lost: [] };
  for (const { value, valueAtRisk } of customers) {
    addToSum(sums, 0, value);
    addToSum(sums, 1, valueAtRisk);
  }
  return { customers: customers.length, value: sumAt(sums, 0), valueAtRisk: sumAt(sums, 1) };
}

/** The value of the last customer who is within a share of the most valuable ones. */
function valueOfTop(customers: readonly CustomerAtRisk[], top: number): number | null {
  const values = Float64Array.from(customers, ({ value }) => value).sort();
  const wanted = top * values.length;
  // A share that should make a whole number need not do so exactly.
  const count = isTied(wanted, Math.round(wanted)) ? Math.round(wanted) : Math.ceil(wanted);
  return values.at(-count) ?? null;
}

/**
 * The valuable customers who are about to leave, those first of whom most is to be lost: value × risk.
 *
 * Risk may come from any model that gives a probability. Without one, a recency score does for a ranking, as in the example, but is no
 * probability: then `valueAtRisk` is an index, and no money that will be lost.
 *
 * @param customers One row for each customer, with `customer`, `value` and `risk`; or any rows, with these accessors in the options.
 * @param options What counts as a high value (`valueFrom`, or the `top` share) and as a high risk (`riskFrom`); both thresholds belong
 * to it. A value that is not above 0 is never high.
 * @returns The customers at or above both thresholds, their money and that of all customers, and the thresholds. Cost is that
 * of sorting the customers.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number (or beyond 1e120), a risk is not within 0–1, or a customer
 * is none or comes twice (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { highValueAtRisk } from "cxkit";
 *
 * const scored = [
 *   { customer: "ann", monetary: 900, r: 1 },
 *   { customer: "bob", monetary: 400, r: 2 },
 *   { customer: "cat", monetary: 700, r: 5 },
 *   { customer: "dan", monetary: 30, r: 1 },
 * ];
 * const result = highValueAtRisk(scored, {
 *   value: (row) => row.monetary,
 *   risk: (row) => (5 - row.r) / 4,
 *   valueFrom: 300,
 *   riskFrom: 0.7,
 * });
 * result.customers.map(({ customer, valueAtRisk }) => [customer, valueAtRisk]); // => [["ann", 900], ["bob", 300]]
 * result.selected; // => { customers: 2, value: 1300, valueAtRisk: 1200 }
 * ```
 *
 * @see Expected loss, exposure × probability, as in credit risk.
 */
export function highValueAtRisk(
  customers: Iterable<RiskyCustomer>,
  options: HighValueAtRiskOptions,
): HighValueAtRiskResult;
export function highValueAtRisk<Row extends { readonly customer: CustomerId | null | undefined }>(
  customers: Iterable<Row>,
  options: HighValueAtRiskOptions & Pick<RiskReaders<Row>, "value" | "risk">,
): HighValueAtRiskResult;
export function highValueAtRisk<Row>(
  customers: Iterable<Row>,
  options: HighValueAtRiskOptions & RiskReaders<Row>,
): HighValueAtRiskResult;
export function highValueAtRisk<Row extends RiskyCustomer>(
  customers: Iterable<Row>,
  options: HighValueAtRiskOptions & Partial<RiskReaders<Row>>,
): HighValueAtRiskResult {
  const name = "highValueAtRisk";
  checkOptions(name, options, names);
  checkThresholds(options);
  const { top, riskFrom, invalid, customer = (row: Row) => row.customer } = options;
  const { value = (row: Row) => row.value, risk = (row: Row) => row.risk } = options;
  checkReader(`${name}: value`, value);
  checkReader(`${name}: risk`, risk);
  const read = (row: Row): readonly [number, number] | null => {
    const worth = readFigure(name, "value", value(row));
    const likely = readRisk(risk(row));
    return worth === null || likely === null ? null : [worth, likely];
  };
  const figures = onePerCustomer(customers, { name, customer, read, invalid });
  const everyone = figures.customers.map(
    ({ customer: id, figure: [worth, likely] }): CustomerAtRisk => ({
      customer: id,
      segment: "high-value-at-risk",
      value: worth,
      risk: likely,
      valueAtRisk: worth * likely,
    }),
  );
  const valueFrom = top === undefined ? (options.valueFrom ?? null) : valueOfTop(everyone, top);
  const isHigh = ({ value: worth, risk: likely }: CustomerAtRisk): boolean =>
    worth > 0 && valueFrom !== null && (worth >= valueFrom || isTied(worth, valueFrom)) && likely >= riskFrom;
  const chosen = everyone
    .filter(isHigh)
    .sort((a, b) => b.valueAtRisk - a.valueAtRisk || b.value - a.value || byCustomer(a, b));
  const [selected, all] = [sumsOf(chosen), sumsOf(everyone)];
  return {
    customers: chosen,
    selected,
    all,
    share: all.customers === 0 ? null : selected.customers / all.customers,
    valueAtRiskShare: all.valueAtRisk > 0 ? selected.valueAtRisk / all.valueAtRisk : null,
    valueFrom,
    riskFrom,
    missing: figures.missing,
    invalid: figures.invalid,
  };
}
