import { eachRow } from "../error/eachRow.js";
import { isCxError } from "../error/isCxError.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";

/** Visits rows one after the other; returns how many were left out for a value that is not allowed, if that is the policy. */
export function eachAllowedRow<Row>(rows: Iterable<Row>, policy: InvalidPolicy, visit: (row: Row) => void): number {
  let invalid = 0;
  eachRow(rows, (row) => {
    try {
      visit(row);
    } catch (error) {
      if (policy === "throw" || !isCxError(error) || error.code !== "invalid-value") throw error;
      invalid++;
    }
  });
  return invalid;
}
