import { atRow } from "../../error/cxError.js";
import { isCxError } from "../../error/isCxError.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import { readOutcome } from "../../stats/readOutcome.js";
import { type FeatureColumn, featureColumns } from "../features/featureColumns.js";
import type { ChurnFeatures, ChurnRiskOptions, ChurnSettings } from "./churnSettings.js";

/** Rows of customers as columns. */
export interface ChurnRows {
  readonly rows: number;
  readonly columns: readonly FeatureColumn[];
  /** 1 who churned, 0 who stayed; NaN where that is not known. */
  readonly outcomes: Float64Array;
  /** 1 for a row that holds a value which is not allowed. */
  readonly isInvalid: Uint8Array;
  /** Null for a row that does not tell. */
  readonly customers: readonly (CustomerId | null)[];
}

/** Reads a field that a row may have, where options do not say how. */
export const fieldOf =
  (field: string) =>
  (row: unknown): unknown =>
    (row as { readonly [field: string]: unknown } | null | undefined)?.[field];

/** Reads outcomes, customers and features. */
export function readChurnRows<Row>(
  name: string,
  rows: readonly Row[],
  features: ChurnFeatures<Row>,
  options: Pick<ChurnRiskOptions<Row>, "churned" | "customer">,
  { invalid }: Pick<ChurnSettings, "invalid">,
): ChurnRows {
  const churned: (row: Row) => unknown = options.churned ?? fieldOf("churned");
  const customer: (row: Row) => unknown = options.customer ?? fieldOf("customer");
  const unread = Object.entries(features).map(([feature, read]) => ({ name: feature, read, kind: null }));
  const { columns, isInvalid } = featureColumns(name, rows, unread, { invalid });
  const outcomes = new Float64Array(rows.length);
  const customers: (CustomerId | null)[] = [];
  rows.forEach((row, index) => {
    let id: CustomerId | null = null;
    try {
      outcomes[index] = readOutcome(name, churned(row)) ?? Number.NaN;
      id = readCustomer(name, customer(row));
    } catch (error) {
      if (invalid === "throw" || !isCxError(error)) throw atRow(error, index);
      isInvalid[index] = 1;
    }
    customers.push(id);
  });
  return { rows: rows.length, columns, outcomes, isInvalid, customers };
}
