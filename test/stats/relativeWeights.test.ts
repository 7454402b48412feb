import { relativeWeights, shapleyRegression } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mtcars, swiss } from "./classicData.js";
import { regressionCase } from "./regressionCase.js";

const { mpg, ...cars } = mtcars;
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
const valuesOf = (result: { drivers: readonly { driver: string; value: number | null }[] }) =>
  Object.fromEntries(result.drivers.map(({ driver, value }) => [driver, value]));

describe("relativeWeights", () => {
  test("gives the published figures of mtcars (README of R's rwa)", () => {
    const { n, rSquared, collinear, drivers } = relativeWeights(mpg, cars);
    expect([n, collinear]).toEqual([32, false]);
    expect(rSquared).toBeCloseTo(0.7791896, 7);
    expect(drivers.map(({ driver, sign }) => [driver, sign])).toEqual([
      ["cyl", -1],
      ["disp", -1],
      ["hp", -1],
      ["gear", 1],
    ]);
    [0.2284797, 0.2221469, 0.2321744, 0.0963886].forEach((weight, place) => {
      expect(drivers[place]?.value).toBeCloseTo(weight, 7);
    });
    [29.32274, 28.50999, 29.79691, 12.37037].forEach((percent, place) => {
      expect(100 * (drivers[place]?.share ?? 0)).toBeCloseTo(percent, 5);
    });
  });

  test("sums to R², is never negative, and has shares that sum to one", () => {
    fc.assert(
      fc.property(regressionCase(), ({ outcome, drivers }) => {
        const result = relativeWeights(outcome, drivers);
        if (result.rSquared === null) return;
        expect(sum(result.drivers.map(({ value }) => value))).toBeCloseTo(result.rSquared, 10);
        for (const { value } of result.drivers) expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(result.rSquared).toBeLessThanOrEqual(1);
        const shares = result.drivers.map(({ share }) => share);
        if (shares.some((share) => share !== null)) expect(sum(shares)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("explains as much as Shapley regression does", () => {
    fc.assert(
      fc.property(regressionCase(), ({ outcome, drivers }) => {
        const [weights, shapley] = [relativeWeights(outcome, drivers), shapleyRegression(outcome, drivers)];
        expect(shapley.rSquared ?? -1).toBeCloseTo(weights.rSquared ?? -1, 8);
        expect(shapley.collinear).toBe(weights.collinear);
      }),
    );
  });

  test("does not mind units, the order of drivers, or that of rows", () => {
    const { Fertility, ...provinces } = swiss;
    const before = valuesOf(relativeWeights(Fertility, provinces));
    const after = valuesOf(
      relativeWeights(
        Fertility.map((figure) => 1e9 - 3e-5 * figure).reverse(),
        Object.fromEntries(
          Object.entries(provinces)
            .reverse()
            .map(([driver, column], place) => [driver, column.map((figure) => 7 * place - 1e-6 * figure).reverse()]),
        ),
      ),
    );
    for (const [driver, value] of Object.entries(before)) expect(after[driver]).toBeCloseTo(value ?? -1, 5);
  });

  test("gives squared correlations where drivers are uncorrelated", () => {
    // A full factorial: every combination of three answers to three questions.
    const rows = Array.from({ length: 27 }, (_, i) => [i % 3, Math.floor(i / 3) % 3, Math.floor(i / 9)] as const);
    const outcome = rows.map(([a, b, c]) => 2 * a + b * b - c * a);
    const drivers = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b), c: rows.map(([, , c]) => c) };
    for (const result of [relativeWeights(outcome, drivers), shapleyRegression(outcome, drivers)]) {
      for (const { driver, value } of result.drivers) {
        const alone = relativeWeights(outcome, { [driver]: drivers[driver as "a"] }).rSquared;
        expect(value).toBeCloseTo(alone ?? -1, 12);
      }
    }
  });

  test("shares between drivers that say the same, and says that they do", () => {
    const result = relativeWeights(mpg, { hp: cars.hp, again: cars.hp.map((hp) => 1000 - hp / 3), gear: cars.gear });
    const once = relativeWeights(mpg, { hp: cars.hp, gear: cars.gear });
    expect([result.collinear, once.collinear]).toEqual([true, false]);
    expect(result.rSquared).toBeCloseTo(once.rSquared ?? -1, 12);
    expect(result.drivers[0]?.value).toBeCloseTo(result.drivers[1]?.value ?? -1, 12);
    expect(result.drivers.map(({ sign }) => sign)).toEqual([-1, 1, 1]);
  });

  test("leaves out a driver that does not vary, be it by its last digits", () => {
    const flat = mpg.map((_, row) => (row % 2 ? 0.3 : 0.1 + 0.2));
    const result = relativeWeights(mpg, { flat, hp: cars.hp });
    expect(result.drivers[0]).toEqual({ driver: "flat", value: null, share: null, sign: null });
    expect(result.drivers[1]?.share).toBeCloseTo(1, 14);
  });

  test("has nothing to say of nothing", () => {
    const nothing = {
      rSquared: null,
      collinear: false,
      drivers: [{ driver: "a", value: null, share: null, sign: null }],
    };
    expect(relativeWeights([], { a: [] })).toEqual({ n: 0, missing: 0, ...nothing });
    expect(relativeWeights([3], { a: [4] })).toEqual({ n: 1, missing: 0, ...nothing });
    expect(relativeWeights([3, 3, 3], { a: [4, 5, 6] })).toEqual({ n: 3, missing: 0, ...nothing });
    expect(relativeWeights([1, 2, 3], { a: [4, 4, 4] })).toEqual({ n: 3, missing: 0, ...nothing });
    // Uncorrelated: an R² of zero has no shares.
    expect(relativeWeights([1, 2, 1], { a: [1, 2, 3] })).toMatchObject({ drivers: [{ share: null, sign: 0 }] });
  });

  test("stands figures of any size", () => {
    const huge = relativeWeights([1e308, -1e308, 5e307], { a: [1e-308, 3e-308, 2e-308] });
    const plain = relativeWeights([2, -2, 1], { a: [1, 3, 2] });
    expect(huge.rSquared).toBeCloseTo(plain.rSquared ?? -1, 12);
  });

  test("refuses what is no column of finite numbers", () => {
    const wrong = (outcome: unknown, drivers: unknown) => () => relativeWeights(outcome as number[], drivers as never);
    expect(wrong([1, 2], {})).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(wrong([1, 2], null)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(wrong([1, 2], { a: [1] })).toThrowError(expect.objectContaining({ code: "invalid-option", received: 1 }));
    expect(wrong([1, 2], { a: "12" })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(wrong([1, "2"], { a: [1, 2] })).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(wrong([1, 2], { a: [Infinity, 2] })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 0 }),
    );
    expect(wrong("12", { a: [1, 2] })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(wrong(undefined, { a: [1, 2] })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
