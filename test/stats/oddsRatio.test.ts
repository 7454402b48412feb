import { fisherExactTest, oddsRatio } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const sample = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("oddsRatio", () => {
  test.each([
    // The first as R's PropCIs::orscoreci gives it, 1.246622 to 56.461576. All to 30 digits by other software.
    [7, 34, 1, 34, 1.2466223602451683, 56.46157554538668],
    [36, 40, 16, 80, 11.481282194425162, 111.40306829154574],
    [189, 11_034, 104, 11_037, 1.440837757765983, 2.3294872341613626],
    [56, 70, 48, 80, 1.2815731932629815, 5.540202222190704],
    [3, 1e9, 9, 1e9, 0.09762455871525906, 1.1381471150129279],
  ])("%i of %i against %i of %i lies within Miettinen and Nurminen's limits", (a, n, b, m, low, high) => {
    const { interval } = oddsRatio(a, n, b, m);
    expectRelative(interval?.low ?? 0, low, 1e-11);
    expectRelative(interval?.high ?? 0, high, 1e-11);
  });

  test("gives Woolf's interval of the aspirin study", () => {
    // Agresti (2007), "An Introduction to Categorical Data Analysis", 2.3: 1.44 to 2.33.
    const { value, interval } = oddsRatio(189, 11_034, 104, 11_037, { method: "woolf" });
    expect(value).toBeCloseTo(1.832054, 6);
    expect(interval?.low).toBeCloseTo(1.440042, 6);
    expect(interval?.high).toBeCloseTo(2.33078, 6);
  });

  test("gives Gart's interval of counts that are half an answer greater, and never one without the ratio itself", () => {
    const { interval } = oddsRatio(7, 34, 1, 34, { method: "gart" });
    expectRelative(interval?.low ?? 0, 0.982796051308049, 1e-12);
    expectRelative(interval?.high ?? 0, 37.74859850560245, 1e-12);
    const none = oddsRatio(0, 10, 5, 20, { method: "gart" }).interval;
    expect(none?.low).toBe(0);
    expectRelative(none?.high ?? 0, 2.693240304753053, 1e-12);
    expect(oddsRatio(5, 20, 0, 10, { method: "gart" }).interval?.high).toBeNull();
  });

  test("has no upper end where that would be a division by 0, and starts at 0 where the ratio is 0", () => {
    const open = oddsRatio(5, 20, 0, 10);
    expect(open).toMatchObject({ value: null, interval: { high: null } });
    expectRelative(open.interval?.low ?? 0, 0.725440375899018, 1e-12);
    const none = oddsRatio(0, 10, 5, 20);
    expect(none).toMatchObject({ value: 0, interval: { low: 0 } });
    expectRelative(none.interval?.high ?? 0, 1.3784730395805829, 1e-12);
    const all = oddsRatio(10, 10, 7, 10);
    expect(all).toMatchObject({ value: null, interval: { high: null } });
    expectRelative(all.interval?.low ?? 0, 0.8514819161029017, 1e-12);
    expect(oddsRatio(0, 10, 5, 20, { method: "woolf" }).interval).toBeNull();
  });

  test("says nothing where all did or nobody did, or where nobody was asked", () => {
    for (const [a, n, b, m] of [
      [0, 10, 0, 20],
      [10, 10, 20, 20],
      [0, 0, 3, 20],
      [3, 10, 0, 0],
    ] as const) {
      for (const method of ["miettinen-nurminen", "woolf", "gart"] as const) {
        expect(oddsRatio(a, n, b, m, { method })).toEqual({ value: null, interval: null, n: n + m });
      }
    }
  });

  test("turns round with its samples and with yes and no, and holds its value", () => {
    const methods = fc.constantFrom("miettinen-nurminen" as const, "woolf" as const);
    fc.assert(
      fc.property(sample, sample, methods, ([a, n], [b, m], method) => {
        const { value, interval } = oddsRatio(a, n, b, m, { method });
        fc.pre(interval !== null);
        for (const turned of [oddsRatio(b, m, a, n, { method }), oddsRatio(n - a, n, m - b, m, { method })]) {
          if (interval.high === null) expect(turned.interval?.low).toBe(0);
          else expectRelative(turned.interval?.low ?? 0, 1 / interval.high, 1e-9);
        }
        if (value !== null) {
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high ?? value).toBeGreaterThanOrEqual(value);
        }
        expect(JSON.parse(JSON.stringify(interval))).toEqual(interval);
      }),
    );
  });

  test("is near to the exact interval in large samples", () => {
    const { interval } = oddsRatio(400, 1000, 300, 1000);
    const exact = fisherExactTest([
      [400, 600],
      [300, 700],
    ]).interval;
    expectRelative(interval?.low ?? 0, exact?.low ?? 0, 0.01);
    expectRelative(interval?.high ?? 0, exact?.high ?? 0, 0.01);
  });

  test("stands weights of any size", () => {
    for (const [a, n, b, m] of [
      [1e-9, 1, 1e-9, 1],
      [1e100, 1e120, 1e-100, 1e120],
      [0.1, 0.2, 0.1, 0.3],
    ] as const) {
      for (const method of ["miettinen-nurminen", "woolf", "gart"] as const) {
        expect(JSON.stringify(oddsRatio(a, n, b, m, { method }))).not.toMatch(/"low":null|"interval":null/);
      }
    }
  });

  test("refuses what is no sample and what is no option", () => {
    for (const wrong of [
      () => oddsRatio(3, 2, 1, 2),
      () => oddsRatio(1, Number.NaN, 1, 2),
      () => oddsRatio(1, 2, 1, 2, { level: 0 }),
      () => oddsRatio(1, 2, 1, 2, { method: "koopman" as never }),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
