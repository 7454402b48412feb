/** The test of two groups against drawing lots, and its distance at the ends of its scale. */
import { seededRandom, twoProportionTest } from "cxkit";
import { describe, expect, test } from "vitest";
import { type DriftGroup, groupDifference } from "../../../src/journey/change/driftCounts.js";

/** A group of customers, each with the numbers of the features they have. */
function groupOf(customers: readonly (readonly number[])[], size: number): DriftGroup {
  const both = new Float64Array(size * size);
  for (const mine of customers)
    for (const a of mine) for (const b of mine) both[a * size + b] = (both[a * size + b] ?? 0) + 1;
  return { customers: customers.length, both };
}

describe("the distance of two groups", () => {
  const some = (...features: number[]) => Array.from({ length: 40 }, () => features);
  test("is 0 where both do the same, 1 where they have nothing in common, and known in between", () => {
    const distance = (a: readonly number[][], b: readonly number[][]) =>
      groupDifference(groupOf(a, 3), groupOf(b, 3), 3)?.distance;
    expect(distance(some(0, 1), some(0, 1))).toBe(0);
    expect(distance(some(0), some(1))).toBeCloseTo(1, 12);
    // Half of what the one does is all that the other does: H(3/4, 1/4) − H(1/2, 1/2) / 2 = 0.3113 bits.
    expect(distance(some(0, 1), some(0))).toBeCloseTo(Math.sqrt(0.311278124459133), 12);
  });
});

describe("the p-value of two groups", () => {
  test("of one feature is that of two shares, twice because two ways are looked at", () => {
    const customers = (yes: number, no: number) => [...Array(yes).fill([0]), ...Array(no).fill([])];
    const found = groupDifference(groupOf(customers(40, 60), 1), groupOf(customers(25, 75), 1), 1);
    expect(found?.pValue).toBeCloseTo(2 * (twoProportionTest(40, 100, 25, 100).pValue ?? 0), 12);
  });

  test("is null where nothing occurs often enough, and there is none without customers", () => {
    expect(groupDifference(groupOf([[0], [0]], 1), groupOf([[], [0]], 1), 1)?.pValue).toBeNull();
    expect(groupDifference(groupOf([], 1), groupOf([[0]], 1), 1)).toBeNull();
  });

  test("of the sum of correlated features comes near to what drawing lots says", () => {
    const random = seededRandom(11);
    // Features 0 to 3 nearly always come together, 4 and 5 by themselves; the second group has a little more of them.
    const customer = (more: number): number[] => {
      const together = random() < 0.3 + more;
      const first = [0, 1, 2, 3].filter(() => (random() < 0.95 ? together : !together));
      return [...first, ...[4, 5].filter(() => random() < 0.4 + more)];
    };
    const people = [
      ...Array.from({ length: 150 }, () => customer(0)),
      ...Array.from({ length: 150 }, () => customer(0.06)),
    ];
    const differ = (all: readonly number[][]) =>
      groupDifference(groupOf(all.slice(0, 150), 6), groupOf(all.slice(150), 6), 6);
    const seen = differ(people);
    const draws = 2000;
    let [larger, smallerP] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const lots = people.slice();
      for (let index = lots.length - 1; index > 0; index--) {
        const other = Math.floor(random() * (index + 1));
        [lots[index], lots[other]] = [lots[other] ?? [], lots[index] ?? []];
      }
      const drawn = differ(lots);
      if ((drawn?.strength ?? 0) >= (seen?.strength ?? 0)) larger++;
      if ((drawn?.pValue ?? 1) <= (seen?.pValue ?? 1)) smallerP++;
    }
    expect(seen?.pValue).toBeLessThan(1);
    // Drawing lots gives the chance of as small a p-value, which is at most that p-value, and half of it or more.
    expect(smallerP / draws).toBeLessThan((seen?.pValue ?? 0) + 0.03);
    expect(smallerP / draws).toBeGreaterThan((seen?.pValue ?? 1) / 2 - 0.03);
    expect(larger / draws).toBeLessThan((seen?.pValue ?? 0) + 0.03);
  });
});
