import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isCxError } from "../../error/isCxError.js";
import { isMissing } from "../../error/isMissing.js";

/** How many rows had a comment, and how many had none. */
export interface CommentCounts {
  readonly comments: number;
  readonly missing: number;
}

/**
 * Visits the rows that have a comment, with the index of each among all rows. A comment is a text that is not empty; where
 * `visit` says false, the row counts as one without.
 */
export function eachComment<Row>(
  rows: Iterable<Row>,
  caller: string,
  text: (row: Row) => unknown,
  visit: (row: Row, comment: string, index: number) => unknown,
): CommentCounts {
  const commentOf = (row: Row): unknown => {
    try {
      return text(row);
    } catch (error) {
      // Texts may be null, and a reader may know what to do with no row; most know not.
      throw isMissing(row) && !isCxError(error)
        ? new CxError("invalid-value", `${caller} requires rows that are there`, row)
        : error;
    }
  };
  let comments = 0;
  let missing = 0;
  eachRow(rows, (row) => {
    const comment = commentOf(row);
    if (isMissing(comment) || comment === "") {
      missing++;
      return;
    }
    if (typeof comment !== "string")
      throw new CxError("invalid-value", `${caller} requires comments as strings`, comment);
    if (visit(row, comment, comments + missing) === false) missing++;
    else comments++;
  });
  return { comments, missing };
}
