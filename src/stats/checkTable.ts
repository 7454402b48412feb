import { CxError } from "../error/cxError.js";
import { checkList } from "./checkList.js";
import { largestNumber } from "./sampleMoments.js";

/** Rows of counts, each an array or a typed array. Counts are no observations: none of them may be missing. */
export type CountTable = readonly ArrayLike<number>[];

/** The rows as plain arrays. */
function rowsOf(name: string, table: CountTable): number[][] {
  if (!Array.isArray(table)) throw new CxError("invalid-option", `${name} requires an array of rows`, table);
  return Array.from(table, (cells: ArrayLike<number>) => {
    checkList(name, cells);
    return Array.from(cells);
  });
}

/** The rows of a table. Refuses rows that differ in length, and anything but numbers from 0 to 1e140. */
export function checkTable(name: string, table: CountTable): number[][] {
  const rows = rowsOf(name, table);
  const columns = rows[0]?.length ?? 0;
  rows.forEach((cells, row) => {
    if (cells.length !== columns) {
      throw new CxError("invalid-value", `${name} requires rows of one length, ${columns}`, cells.length, row);
    }
    for (const cell of cells) {
      if (!(typeof cell === "number" && cell >= 0 && cell <= largestNumber)) {
        throw new CxError("invalid-value", `${name} requires counts, numbers from 0 to 1e140`, cell, row);
      }
    }
  });
  return rows;
}

/** Refuses what is no table of two rows and two columns of whole counts. */
export function checkTwoByTwo(name: string, table: CountTable): void {
  const rows = rowsOf(name, table);
  if (rows.length !== 2) throw new CxError("invalid-value", `${name} requires a table of two rows`, rows.length);
  rows.forEach((cells, row) => {
    if (cells.length !== 2) {
      throw new CxError("invalid-value", `${name} requires a table of two columns`, cells.length, row);
    }
    for (const count of cells) {
      if (!(Number.isSafeInteger(count) && count >= 0)) {
        throw new CxError("invalid-value", `${name} requires counts, whole numbers of at least zero`, count, row);
      }
    }
  });
}

/** The sums of a table's rows, of its columns, and of all. */
export function marginsOf(table: readonly (readonly number[])[]): { rows: number[]; columns: number[]; n: number } {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((cells) => cells[j] ?? 0)));
  return { rows, columns, n: sum(rows) };
}
