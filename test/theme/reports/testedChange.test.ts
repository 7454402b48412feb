import { normalQuantile, seededRandom, twoProportionTest } from "cxkit";
import { describe, expect, test } from "vitest";
import { type PeriodPart, shareChange, shareSlope } from "../../../src/theme/reports/testedChange.js";

const partsOf = (parts: readonly number[], wholes: readonly number[]): PeriodPart[] =>
  parts.map((part, time) => ({ time, part, whole: wholes[time] ?? 0 }));

/** Shares of a theme in periods of about `n` comments, whose log-odds swing by `swing`. */
function randomParts(random: () => number, periods: number, n: number, swing: number): PeriodPart[] {
  return Array.from({ length: periods }, (_, time) => {
    const odds = Math.exp(-2 + swing * normalQuantile(0.5 * (random() + 1e-9) + 0.25));
    const whole = Math.round(n * (0.5 + random()));
    let part = 0;
    for (let i = 0; i < whole; i++) if (random() < odds / (1 + odds)) part++;
    return { time, part, whole };
  });
}

describe("shareSlope", () => {
  test("is R's prop.trend.test: smokers among patients of four studies, X-squared 8.2249, p 0.004132", () => {
    // Fleiss (1981), "Statistical Methods for Rates and Proportions", page 139; figures from the manual of R's prop.trend.test.
    const { value, pValue, dispersion } = shareSlope(partsOf([83, 90, 129, 70], [86, 93, 136, 82]), 0.95);
    expect(pValue).toBeCloseTo(0.004132, 6);
    expect(value).toBeLessThan(0);
    expect(dispersion).toBeNull();
  });

  test("follows a straight line, and does not depend on when time is counted from", () => {
    const wholes = [100, 200, 50, 400, 100, 80, 300];
    const parts = wholes.map((whole, time) => whole * (0.1 + 0.05 * time));
    const plain = shareSlope(partsOf(parts, wholes), 0.95);
    expect(plain.value).toBeCloseTo(0.05, 12);
    const later = shareSlope(
      partsOf(parts, wholes).map((one) => ({ ...one, time: one.time + 2000 })),
      0.95,
    );
    expect(later.value).toBeCloseTo(0.05, 10);
    expect(later.pValue).toBeCloseTo(plain.pValue ?? 1, 10);
  });

  test("tells nothing of two periods, nor of a share that is always 0 or 1", () => {
    expect(shareSlope(partsOf([1, 5], [10, 10]), 0.95).value).toBeNull();
    expect(shareSlope(partsOf([0, 0, 0], [10, 10, 10]), 0.95)).toMatchObject({
      value: 0,
      interval: null,
      pValue: null,
    });
    expect(shareSlope(partsOf([10, 10, 10], [10, 10, 10]), 0.95)).toMatchObject({ value: 0, pValue: null });
  });
});

describe("shareChange", () => {
  test("is the test of two shares where few periods are compared with", () => {
    const parts = partsOf([12, 9, 40], [100, 90, 110]);
    const { value, pValue, interval, dispersion } = shareChange(parts[2], parts.slice(0, 2), 0.95);
    const plain = twoProportionTest(40, 110, 21, 190);
    expect(value).toBeCloseTo(plain.difference ?? 0, 12);
    expect(pValue).toBeCloseTo(plain.pValue ?? 0, 12);
    expect(interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 12);
    expect(interval?.high).toBeCloseTo(plain.interval?.high ?? 0, 12);
    expect(dispersion).toBeNull();
  });

  test("is no news where the share swings as much anyway", () => {
    const steady = partsOf([20, 21, 19, 20, 20, 20, 40], new Array(7).fill(200));
    const swinging = partsOf([20, 44, 3, 30, 10, 13, 40], new Array(7).fill(200));
    const [calm, wild] = [steady, swinging].map((parts) => shareChange(parts[6], parts.slice(0, 6), 0.95));
    expect(calm?.value).toBe(wild?.value);
    expect(calm?.pValue).toBeLessThan(0.01);
    expect(calm?.dispersion).toBeLessThan(1);
    expect(wild?.pValue).toBeGreaterThan(0.2);
    expect(wild?.dispersion).toBeGreaterThan(5);
    expect((wild?.interval?.high ?? 0) - (wild?.interval?.low ?? 0)).toBeGreaterThan(
      2 * ((calm?.interval?.high ?? 0) - (calm?.interval?.low ?? 0)),
    );
  });

  test("tells nothing without comments before", () => {
    expect(shareChange({ time: 1, part: 3, whole: 9 }, [], 0.95)).toMatchObject({ value: null, pValue: null });
    expect(shareChange(undefined, partsOf([3], [9]), 0.95)).toMatchObject({ value: null, pValue: null });
  });
});

describe("both", () => {
  test("have the figures of weighted least squares and Pearson's dispersion, as worked out with NumPy and SciPy", () => {
    const parts = partsOf([20, 44, 3, 30, 10, 13, 40, 22], [200, 180, 220, 150, 190, 210, 205, 160]);
    const slope = shareSlope(parts, 0.95);
    expect(slope.value).toBeCloseTo(0.001361626062655769, 12);
    expect(slope.dispersion).toBeCloseTo(14.315333815186634, 9);
    expect(slope.pValue).toBeCloseTo(0.9249952255827188, 10);
    expect(slope.interval?.low).toBeCloseTo(-0.03257745596868831, 10);
    const change = shareChange(parts.at(-1), parts.slice(0, -1), 0.95);
    expect(change.value).toBeCloseTo(0.019418819188191896, 12);
    expect(change.dispersion).toBeCloseTo(14.467069513246466, 9);
    expect(change.pValue).toBeCloseTo(0.8571840395621466, 10);
  });

  test.each([0, 0.6])("are wrong of at most 6 in 100 shares that have no trend (swings of %d in log-odds)", (swing) => {
    const random = seededRandom(3);
    const alarms = { change: 0, slope: 0 };
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const parts = randomParts(random, 13, 120, swing);
      if ((shareChange(parts.at(-1), parts.slice(0, -1), 0.95).pValue ?? 1) <= 0.05) alarms.change++;
      if ((shareSlope(parts, 0.95).pValue ?? 1) <= 0.05) alarms.slope++;
    }
    expect(alarms.change / runs).toBeLessThan(0.06);
    expect(alarms.slope / runs).toBeLessThan(0.07);
  });
});
