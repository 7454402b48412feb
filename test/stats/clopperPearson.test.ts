import { clopperPearson, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCoverage } from "./leastCoverage.js";

const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("clopperPearson", () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 5.
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("%i of %i is within the published limits", (successes, n, low, high) => {
    expect(clopperPearson(successes, n).low).toBeCloseTo(low, 4);
    expect(clopperPearson(successes, n).high).toBeCloseTo(high, 4);
  });

  test("has the closed form at the ends", () => {
    for (const n of [1, 2, 20, 1000, 1e7]) {
      const { low, high } = clopperPearson(0, n);
      expect(low).toBe(0);
      expect(high / -Math.expm1(Math.log(0.025) / n)).toBeCloseTo(1, 11);
      expect(clopperPearson(n, n).high).toBe(1);
      expect(clopperPearson(n, n).low).toBeCloseTo(0.025 ** (1 / n), 12);
    }
  });

  test.each([0.8, 0.95, 0.99])("covers at least as often as said, counted over all outcomes (%f)", (level) => {
    expect(leastCoverage((x, n) => clopperPearson(x, n, { level }), 40)).toBeGreaterThanOrEqual(level);
  });

  test("holds the share and mirrors", () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([successes, n], level) => {
        const { low, high } = clopperPearson(successes, n, { level });
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        const mirrored = clopperPearson(n - successes, n, { level });
        expect(mirrored.low).toBeCloseTo(1 - high, 11);
        expect(mirrored.high).toBeCloseTo(1 - low, 11);
      }),
    );
  });

  test("meets Wilson's where n is huge, and takes weights", () => {
    const [exact, score] = [clopperPearson(3e8, 1e9), wilson(3e8, 1e9)];
    expect(exact.low / score.low).toBeCloseTo(1, 8);
    expect(exact.high / score.high).toBeCloseTo(1, 8);
    expect(clopperPearson(2.5, 10).low).toBeGreaterThan(clopperPearson(2, 10).low);
    expect(clopperPearson(2.5, 10).low).toBeLessThan(clopperPearson(3, 10).low);
  });

  test("refuses what is no sample and what is no level", () => {
    for (const wrong of [
      () => clopperPearson(3, 2),
      () => clopperPearson(-1, 2),
      () => clopperPearson(Number.NaN, 2),
      () => clopperPearson(1, 0),
      () => clopperPearson(1, 2, { level: 95 }),
      () => clopperPearson(1, 2, { levl: 0.9 } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
