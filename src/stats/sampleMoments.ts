import { addToMean, emptyRunningMean, meanOf, spreadOf } from "./runningMean.js";

/** What most formulas need to know of a sample. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  /** With n − 1; null for fewer than two values. */
  readonly variance: number | null;
}

// Squares of larger values would overflow in sums of many rows.
export const largestNumber = 1e140;

/** The moments of a sample that is not empty. What rounding alone puts between equal values is no variance. */
export function sampleMoments(values: Float64Array): SampleMoments {
  const n = values.length;
  const running = emptyRunningMean();
  for (const value of values) addToMean(running, value, 1);
  return { n, mean: meanOf(running), variance: n < 2 ? null : spreadOf(running) / (n - 1) };
}
