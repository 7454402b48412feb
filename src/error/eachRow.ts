import { atRow } from "./cxError.js";

/** Visits rows one after the other; an error learns the index of the row that caused it. */
export function eachRow<Row>(rows: Iterable<Row>, visit: (row: Row) => void): void {
  let index = 0;
  for (const row of rows) {
    try {
      visit(row);
    } catch (error) {
      throw atRow(error, index);
    }
    index++;
  }
}
