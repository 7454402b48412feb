import type { RowBlock } from "./correlationMatrix.js";

/** Standardised columns, NaN where a figure is missing, as blocks of rows in a row that hold the same columns. */
export function rowBlocks(columns: readonly Float64Array[]): RowBlock[] {
  const rows = columns[0]?.length ?? 0;
  const holds = (row: number): number[] => columns.flatMap((column, i) => (Number.isNaN(column[row]) ? [] : [i]));
  const isLike = (row: number, other: number): boolean =>
    columns.every((column) => Number.isNaN(column[row]) === Number.isNaN(column[other]));
  const blocks: RowBlock[] = [];
  for (let start = 0, end = 1; start < rows; start = end++) {
    while (end < rows && isLike(end, start)) end++;
    const held = holds(start);
    const scores = new Float64Array((end - start) * held.length);
    held.forEach((i, place) => {
      columns[i]?.subarray(start, end).forEach((score, row) => {
        scores[row * held.length + place] = score;
      });
    });
    blocks.push({ columns: held, scores, start });
  }
  return blocks;
}
