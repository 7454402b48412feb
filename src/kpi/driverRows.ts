import { checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import { type CountedRows, distinctRows } from "./distinctRows.js";

/** Reads a figure out of a row; true and false are 1 and 0, and null, undefined and NaN stand for none. */
export type FigureReader<Row> = (row: Row) => number | boolean | null | undefined;

/** A column of figures, before it is read. */
export interface FigureColumn<Row> {
  readonly name: string;
  readonly read: FigureReader<Row>;
  /** What the figures must be, as in "a finite number". */
  readonly allowed: string;
  readonly isAllowed: (figure: unknown) => boolean;
}

/** Rows as columns of figures. */
export interface DriverRows extends CountedRows {
  /** How many rows there were. */
  readonly rows: number;
  /** How many of them are in the columns. */
  readonly n: number;
  /** How many rows had no figure, for each column. */
  readonly missing: readonly number[];
}

/** Reads rows; those that lack a figure are left out (listwise), or kept while they hold two figures to compare (pairwise). */
export function readDriverRows<Row>(
  rows: Iterable<Row>,
  columns: readonly FigureColumn<Row>[],
  missing: "listwise" | "pairwise",
): DriverRows {
  for (const { read } of columns) checkReader("driverAnalysis", read);
  const least = missing === "listwise" ? columns.length : 2;
  const kept: number[][] = columns.map(() => []);
  const lacking = columns.map(() => 0);
  let [all, n] = [0, 0];
  eachRow(rows, (row) => {
    all++;
    const figures = columns.map((column) => readFigure(column, row));
    let held = 0;
    for (const [place, figure] of figures.entries()) {
      if (Number.isNaN(figure)) lacking[place] = (lacking[place] ?? 0) + 1;
      else held++;
    }
    if (held < least) return;
    n++;
    for (const [place, figure] of figures.entries()) kept[place]?.push(figure);
  });
  return { rows: all, n, missing: lacking, ...distinctRows(kept.map((column) => Float64Array.from(column))) };
}

function readFigure<Row>({ name, read, allowed, isAllowed }: FigureColumn<Row>, row: Row): number {
  const figure = read(row);
  if (isMissing(figure)) return Number.NaN;
  if (!isAllowed(figure)) throw new CxError("invalid-value", `driverAnalysis requires ${allowed} as ${name}`, figure);
  return Number(figure);
}
