import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { symmetricEigen } from "../../src/stats/symmetricEigen.js";

const sorted = (matrix: number[], size: number): number[] =>
  Array.from(symmetricEigen(Float64Array.from(matrix), size).values).sort((a, b) => b - a);

describe("symmetricEigen", () => {
  test("finds the eigenvalues of matrices that are known", () => {
    expect(sorted([2, 1, 1, 2], 2)).toEqual([expect.closeTo(3, 14), expect.closeTo(1, 14)]);
    // Second differences: 2 − 2 cos(kπ / (n + 1)).
    const second = [2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2];
    const known = [4, 3, 2, 1].map((k) => 2 - 2 * Math.cos((k * Math.PI) / 5));
    sorted(second, 4).forEach((value, place) => {
      expect(value).toBeCloseTo(known[place] ?? 0, 14);
    });
    // All correlations alike: 1 + (n − 1) r once, and 1 − r.
    expect(sorted([1, 0.6, 0.6, 0.6, 1, 0.6, 0.6, 0.6, 1], 3)).toEqual(
      [2.2, 0.4, 0.4].map((value) => expect.closeTo(value, 14)),
    );
    // Hilbert's matrix of three: the smallest is 0.00268734035577…
    const hilbert = [1, 1 / 2, 1 / 3, 1 / 2, 1 / 3, 1 / 4, 1 / 3, 1 / 4, 1 / 5];
    expect(sorted(hilbert, 3)[2]).toBeCloseTo(0.0026873403557735, 15);
    expect(sorted([], 0)).toEqual([]);
    expect(sorted([5], 1)).toEqual([5]);
  });

  test("gives vectors of length one, square to each other, that make up the matrix again", () => {
    const matrices = fc
      .integer({ min: 1, max: 8 })
      .chain((size) =>
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size * size, maxLength: size * size }),
      );
    fc.assert(
      fc.property(matrices, (figures) => {
        const size = Math.sqrt(figures.length);
        const at = (i: number, j: number): number => figures[Math.min(i, j) * size + Math.max(i, j)] ?? 0;
        const matrix = Float64Array.from(figures, (_, place) => at(Math.floor(place / size), place % size));
        const { values, vectors } = symmetricEigen(matrix, size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let [again, square] = [0, 0];
            for (let axis = 0; axis < size; axis++) {
              const [a, b] = [vectors[i * size + axis] ?? 0, vectors[j * size + axis] ?? 0];
              again += a * b * (values[axis] ?? 0);
              square += (vectors[axis * size + i] ?? 0) * (vectors[axis * size + j] ?? 0);
            }
            expect(again).toBeCloseTo(at(i, j), 11);
            expect(square).toBeCloseTo(i === j ? 1 : 0, 12);
          }
        }
      }),
    );
  });
});
