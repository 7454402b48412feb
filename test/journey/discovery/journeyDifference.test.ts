import {
  type EventLog,
  fisherExactTest,
  journeyDifference,
  newcombeDifference,
  seededRandom,
  twoProportionTest,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, type TestRow } from "../log/logOf.js";

/** So many customers of a path each. */
const logOfCounts = (prefix: string, ...paths: [number, ...string[]][]): EventLog =>
  logOf(
    paths.flatMap(([count, ...path], kind) =>
      Array.from({ length: count }, (_, who) => `${prefix}${kind}-${who}`).flatMap((who) =>
        path.map((where, when) => ({ who, where, when })),
      ),
    ),
  );
const phone = logOfCounts("p", [40, "cart", "pay"], [50, "cart"], [10, "help", "cart", "pay"]);
const desktop = logOfCounts("d", [150, "cart", "pay"], [50, "cart"]);

describe("journeyDifference", () => {
  const found = journeyDifference(phone, desktop);
  const part = (kind: string, ...path: string[]) =>
    found.differences.find((one) => one.kind === kind && one.path.join() === path.join());

  test("compares by customers, with the test and interval of two shares", () => {
    const test = twoProportionTest(50, 100, 150, 200);
    expect(part("transition", "cart", "pay")).toMatchObject({
      first: { customers: 50, share: 0.5 },
      second: { customers: 150, share: 0.75 },
      difference: -0.25,
      interval: newcombeDifference(50, 100, 150, 200),
      pValue: test.pValue,
    });
    expect(part("variant", "cart", "pay")).toMatchObject({ first: { customers: 40 }, second: { customers: 150 } });
    expect(part("end", "cart")).toMatchObject({ first: { share: 0.5 }, second: { share: 0.25 } });
    expect(part("start", "help")).toMatchObject({ first: { share: 0.1 }, second: { customers: 0, share: 0 } });
  });

  test("takes the exact test where few are expected", () => {
    // Of 300 customers 10 started with help: 10/300 × 100 = 3.3 are expected on the phone.
    expect(part("touchpoint", "help")?.pValue).toBeCloseTo(
      fisherExactTest([
        [10, 90],
        [0, 200],
      ]).pValue,
      14,
    );
  });

  test("allows for all that it tested", () => {
    const { differences } = found;
    const pValues = differences.map(({ pValue }) => pValue);
    expect(pValues).toEqual(pValues.toSorted((a, b) => a - b));
    const last = differences.at(-1);
    expect(last?.adjustedPValue).toBe(last?.pValue);
    differences.forEach(({ pValue, adjustedPValue }) => {
      expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
      expect(adjustedPValue).toBeLessThanOrEqual(pValue * differences.length + 1e-15);
    });
  });

  test("tests what enough customers do, and counts the rest", () => {
    const all = journeyDifference(phone, desktop, { minimumCustomers: 1 });
    const some = journeyDifference(phone, desktop, { minimumCustomers: 50 });
    // Three touchpoints, two transitions, two starts, two ends and three variants.
    expect(all).toMatchObject({ untested: 0, customers: [100, 200], inBoth: 0 });
    expect(all.differences).toHaveLength(12);
    // What has help in it was done by 10 customers: the touchpoint, the transition, the start, the variant.
    expect([some.differences.length, some.untested]).toEqual([8, 4]);
  });

  test("finds nothing between two halves of one population, at the rate that it states", () => {
    const random = seededRandom(5);
    const pick = () => ["a", "b", "c", "d"][Math.floor(random() * 4)] ?? "";
    const draw = (prefix: string): TestRow[] =>
      Array.from({ length: 150 }, (_, who) => who).flatMap((who) =>
        Array.from({ length: 1 + Math.floor(random() * 4) }, (_, when) => ({
          who: `${prefix}${who}`,
          where: pick(),
          when,
        })),
      );
    let alarms = 0;
    for (let round = 0; round < 100; round++) {
      const { differences } = journeyDifference(logOf(draw("x")), logOf(draw("y")));
      if (differences.some(({ adjustedPValue }) => adjustedPValue < 0.05)) alarms++;
    }
    // At most 5 of 100 rounds with any false alarm, give or take three times 2.2.
    expect(alarms).toBeLessThanOrEqual(11);
  });

  test("finds the step that was planted, and first", () => {
    const random = seededRandom(9);
    const draw = (prefix: string, pays: number): TestRow[] =>
      Array.from({ length: 400 }, (_, who) => who).flatMap((who) =>
        ["search", "item", random() < 0.5 ? "review" : "size", "cart", ...(random() < pays ? ["pay"] : [])].map(
          (where, when) => ({ who: `${prefix}${who}`, where, when }),
        ),
      );
    const [surest] = journeyDifference(logOf(draw("x", 0.5)), logOf(draw("y", 0.7))).differences;
    expect(surest?.path).toContain("pay");
    expect(surest?.adjustedPValue).toBeLessThan(0.001);
    expect(surest?.interval.high).toBeLessThan(0);
  });

  test("turns round with its logs, and tells nothing of a log and itself", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, others) => {
        const [one, other] = [logOf(rows), logOf(others)];
        const options = { minimumCustomers: 1 };
        const there = journeyDifference(one, other, options);
        const back = journeyDifference(other, one, options);
        const turned = back.differences.map((d) => [d.kind, d.path, d.second, d.first, 0 - d.difference]);
        expect(there.differences.map((d) => [d.kind, d.path, d.first, d.second, d.difference + 0])).toEqual(turned);
        expect(there.untested).toBe(back.untested);
        const self = journeyDifference(one, one, options);
        expect(self.differences.every(({ difference, pValue }) => difference === 0 && pValue === 1)).toBe(true);
        expect(self.inBoth).toBe(one.customers.length);
      }),
      { numRuns: 40 },
    );
  });

  test("tests nothing where a log is empty", () => {
    const empty = journeyDifference(logOf([]), phone);
    expect(empty).toMatchObject({ differences: [], customers: [0, 100] });
    expect(empty.untested).toBeGreaterThan(0);
  });

  test.each([{ minimumCustomers: 0 }, { minimumCustomers: 1.5 }, { adjust: "fdr" }, { level: 95 }, { minimumN: 5 }])(
    "refuses %j",
    (wrong) => {
      expect(() => journeyDifference(phone, desktop, wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    },
  );
});
