import fc from "fast-check";
import { sampleCorrelation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { correlationMatrix } from "../../src/stats/correlationMatrix.js";
import { rowBlocks } from "../../src/stats/rowBlocks.js";

/** The correlations of columns, where NaN is missing. */
const correlate = (columns: readonly number[][], counts: readonly number[]) =>
  correlationMatrix(rowBlocks(columns.map((column) => Float64Array.from(column))), counts, columns.length);

describe("correlationMatrix", () => {
  test("takes each pair of columns over the rows that hold both, as often as they count", () => {
    const figure = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -4, max: 4 }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    );
    const rows = fc.array(fc.tuple(figure, figure, figure, fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (table) => {
        const columns = [0, 1, 2].map((place) => table.map((row) => row[place] ?? Number.NaN));
        const { matrix, pairs } = correlate(
          columns,
          table.map((row) => row[3]),
        );
        for (const i of [0, 1, 2] as const) {
          for (const j of [0, 1, 2] as const) {
            const both = table
              .flatMap((row) => new Array<typeof row>(row[3]).fill(row))
              .filter((row) => !Number.isNaN(row[i]) && !Number.isNaN(row[j]));
            expect(pairs[3 * i + j]).toBe(both.length);
            const [x, y] = [both.map((row) => row[i]), both.map((row) => row[j])];
            const found = matrix[3 * i + j] ?? 0;
            if (i === j) expect(found).toBe(1);
            else if (new Set(x).size < 2 || new Set(y).size < 2) expect(found).toBeNaN();
            else expect(found).toBeCloseTo(sampleCorrelation(x, y), 12);
          }
        }
      }),
    );
  });

  test("does not take for variation what rounding leaves of equal figures", () => {
    for (let rows = 3; rows < 60; rows++) {
      const same = Array.from({ length: rows }, () => 1 / rows + 0.7);
      const { matrix } = correlate(
        [[...same, 0], Array.from({ length: rows + 1 }, (_, row) => (row < rows ? row : Number.NaN))],
        new Array<number>(rows + 1).fill(1),
      );
      expect(matrix[1]).toBeNaN();
    }
  });

  test("is empty without columns, and knows nothing without rows", () => {
    expect(correlate([], []).matrix).toHaveLength(0);
    expect(Array.from(correlate([[], []], []).matrix)).toEqual([1, Number.NaN, Number.NaN, 1]);
  });
});
