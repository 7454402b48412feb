import { calibration, logisticRegression } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Twelve customers in three groups, told 10 %, 30 % and 80 %; 1, 1 and 3 of four leave. */
const risks = [0.1, 0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.3, 0.8, 0.8, 0.8, 0.8];
const left = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1];
const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 19 }), fc.boolean()), { minLength: 1, maxLength: 80 });
const split = (some: readonly (readonly [number, boolean])[]) =>
  [some.map(([score]) => score / 20), some.map(([, outcome]) => outcome)] as const;
const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);

describe("calibration", () => {
  test("compares expected with observed, equal probabilities together", () => {
    const result = calibration(risks, left);
    expect(result.expected).toBeCloseTo(4.8, 14);
    expect(result.observed).toBe(5);
    expect(result.bins.map(({ n, observed, rate }) => [n, observed, rate])).toEqual([
      [4, 1, 0.25],
      [4, 1, 0.25],
      [4, 3, 0.75],
    ]);
    // Wilson's interval of 3 of 4.
    expect(result.bins[2]?.interval).toEqual({
      low: expect.closeTo(0.3006, 4),
      high: expect.closeTo(0.9544, 4),
      level: 0.95,
    });
  });

  test("has Hosmer and Lemeshow's statistic, by hand", () => {
    const wanted = 0.6 ** 2 / (0.4 * 0.9) + 0.2 ** 2 / (1.2 * 0.7) + 0.2 ** 2 / (3.2 * 0.2);
    const test = calibration(risks, left).hosmerLemeshow;
    expect(test.statistic).toBeCloseTo(wanted, 12);
    expect(test.degreesOfFreedom).toBe(3);
    expect(calibration(risks, left, { fitted: true }).hosmerLemeshow.degreesOfFreedom).toBe(1);
  });

  test("has the slope of a logistic regression on the log-odds, and an intercept that makes the sums agree", () => {
    const result = calibration(risks, left);
    const rows = risks.map((risk, i) => ({ logOdds: Math.log(risk / (1 - risk)), one: left[i] === 1 }));
    const [slope] = logisticRegression(rows, {
      outcome: (row) => row.one,
      predictors: { logOdds: (row) => row.logOdds },
    }).coefficients;
    expect(result.slope.value).toBeCloseTo(slope?.value ?? 0, 12);
    expect(result.slope.standardError).toBeCloseTo(slope?.standardError ?? 0, 12);
    const shift = result.intercept.value ?? 0;
    expect(sum(rows.map(({ logOdds }) => 1 / (1 + Math.exp(-logOdds - shift))))).toBeCloseTo(5, 12);
  });

  test("finds a slope of a half in predictions twice as extreme as they should be", () => {
    // In each group as many leave as the middle figure says; predictions have twice its log-odds.
    const groups = [0.1, 0.3, 0.6, 0.8].map((share) => ({ share, told: share ** 2 / (share ** 2 + (1 - share) ** 2) }));
    const rows = groups.flatMap(({ share, told }) =>
      Array.from({ length: 100 }, (_, i) => ({ told, one: i < 100 * share })),
    );
    const result = calibration(
      rows.map(({ told }) => told),
      rows.map(({ one }) => one),
    );
    expect(result.slope.value).toBeCloseTo(0.5, 10);
  });

  test("keeps every row in one bin, in order, whatever the order of rows", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 12 }), (some, bins) => {
        const [probabilities, outcomes] = split(some);
        const result = calibration(probabilities, outcomes, { bins });
        expect(sum(result.bins.map(({ n }) => n))).toBe(some.length);
        expect(sum(result.bins.map(({ observed }) => observed))).toBe(result.observed);
        expect(result.bins.length).toBeLessThanOrEqual(bins);
        expect(result.expected).toBeCloseTo(sum(probabilities), 10);
        for (const [place, { from }] of result.bins.slice(1).entries()) {
          expect(from).toBeGreaterThan(result.bins[place]?.to ?? 1);
        }
        expect(calibration([...probabilities].reverse(), [...outcomes].reverse(), { bins })).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("has no slope where probabilities are certain, do not differ, or outcomes do not", () => {
    const none = { value: null, interval: null };
    expect(calibration([0, 0.5, 1], [0, 1, 1])).toMatchObject({ slope: none, intercept: none });
    expect(calibration([0.5, 0.5, 0.5], [0, 1, 1]).slope.value).toBeNull();
    expect(calibration([0.5, 0.5, 0.5], [0, 1, 1]).intercept.value).toBeCloseTo(Math.log(2), 12);
    expect(calibration([0.2, 0.5], [1, 1])).toMatchObject({ slope: none, intercept: none, observed: 2 });
    expect(calibration([], [])).toMatchObject({ n: 0, expected: 0, bins: [], hosmerLemeshow: { statistic: null } });
  });

  test("puts a hundred different probabilities into tenths of ten", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100);
    const result = calibration(
      hundred,
      hundred.map((risk) => (risk * 37) % 1 < risk),
    );
    expect(result.bins.map(({ n }) => n)).toEqual(new Array(10).fill(10));
    expect(result.bins[3]).toMatchObject({ from: 0.305, to: 0.395 });
  });

  test("refuses what is no probability, with its index", () => {
    expect(() => calibration([0.5, 1.2], [0, 1])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    for (const options of [{ bins: 0 }, { bins: 2.5 }, { level: 95 }, { bin: 3 }]) {
      expect(() => calibration([], [], options)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
