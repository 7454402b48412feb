import { describe, expect, test } from "vitest";
import { gaussLegendre } from "../../src/stats/gaussLegendre.js";

describe("gaussLegendre", () => {
  test.each([1, 2, 5, 24, 101])("integrates polynomials up to degree 2n − 1 exactly, with %i points", (count) => {
    const { points, weights } = gaussLegendre(count);
    for (const degree of [0, 1, count, 2 * count - 1]) {
      let sum = 0;
      points.forEach((point, i) => {
        sum += (weights[i] ?? 0) * point ** degree;
      });
      expect(sum).toBeCloseTo(1 / (degree + 1), 13);
    }
  });

  test("has the points and weights of the tables for three points", () => {
    const { points, weights } = gaussLegendre(3);
    const half = Math.sqrt(0.6) / 2;
    [0.5 + half, 0.5, 0.5 - half].forEach((point, i) => {
      expect(points[i]).toBeCloseTo(point, 14);
    });
    [5 / 18, 4 / 9, 5 / 18].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 14);
    });
  });
});
