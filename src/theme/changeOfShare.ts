import { fisherExactTest } from "../stats/fisherExactTest.js";
import type { Interval } from "../stats/interval.js";
import { twoProportionTest } from "../stats/twoProportionTest.js";

/** A part of a whole, as counts. */
export type Part = readonly [part: number, whole: number];

/** How a share has changed; tested exactly where fewer than five are expected. */
export function changeOfShare(
  [part, whole]: Part,
  [partBefore, wholeBefore]: Part,
  level: number,
): { readonly difference: number | null; readonly interval: Interval | null; readonly pValue: number | null } {
  const { difference, interval, pValue } = twoProportionTest(part, whole, partBefore, wholeBefore, { level });
  const pooled = (part + partBefore) / (whole + wholeBefore);
  if (difference === null || Math.min(pooled, 1 - pooled) * Math.min(whole, wholeBefore) >= 5) {
    return { difference, interval, pValue };
  }
  const table = [
    [part, whole - part],
    [partBefore, wholeBefore - partBefore],
  ] as const;
  return { difference, interval, pValue: fisherExactTest(table).pValue };
}
