import { fisherExactTest } from "./fisherExactTest.js";
import type { Interval } from "./interval.js";
import { twoProportionTest } from "./twoProportionTest.js";

/** A part of a whole, as counts. */
export type Part = readonly [part: number, whole: number];

/** Where any cell of a table expects fewer than this, the exact test is due. */
const fewest = 5;

/** The first share less the second, both 0–1; tested exactly where fewer than five are expected. Null where either is a share of none. */
export function differenceOfShares(
  [part1, whole1]: Part,
  [part2, whole2]: Part,
  level: number,
): { readonly difference: number | null; readonly interval: Interval | null; readonly pValue: number | null } {
  const { difference, interval, pValue } = twoProportionTest(part1, whole1, part2, whole2, { level });
  const [yes, all] = [part1 + part2, whole1 + whole2];
  if (difference === null || (Math.min(whole1, whole2) * Math.min(yes, all - yes)) / all >= fewest) {
    return { difference, interval, pValue };
  }
  const table = [
    [part1, whole1 - part1],
    [part2, whole2 - part2],
  ] as const;
  return { difference, interval, pValue: fisherExactTest(table).pValue };
}
