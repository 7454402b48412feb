import { journeyTimeDifference, mannWhitneyTest, seededRandom } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, type TestRow } from "../log/logOf.js";

/** Customers who take so many seconds from a to b. */
const steps = (prefix: string, seconds: readonly number[], [a, b] = ["a", "b"]): TestRow[] =>
  seconds.flatMap((one, who) => [
    { who: `${prefix}${who}`, where: a ?? "", when: 0 },
    { who: `${prefix}${who}`, where: b ?? "", when: 1000 * one },
  ]);
const spread = (from: number, n: number) => Array.from({ length: n }, (_, index) => from + 1.5 * index);

describe("journeyTimeDifference", () => {
  test("compares by Mann and Whitney's test, each customer's first time", () => {
    const [x, y] = [spread(10, 20), spread(22, 15)];
    // One of the first goes through the step again, and slowly: that is no second observation.
    const again = [
      { who: "x0", where: "a", when: 60_000 },
      { who: "x0", where: "b", when: 9_000_000 },
    ];
    const { differences } = journeyTimeDifference(logOf([...steps("x", x), ...again]), logOf(steps("y", y)));
    const expected = mannWhitneyTest(x, y);
    expect(differences).toEqual([
      {
        from: "a",
        to: "b",
        first: { customers: 20, medianSeconds: 24.25 },
        second: { customers: 15, medianSeconds: 32.5 },
        shiftSeconds: expected.shift,
        interval: expected.interval,
        probabilityOfSuperiority: expected.probabilityOfSuperiority,
        pValue: expected.pValue,
        adjustedPValue: expected.pValue,
      },
    ]);
  });

  test("adjusts for all steps, and counts those that too few took in either log", () => {
    const rows = (prefix: string, slow: number) => [
      ...steps(`${prefix}1`, spread(10 + slow, 30)),
      ...steps(`${prefix}2`, spread(10, 30), ["c", "d"]),
      ...steps(`${prefix}3`, spread(10, prefix === "x" ? 30 : 9), ["e", "f"]),
    ];
    const found = journeyTimeDifference(logOf(rows("x", 20)), logOf(rows("y", 0)));
    expect(found.differences.map(({ from, pValue, adjustedPValue }) => [from, adjustedPValue / pValue])).toEqual([
      ["a", 2],
      ["c", 1],
    ]);
    expect(found.untested).toBe(1);
  });

  test("finds nothing between two halves of one population, at the rate that it states", () => {
    const random = seededRandom(3);
    const draw = (prefix: string) =>
      ["b", "c", "d", "e"].flatMap((to) =>
        steps(
          `${prefix}${to}`,
          Array.from({ length: 25 }, () => -60 * Math.log(1 - random())),
          ["a", to],
        ),
      );
    let alarms = 0;
    for (let round = 0; round < 100; round++) {
      const { differences } = journeyTimeDifference(logOf(draw("x")), logOf(draw("y")));
      if (differences.some(({ adjustedPValue }) => adjustedPValue < 0.05)) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(11);
  });

  test("turns round with its logs, and tells nothing of a log and itself", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, others) => {
        const [one, other] = [logOf(rows), logOf(others)];
        const there = journeyTimeDifference(one, other, { minimumCustomers: 1 });
        const back = journeyTimeDifference(other, one, { minimumCustomers: 1 });
        expect(there.untested).toBe(back.untested);
        const brief = (of: typeof there, turned: boolean) =>
          of.differences.map((step) => [
            step.from,
            step.to,
            turned ? step.second : step.first,
            (turned ? 0 - step.shiftSeconds : step.shiftSeconds) + 0,
          ]);
        expect(brief(there, false)).toEqual(brief(back, true));
        const self = journeyTimeDifference(one, one, { minimumCustomers: 1 });
        expect(self.differences.every(({ shiftSeconds, pValue }) => shiftSeconds === 0 && pValue === 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("refuses what is no log, and wrong options even of empty logs", () => {
    expect(() => journeyTimeDifference([] as never, logOf([]))).toThrowError(/requires an event log/);
    for (const wrong of [{ minimumCustomers: 0 }, { adjust: "fdr" }, { level: 95 }, { minimum: 3 }]) {
      expect(() => journeyTimeDifference(logOf([]), logOf([]), wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    expect(journeyTimeDifference(logOf([]), logOf([]))).toEqual({ differences: [], untested: 0 });
  });
});
