import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repairCorrelations } from "../../src/stats/repairCorrelations.js";
import { symmetricEigen } from "../../src/stats/symmetricEigen.js";

describe("repairCorrelations", () => {
  test("leaves alone what no one has to repair", () => {
    const fine = Float64Array.from([1, 0.5, 0.5, 1]);
    expect(repairCorrelations(fine, 2)).toBe(fine);
    const together = Float64Array.from([1, 1, 1, 1]);
    expect(repairCorrelations(together, 2)).toBe(together);
  });

  test("makes contradicting correlations ones that data could have", () => {
    // a goes with b and with c, which go against each other.
    const repaired = repairCorrelations(Float64Array.from([1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1]), 3);
    // Of the eigenvalues 1.9, 1.9 and −0.8, the last has the vector (1, −1, −1): what is left is 1, 1/2, 1/2 and −1/2.
    expect(Array.from(repaired)).toEqual([1, 0.5, 0.5, 0.5, 1, -0.5, 0.5, -0.5, 1].map((r) => expect.closeTo(r, 12)));
  });

  test("always gives correlations without negative eigenvalues", () => {
    const three = fc.tuple(...[0, 1, 2, 3, 4, 5].map(() => fc.double({ min: -1, max: 1, noNaN: true })));
    fc.assert(
      fc.property(three, (r) => {
        const at = (i: number, j: number): number => (i === j ? 1 : (r[[0, 1, 3][Math.max(i, j) - 1] ?? 0] ?? 0));
        const matrix = Float64Array.from({ length: 16 }, (_, place) => at(Math.floor(place / 4), place % 4));
        const repaired = repairCorrelations(matrix, 4);
        for (const value of symmetricEigen(repaired, 4).values) expect(value).toBeGreaterThan(-1e-9);
        for (const correlation of repaired) expect(Math.abs(correlation)).toBeLessThanOrEqual(1 + 1e-12);
        for (const i of [0, 5, 10, 15]) expect(repaired[i]).toBe(1);
      }),
    );
  });
});
