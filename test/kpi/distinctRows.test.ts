import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distinctRows } from "../../src/kpi/distinctRows.js";

const figure = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constant(Number.NaN));
const tables = fc.array(fc.tuple(figure, figure), { maxLength: 30 });
const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  [0, 1].map((place) => Float64Array.from(rows, (row) => row[place] ?? Number.NaN));

describe("distinctRows", () => {
  test("stands for the same rows, each once", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { columns, counts } = distinctRows(columnsOf(rows));
        const texts = counts.map((_, row) => columns.map((column) => column[row]).join());
        expect(new Set(texts).size).toBe(texts.length);
        const again = texts.flatMap((text, row) => new Array<string>(counts[row] ?? 0).fill(text));
        expect(again.sort()).toEqual(rows.map((row) => row.join()).sort());
      }),
    );
  });

  test("puts them in an order of their own, those that hold the same columns together", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const result = distinctRows(columnsOf(rows));
        expect(distinctRows(columnsOf([...rows].reverse()))).toEqual(result);
        const held = result.counts.map((_, row) => result.columns.map((column) => Number.isNaN(column[row])).join());
        expect(held.filter((each, row) => each !== held[row - 1])).toHaveLength(new Set(held).size);
      }),
    );
  });
});
