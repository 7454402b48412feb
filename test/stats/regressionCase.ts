import fc from "fast-check";

/** An outcome and one to six drivers on short scales, some of which say the same, or nothing. */
export function regressionCase(): fc.Arbitrary<{ outcome: number[]; drivers: Record<string, number[]> }> {
  const column = (rows: number) => fc.array(fc.integer({ min: 0, max: 5 }), { minLength: rows, maxLength: rows });
  return fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 6 })).chain(([rows, drivers]) =>
    fc
      .record({
        noise: column(rows),
        columns: fc.array(column(rows), { minLength: drivers, maxLength: drivers }),
      })
      .map(({ noise, columns }) => ({
        outcome: noise.map(
          (figure, row) => figure + columns.reduce((sum, each, i) => sum + (i % 3) * (each[row] ?? 0), 0),
        ),
        drivers: Object.fromEntries(columns.map((figures, place) => [`driver ${place}`, figures])),
      })),
  );
}
