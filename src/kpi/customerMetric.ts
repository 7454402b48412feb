import { checkChoice, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { isRowFault } from "../error/isRowFault.js";
import { checkAccumulator } from "../metric/checkAccumulator.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";

/** How a customer is told from others: a string that is not empty, or a finite number; 1 and "1" are two customers. */
export type CustomerId = string | number;

/** The number of a customer, a new one for a new customer. */
export type CodeOf = (id: CustomerId) => number;

/** What every accumulator by customer holds beside its own columns: the customers in the order in which they were met. */
export interface CustomerTally {
  readonly customers: CustomerId[];
  missing: number;
  invalid: number;
}

/** What makes one metric over customers with many rows each different from another. */
export interface CustomerFold<Row, Value, Acc extends CustomerTally, Result> {
  /** What is measured, as the beginning of errors. */
  readonly kpi: string;
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** What else a row says; null where it holds no value. Throws a `CxError` for a value that is not allowed. */
  readonly read: (row: Row) => Value | null;
  /** @defaultValue "throw" */
  readonly invalid: InvalidPolicy | undefined;
  readonly createAccumulator: () => Acc;
  /** Adds a row's value; `codeOf` numbers the customer, without gaps. */
  readonly add: (accumulator: Acc, id: CustomerId, value: Value, codeOf: CodeOf) => void;
  /** Adds another accumulator's columns; `codes` has the number here of each of its customers. */
  readonly addAll: (into: Acc, other: Acc, codes: readonly number[]) => void;
  readonly extractOutput: (accumulator: Acc) => Result;
}

/** The id of a customer, or of `what` else a row says; null for none. Throws `invalid-value` for what is no id. */
export function readCustomer(kpi: string, id: unknown, what = "customer"): CustomerId | null {
  if (typeof id === "string") return id === "" ? null : id;
  if (typeof id === "number" && Number.isFinite(id)) return id;
  if (isMissing(id)) return null;
  throw new CxError("invalid-value", `${kpi} requires a string or a finite number as ${what}`, id);
}

/**
 * Numbers customers. The index is no part of the accumulator, which stays plain data; it is made anew for an accumulator that
 * comes from elsewhere.
 */
function customerIndex(): (customers: CustomerId[]) => CodeOf {
  const indexes = new WeakMap<CustomerId[], Map<CustomerId, number>>();
  return (customers) => {
    let index = indexes.get(customers);
    if (index?.size !== customers.length) {
      index = new Map(customers.map((id, code) => [id, code]));
      indexes.set(customers, index);
    }
    const codes = index;
    return (id) => {
      let code = codes.get(id);
      if (code === undefined) {
        code = customers.length;
        codes.set(id, code);
        customers.push(id);
      }
      return code;
    };
  };
}

/** The metric of a KPI that looks at all rows of a customer: the one place that meets customers, missing and invalid rows. */
export function customerMetric<Row, Value, Acc extends CustomerTally, Result>(
  fold: CustomerFold<Row, Value, Acc, Result>,
): Metric<Row, Acc, Result> {
  const { kpi, customer, read, invalid = "throw", createAccumulator, add, addAll, extractOutput } = fold;
  checkReader(`${kpi}: customer`, customer);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  const codesIn = customerIndex();
  const fresh = createAccumulator();
  const addRow = (accumulator: Acc, row: Row, codeOf: CodeOf): void => {
    let id: CustomerId | null;
    let value: Value | null;
    try {
      id = readCustomer(kpi, customer(row));
      value = read(row);
    } catch (error) {
      if (invalid === "throw" || !isRowFault(error)) throw error;
      accumulator.invalid++;
      return;
    }
    if (id === null || value === null) accumulator.missing++;
    else add(accumulator, id, value, codeOf);
  };
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      addRow(accumulator, row, codesIn(accumulator.customers));
      return accumulator;
    },
    addInputs: (accumulator, rows) => {
      const codeOf = codesIn(accumulator.customers);
      for (let index = 0; index < rows.length; index++) addRow(accumulator, rows[index] as Row, codeOf);
      return accumulator;
    },
    mergeAccumulators: (accumulators) => {
      const merged = createAccumulator();
      const codeOf = codesIn(merged.customers);
      for (const accumulator of accumulators) {
        checkAccumulator(kpi, fresh, accumulator);
        merged.missing += accumulator.missing;
        merged.invalid += accumulator.invalid;
        addAll(merged, accumulator, accumulator.customers.map(codeOf));
      }
      return merged;
    },
    extractOutput: (accumulator) => {
      checkAccumulator(kpi, fresh, accumulator);
      return extractOutput(accumulator);
    },
  };
}
