import { eachRow } from "../../error/eachRow.js";
import { isRowFault } from "../../error/isRowFault.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";

/** Visits every row, and counts those of which `add` made nothing, and those with a value that is not allowed. */
export function collectRows<Row>(
  rows: Iterable<Row>,
  policy: InvalidPolicy,
  add: (row: Row) => boolean,
): { missing: number; invalid: number } {
  let missing = 0;
  let invalid = 0;
  eachRow(rows, (row) => {
    try {
      if (!add(row)) missing++;
    } catch (error) {
      if (policy === "throw" || !isRowFault(error)) throw error;
      invalid++;
    }
  });
  return { missing, invalid };
}
