import { checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { ClusteredCustomers } from "./kMeansResult.js";

/** The customers of rows with their cluster. */
export function clusteredCustomers<Row>(
  name: string,
  rows: Iterable<Row>,
  assignments: readonly (number | null)[],
  customer: ((row: Row) => CustomerId | null | undefined) | undefined,
): ClusteredCustomers {
  if (customer === undefined) return { customers: [], missingCustomers: 0 };
  checkReader(`${name}: customer`, customer);
  const customers = new Map<CustomerId, string | null>();
  let row = 0;
  eachRow(rows, (each) => {
    const id = readCustomer(name, customer(each));
    const cluster = assignments[row++] ?? null;
    if (id === null) return;
    if (customers.has(id)) throw new CxError("invalid-value", `${name} requires one row for each customer`, id);
    customers.set(id, cluster === null ? null : `cluster ${cluster}`);
  });
  return {
    customers: Array.from(customers, ([id, segment]) => ({ customer: id, segment })),
    missingCustomers: row - customers.size,
  };
}
