import { agrestiCoull, wald, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCoverage } from "./leastCoverage.js";

const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("agrestiCoull", () => {
  test.each([
    // Sauro and Lewis quote 36–98 % for the first; statsmodels, method "agresti_coull", for the others.
    [4, 5, 0.3596, 0.9797],
    [10, 12, 0.54, 0.965],
    [5, 7, 0.3524, 0.9244],
    [81, 263, 0.2552, 0.3663],
    [0, 20, 0, 0.1898],
    [1, 29, 0, 0.1863],
  ])("%i of %i is within the published limits", (successes, n, low, high) => {
    expect(Math.abs(agrestiCoull(successes, n).low - low)).toBeLessThan(0.0006);
    expect(Math.abs(agrestiCoull(successes, n).high - high)).toBeLessThan(0.0006);
  });

  test("gives the figures of statpsych's ci.prop(.05, 12, 100), which adds two and two", () => {
    const { low, high } = agrestiCoull(12, 100, { added: 4 });
    expect(low).toBeCloseTo(0.06901848, 8);
    expect(high).toBeCloseTo(0.2002123, 7);
  });

  test("is the textbook interval with nothing added", () => {
    expect(agrestiCoull(81, 263, { added: 0 })).toEqual(wald(81, 263));
  });

  test("covers at least 92 % of the time where 95 are said, from eight answers on, counted over all outcomes", () => {
    expect(leastCoverage((x, n) => agrestiCoull(x, n), 40, 8)).toBeGreaterThan(0.92);
  });

  test("holds Wilson's interval, has its centre, and mirrors", () => {
    fc.assert(
      fc.property(sample, ([successes, n]) => {
        const { low, high } = agrestiCoull(successes, n);
        const score = wilson(successes, n);
        expect(low).toBeLessThanOrEqual(score.low + 1e-12);
        expect(high).toBeGreaterThanOrEqual(score.high - 1e-12);
        if (low > 0 && high < 1) expect(low + high).toBeCloseTo(score.low + score.high, 12);
        const mirrored = agrestiCoull(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  test("refuses what is no sample, no level and no number of answers", () => {
    for (const wrong of [
      () => agrestiCoull(3, 2),
      () => agrestiCoull(1, 0),
      () => agrestiCoull(1, 2, { level: 95 }),
      () => agrestiCoull(1, 2, { added: -1 }),
      () => agrestiCoull(1, 2, { added: Number.NaN }),
      () => agrestiCoull(1, 2, { add: 4 } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
