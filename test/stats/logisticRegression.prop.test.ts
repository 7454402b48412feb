import { logisticRegression } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

interface Row {
  readonly figures: readonly number[];
  readonly one: boolean;
  readonly weight: number;
}

/** Rows of a few figures on short scales, some of which say the same or nothing. */
const cases: fc.Arbitrary<{ rows: Row[]; penalty: number }> = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), penalty: fc.constantFrom(0, 0, 0.3, 5) })
  .chain(({ width, penalty }) =>
    fc.record({
      rows: fc.array(
        fc.record({
          figures: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: width, maxLength: width }),
          one: fc.boolean(),
          weight: fc.integer({ min: 1, max: 3 }),
        }),
        { minLength: 2, maxLength: 60 },
      ),
      penalty: fc.constant(penalty),
    }),
  );

const optionsFor = (width: number, penalty: number, times: (place: number) => [number, number] = () => [1, 0]) => ({
  outcome: (row: Row) => row.one,
  predictors: Object.fromEntries(
    Array.from({ length: width }, (_, place) => {
      const [factor, shift] = times(place);
      return [`x${place}`, (row: Row) => factor * (row.figures[place] ?? 0) + shift];
    }),
  ),
  weight: (row: Row) => row.weight,
  penalty,
});
const fitted = (rows: readonly Row[], penalty: number) =>
  logisticRegression(rows, optionsFor(rows[0]?.figures.length ?? 0, penalty));
const valuesOf = ({ coefficients }: ReturnType<typeof logisticRegression>) => coefficients.map(({ value }) => value);

describe("logisticRegression", () => {
  test("has no slope left at its end: what was missed is uncorrelated with every predictor, or held by the penalty", () => {
    fc.assert(
      fc.property(cases, ({ rows, penalty }) => {
        const result = fitted(rows, penalty);
        if (result.reason !== null) return;
        const missed = rows.map(({ figures, one, weight }) => {
          const logOdds = figures.reduce(
            (sum, figure, place) => sum + figure * (result.coefficients[place]?.value ?? 0),
            result.intercept.value ?? 0,
          );
          return weight * (Number(one) - 1 / (1 + Math.exp(-logOdds)));
        });
        expect(missed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 8);
        result.coefficients.forEach(({ value, standardDeviation, leftOut }, place) => {
          if (leftOut !== null) return;
          const pull = rows.reduce((sum, { figures }, row) => sum + (figures[place] ?? 0) * (missed[row] ?? 0), 0);
          expect(pull).toBeCloseTo(penalty * (value ?? 0) * (standardDeviation ?? 0) ** 2, 8);
        });
      }),
    );
  });

  test("explains no less than the share alone does, and has a model unless outcomes are separated or the same", () => {
    fc.assert(
      fc.property(cases, ({ rows, penalty }) => {
        const result = fitted(rows, penalty);
        expect(["one-outcome", "separation", null]).toContain(result.reason);
        if (penalty > 0) expect(result.reason).not.toBe("separation");
        expect(result.reason === "separation").toBe(penalty === 0 && result.separation !== null);
        if (result.deviance === null) return;
        expect(result.deviance).toBeLessThanOrEqual((result.nullDeviance ?? 0) + 1e-9);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("does not mind units, the order of the rows, or what is called one", () => {
    fc.assert(
      fc.property(cases, ({ rows, penalty }) => {
        const result = fitted(rows, penalty);
        const width = rows[0]?.figures.length ?? 0;
        const rescaled = logisticRegression(
          [...rows].reverse(),
          optionsFor(width, penalty, (place) => [10 ** (place - 2), 100 * place]),
        );
        const flipped = fitted(
          rows.map((row) => ({ ...row, one: !row.one })),
          penalty,
        );
        expect(rescaled.reason).toBe(result.reason);
        expect(rescaled.separation).toEqual(result.separation);
        result.coefficients.forEach(({ value, standardError, leftOut }, place) => {
          const [other, mirrored] = [rescaled.coefficients[place], flipped.coefficients[place]];
          expect([other?.leftOut, mirrored?.leftOut]).toEqual([leftOut, leftOut]);
          if (value === null) return;
          expect((other?.value ?? Number.NaN) * 10 ** (place - 2)).toBeCloseTo(value, 6);
          expect((other?.standardError ?? Number.NaN) * 10 ** (place - 2)).toBeCloseTo(standardError ?? Number.NaN, 6);
          expect(-(mirrored?.value ?? Number.NaN)).toBeCloseTo(value, 8);
        });
      }),
    );
  });

  test("takes a weight for as many equal rows, but for the scale that a penalty is on", () => {
    fc.assert(
      fc.property(cases, ({ rows }) => {
        const weighted = fitted(rows, 0);
        const repeated = fitted(
          rows.flatMap((row) => Array.from({ length: row.weight }, () => ({ ...row, weight: 1 }))),
          0,
        );
        expect(repeated.reason).toBe(weighted.reason);
        valuesOf(weighted).forEach((value, place) => {
          if (value !== null) expect(valuesOf(repeated)[place]).toBeCloseTo(value, 8);
        });
        if (weighted.deviance !== null) expect(repeated.deviance).toBeCloseTo(weighted.deviance, 8);
      }),
    );
  });

  test("draws coefficients nearer to nothing the greater the penalty", () => {
    fc.assert(
      fc.property(cases, ({ rows }) => {
        const sizeAt = (penalty: number): number => {
          const { reason, coefficients } = fitted(rows, penalty);
          if (reason !== null) return 0;
          return coefficients.reduce((sum, one) => sum + ((one.value ?? 0) * (one.standardDeviation ?? 0)) ** 2, 0);
        };
        const sizes = [0.1, 1, 10, 1e6].map(sizeAt);
        sizes.slice(1).forEach((size, place) => {
          expect(size).toBeLessThanOrEqual((sizes[place] ?? 0) + 1e-9);
        });
        expect(sizes.at(-1)).toBeLessThan(1e-4);
      }),
    );
  });
});

test("finds the maximum that climbing by hand finds", () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({ x: i % 7, one: (i * 5) % 9 > (i % 7) - 1 }));
  const { intercept, coefficients } = logisticRegression(rows, {
    outcome: (row) => row.one,
    predictors: { x: (row) => row.x },
  });
  const likelihood = (a: number, b: number): number =>
    rows.reduce((sum, { x, one }) => sum - Math.log1p(Math.exp((one ? -1 : 1) * (a + b * x))), 0);
  let [a, b] = [0, 0];
  for (let step = 1; step > 1e-9; step /= 2) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const [da, db] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
        [step, -step / 3],
        [-step, step / 3],
      ] as const) {
        if (likelihood(a + da, b + db) <= likelihood(a, b)) continue;
        [a, b, moved] = [a + da, b + db, true];
      }
    }
  }
  expect(intercept.value).toBeCloseTo(a, 6);
  expect(coefficients[0]?.value).toBeCloseTo(b, 6);
});
