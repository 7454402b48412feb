/** Nothing to measure is no error: an empty sample has no value, and an interval that rules nothing out. */
import {
  agrestiCoull,
  clopperPearson,
  jeffreys,
  newcombeDifference,
  poissonRate,
  poissonRateTest,
  tangoDifference,
  twoProportionTest,
  wald,
  wilson,
} from "cxkit";
import { describe, expect, test } from "vitest";

describe("an empty sample", () => {
  test.each([
    ["wilson", wilson],
    ["agrestiCoull", agrestiCoull],
    ["clopperPearson", clopperPearson],
    ["jeffreys", jeffreys],
    ["wald", wald],
  ])("leaves every share possible: %s", (_, interval) => {
    expect(interval(0, 0)).toEqual({ low: 0, high: 1, level: 0.95 });
    expect(() => interval(1, 0)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => interval(0, 0, { level: 95 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, null, "10"]) {
      expect(() => interval(0, wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("leaves every difference possible", () => {
    const every = { low: -1, high: 1, level: 0.95 };
    expect(newcombeDifference(0, 0, 3, 10)).toEqual(every);
    expect(newcombeDifference(3, 10, 0, 0, { continuity: true })).toEqual(every);
    expect(tangoDifference(0, 0, 0)).toEqual(every);
  });

  test("cannot be compared with another", () => {
    const nothing = {
      difference: null,
      interval: null,
      statistic: null,
      pValue: null,
      riskRatio: null,
      oddsRatio: null,
    };
    expect(twoProportionTest(0, 0, 3, 10)).toEqual({ ...nothing, shares: [null, 0.3], n: 10 });
    expect(twoProportionTest(3, 10, 0, 0)).toEqual({ ...nothing, shares: [0.3, null], n: 10 });
    expect(twoProportionTest(0, 0, 0, 0)).toEqual({ ...nothing, shares: [null, null], n: 0 });
  });

  test("has no rate", () => {
    expect(poissonRate(0, 0)).toEqual({ rate: null, interval: null });
    expect(() => poissonRate(1, 0)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    const unseen = { count: 0, exposure: 0 };
    const nothing = { ratio: null, interval: null, pValue: null };
    expect(poissonRateTest(unseen, { count: 4, exposure: 8 })).toEqual({ ...nothing, rates: [null, 0.5], n: 4 });
    expect(poissonRateTest(unseen, unseen)).toEqual({ ...nothing, rates: [null, null], n: 0 });
  });
});
