import { relativeWeights, seededRandom, shapleyRegression } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mtcars, swiss } from "./classicData.js";
import { regressionCase } from "./regressionCase.js";

const { mpg, ...cars } = mtcars;
const { Fertility, ...provinces } = swiss;

/** R² on some of the drivers, by another road: relative weights sum to it. */
const rSquaredOf = (outcome: number[], drivers: Record<string, number[]>, names: readonly string[]): number =>
  names.length === 0
    ? 0
    : (relativeWeights(outcome, Object.fromEntries(names.map((name) => [name, drivers[name] ?? []]))).rSquared ?? 0);

/** All orders of some names. */
const orders = (names: readonly string[]): string[][] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) => orders(names.filter((other) => other !== name)).map((order) => [name, ...order]));

const wide = (drivers: number, rows: number) => {
  const random = seededRandom(3);
  const columns = Array.from({ length: drivers }, () => Array.from({ length: rows }, random));
  const outcome = Array.from({ length: rows }, (_, row) =>
    columns.reduce((sum, column, place) => sum + (column[row] ?? 0) / (place + 1), random()),
  );
  return { outcome, drivers: Object.fromEntries(columns.map((column, place) => [`d${place}`, column])) };
};

describe("shapleyRegression", () => {
  test("gives the published figures of swiss (Grömping 2006, R's relaimpo)", () => {
    const { rSquared, drivers } = shapleyRegression(Fertility, provinces);
    expect(rSquared).toBeCloseTo(0.706735, 7);
    for (const [driver, value, share] of [
      ["Agriculture", 0.05709122, 0.0808],
      ["Examination", 0.17117303, 0.2422],
      ["Education", 0.26013468, 0.3681],
      ["Catholic", 0.10557015, 0.1494],
      ["Infant.Mortality", 0.11276592, 0.1596],
    ] as const) {
      const found = drivers.find((each) => each.driver === driver);
      expect(found?.value).toBeCloseTo(value, 8);
      expect(found?.share).toBeCloseTo(share, 4);
      expect(found?.standardError).toBe(0);
    }
  });

  test("is the average over all orders, of mtcars and of any figures", () => {
    const check = (outcome: number[], drivers: Record<string, number[]>): void => {
      const all = orders(Object.keys(drivers));
      for (const { driver, value } of shapleyRegression(outcome, drivers).drivers) {
        if (value === null) continue;
        const added = all.map((order) => {
          const before = order.slice(0, order.indexOf(driver));
          return rSquaredOf(outcome, drivers, [...before, driver]) - rSquaredOf(outcome, drivers, before);
        });
        expect(value).toBeCloseTo(added.reduce((sum, each) => sum + each, 0) / all.length, 8);
      }
    };
    check(mpg, cars);
    fc.assert(
      fc.property(regressionCase(), ({ outcome, drivers }) => {
        check(outcome, Object.fromEntries(Object.entries(drivers).slice(0, 3)));
      }),
      { numRuns: 40 },
    );
  });

  test("sums to R², and gives drivers that say the same the same", () => {
    fc.assert(
      fc.property(regressionCase(), ({ outcome, drivers }) => {
        const [name, column] = Object.entries(drivers)[0] ?? ["", []];
        const {
          rSquared,
          collinear,
          drivers: shares,
        } = shapleyRegression(outcome, {
          ...drivers,
          again: column.map((figure) => 3 - 2 * figure),
        });
        if (rSquared === null) return;
        expect(shares.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(rSquared, 10);
        const [first, again] = [name, "again"].map((each) => shares.find(({ driver }) => driver === each)?.value);
        expect(again ?? -1).toBeCloseTo(first ?? -1, 10);
        if (again !== null) expect(collinear).toBe(true);
      }),
    );
  });

  test("does not mind the order of drivers, or a driver that does not vary", () => {
    const before = shapleyRegression(Fertility, provinces).drivers;
    const turned = Object.fromEntries([["flat", Fertility.map(() => 7)], ...Object.entries(provinces).reverse()]);
    const after = shapleyRegression(Fertility, turned).drivers;
    expect(after[0]).toEqual({ driver: "flat", value: null, share: null, sign: null, standardError: null });
    for (const { driver, value } of before) {
      expect(after.find((each) => each.driver === driver)?.value).toBeCloseTo(value ?? -1, 12);
    }
  });

  test("goes through 15 drivers, and draws orders of more", () => {
    const { outcome, drivers } = wide(15, 200);
    const exact = shapleyRegression(outcome, drivers);
    const drawn = shapleyRegression(outcome, drivers, { permutations: 400, seed: 9 });
    expect(drawn.rSquared).toBeCloseTo(exact.rSquared ?? -1, 10);
    drawn.drivers.forEach(({ value, standardError }, place) => {
      const distance = Math.abs((value ?? 0) - (exact.drivers[place]?.value ?? 1));
      expect(standardError).toBeGreaterThan(0);
      expect(distance).toBeLessThan(4 * (standardError ?? 0));
    });
    const more = wide(18, 200);
    expect(() => shapleyRegression(more.outcome, more.drivers)).toThrowError(/relativeWeights instead/);
    const result = shapleyRegression(more.outcome, more.drivers, { permutations: 50 });
    expect(result).toEqual(shapleyRegression(more.outcome, more.drivers, { permutations: 50 }));
    expect(result.rSquared).toBeCloseTo(relativeWeights(more.outcome, more.drivers).rSquared ?? -1, 10);
  });

  test("takes drivers that differ by a millionth for one", () => {
    const random = seededRandom(4);
    const again = cars.hp.map((hp) => hp + 1e-5 * random());
    const once = shapleyRegression(mpg, cars).rSquared ?? -1;
    for (const options of [{}, { permutations: 20 }]) {
      const { rSquared, collinear } = shapleyRegression(mpg, { ...cars, again }, options);
      expect(rSquared).toBeCloseTo(once, 7);
      expect(collinear).toBe(true);
    }
  });

  test("says how far drawn orders may be from all of them", () => {
    const exact = shapleyRegression(Fertility, provinces).drivers;
    let within = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { drivers } = shapleyRegression(Fertility, provinces, { permutations: 60, seed });
      drivers.forEach(({ value, standardError }, place) => {
        if (Math.abs((value ?? 0) - (exact[place]?.value ?? 0)) <= 1.96 * (standardError ?? 0)) within++;
      });
    }
    expect(within / 1000).toBeGreaterThan(0.92);
    expect(within / 1000).toBeLessThan(0.98);
  });

  test("has nothing to say of nothing", () => {
    const none = [{ driver: "a", value: null, share: null, sign: null, standardError: null }];
    expect(shapleyRegression([], { a: [] })).toEqual({
      n: 0,
      missing: 0,
      rSquared: null,
      collinear: false,
      drivers: none,
    });
    expect(shapleyRegression([2, 2], { a: [1, 2] })).toEqual({
      n: 2,
      missing: 0,
      rSquared: null,
      collinear: false,
      drivers: none,
    });
  });

  test("has an R² of one with no more rows than drivers", () => {
    const { rSquared, collinear } = shapleyRegression([1, 5, 2], { a: [1, 2, 4], b: [3, 1, 1], c: [0, 1, 0] });
    expect(rSquared).toBeCloseTo(1, 12);
    expect(collinear).toBe(true);
  });

  test("refuses wrong options", () => {
    for (const options of [{ permutations: 1 }, { permutations: 2.5 }, { seed: 0.5 }, { orders: 3 }]) {
      expect(() => shapleyRegression([1, 2, 3], { a: [1, 2, 4] }, options as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    expect(() => shapleyRegression([1, 2], { a: [1, Number.POSITIVE_INFINITY] })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
