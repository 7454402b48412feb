import { riskRatio, twoProportionTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

const sample = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("riskRatio", () => {
  test("gives the interval that Koopman published for 36 of 40 against 16 of 80", () => {
    // Koopman (1984), Biometrics 40, 513–517: 2.94 to 7.15.
    const { value, interval, n } = riskRatio(36, 40, 16, 80);
    expect(value).toBeCloseTo(4.5, 12);
    expect(n).toBe(120);
    expectRelative(interval?.low ?? 0, 2.939569192214994, 1e-12);
    expectRelative(interval?.high ?? 0, 7.15222343486603, 1e-12);
  });

  test.each([
    // The first is Agresti's aspirin study; R's PropCIs::riskscoreci gives 1.433904 to 2.304713. All to 30 digits by other software.
    [189, 11_034, 104, 11_037, 1.4339038158932371, 2.304712855009851],
    [7, 34, 1, 34, 1.2208528535148115, 42.575717609760396],
    [56, 70, 48, 80, 1.0798215063618983, 1.6708055780191118],
    [10, 10, 7, 10, 0.9741613447272223, 2.520300088093751],
    [10, 10, 10, 10, 0.7224672001371107, 1.3841458820694126],
    [3, 1e9, 9, 1e9, 0.09762455978990127, 1.1381471136829882],
  ])("%i of %i against %i of %i lies within the right limits", (a, n, b, m, low, high) => {
    const { interval } = riskRatio(a, n, b, m);
    expectRelative(interval?.low ?? 0, low, 1e-11);
    expectRelative(interval?.high ?? 0, high, 1e-11);
  });

  test("gives Katz's interval on the scale of logarithms", () => {
    // Agresti (2007), "An Introduction to Categorical Data Analysis", 2.3.3: 1.43 to 2.31.
    const { interval } = riskRatio(189, 11_034, 104, 11_037, { method: "katz" });
    expectRelative(interval?.low ?? 0, 1.4330309030505628, 1e-12);
    expectRelative(interval?.high ?? 0, 2.305884232422446, 1e-12);
    expect(riskRatio(0, 10, 5, 20, { method: "katz" })).toEqual({ value: 0, interval: null, n: 30 });
  });

  test("has no upper end where nobody in the second sample did, and starts at 0 where nobody in the first", () => {
    const open = riskRatio(5, 20, 0, 10);
    expect(open).toMatchObject({ value: null, interval: { high: null } });
    expectRelative(open.interval?.low ?? 0, 0.8021236994431064, 1e-12);
    const none = riskRatio(0, 10, 5, 20);
    expect(none).toMatchObject({ value: 0, interval: { low: 0 } });
    expectRelative(none.interval?.high ?? 0, 1.2466905050857793, 1e-12);
  });

  test("says nothing where nobody did, or where nobody was asked", () => {
    for (const [a, n, b, m] of [
      [0, 10, 0, 20],
      [0, 0, 3, 20],
      [3, 10, 0, 0],
      [0, 0, 0, 0],
    ] as const) {
      expect(riskRatio(a, n, b, m)).toEqual({ value: null, interval: null, n: n + m });
    }
  });

  test("turns round with its samples, holds its value, and holds 1 just where the score test finds no difference", () => {
    fc.assert(
      fc.property(sample, sample, ([a, n], [b, m]) => {
        const { value, interval } = riskRatio(a, n, b, m);
        fc.pre(interval !== null);
        const turned = riskRatio(b, m, a, n).interval;
        if (interval.high === null) expect(turned?.low).toBe(0);
        else expectRelative(turned?.low ?? 0, 1 / interval.high, 1e-9);
        if (value !== null) {
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high ?? value).toBeGreaterThanOrEqual(value);
        }
        const { pValue } = twoProportionTest(a, n, b, m);
        fc.pre(pValue !== null && Math.abs(pValue - 0.05) > 1e-9);
        expect(interval.low > 1 || (interval.high ?? 2) < 1).toBe(pValue < 0.05);
        expect(JSON.parse(JSON.stringify(interval))).toEqual(interval);
      }),
    );
  });

  test("stands weights of any size", () => {
    for (const [a, n, b, m] of [
      [1e-9, 1, 1e-9, 1],
      [1e100, 1e120, 1e-100, 1e120],
      [0.1, 0.2, 0.1, 0.3],
    ] as const) {
      for (const method of ["koopman", "katz"] as const) {
        expect(JSON.stringify(riskRatio(a, n, b, m, { method }))).not.toMatch(/"low":null|"interval":null/);
      }
    }
  });

  test("refuses what is no sample and what is no option", () => {
    for (const wrong of [
      () => riskRatio(3, 2, 1, 2),
      () => riskRatio(1, -2, 1, 2),
      () => riskRatio(1, 2, 1, 2, { level: 95 }),
      () => riskRatio(1, 2, 1, 2, { method: "wald" as never }),
      () => riskRatio(1, 2, 1, 2, { alternative: "less" } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
