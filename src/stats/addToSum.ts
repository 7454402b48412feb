import { roundingOfSum } from "./roundingOfSum.js";

/** Many sums as two columns: what has been summed, and what rounding took from it. */
export interface LongSums {
  readonly sums: number[];
  readonly lost: number[];
}

/** Adds a term to one of many sums without losing digits. */
export function addToSum({ sums, lost }: LongSums, index: number, term: number): void {
  const before = sums[index] ?? 0;
  sums[index] = before + term;
  lost[index] = (lost[index] ?? 0) + roundingOfSum(before, term);
}

/** Adds one of other sums to one of these. */
export function mergeSum(into: LongSums, index: number, from: LongSums, place: number): void {
  addToSum(into, index, from.sums[place] ?? 0);
  into.lost[index] = (into.lost[index] ?? 0) + (from.lost[place] ?? 0);
}

/** One of many sums; 0 where nothing was added. */
export const sumAt = ({ sums, lost }: LongSums, index: number): number => (sums[index] ?? 0) + (lost[index] ?? 0);
