import { dotProduct } from "./dotProduct.js";

/** Columns of variance one that are uncorrelated, and how to come back from them. */
export interface OrthogonalColumns {
  readonly columns: readonly Float64Array[];
  /** Which of the given columns they are made from; the others are a sum of multiples of those before them. */
  readonly kept: readonly number[];
  /** Upper triangle, row after row: the kept columns are the orthogonal ones times it. */
  readonly triangle: Float64Array;
}

// Of a column's spread; so little is left by rounding alone where others determine it.
const negligible = 1e-10;

/**
 * Gram and Schmidt's method, modified, on standardised columns; changes them in place. Fits on what comes out lose no digits where columns
 * are nearly collinear.
 *
 * Björck (1967), BIT 7, 1–21.
 */
export function orthogonalColumns(standardised: readonly Float64Array[]): OrthogonalColumns {
  const [kept, columns]: [number[], Float64Array[]] = [[], []];
  const rows: number[][] = [];
  standardised.forEach((column, index) => {
    const n = column.length;
    const parts = columns.map((done) => {
      const part = dotProduct(done, column) / n;
      for (let row = 0; row < n; row++) column[row] = (column[row] as number) - part * (done[row] as number);
      return part;
    });
    const left = Math.sqrt(dotProduct(column, column) / n);
    if (!(left > negligible)) return;
    for (let row = 0; row < n; row++) column[row] = (column[row] as number) / left;
    kept.push(index);
    columns.push(column);
    rows.push([...parts, left]);
  });
  const size = kept.length;
  const triangle = new Float64Array(size * size);
  rows.forEach((parts, column) => {
    parts.forEach((part, row) => {
      triangle[row * size + column] = part;
    });
  });
  return { columns, kept, triangle };
}
