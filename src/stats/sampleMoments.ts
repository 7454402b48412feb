import { CxError } from "../error/cxError.js";
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

/** Refuses a list that holds anything but finite numbers. */
export function checkNumbers(name: string, values: ArrayLike<number>): void {
  if (!(Array.isArray(values) || ArrayBuffer.isView(values))) {
    throw new CxError("invalid-option", `${name} requires an array of numbers`, values);
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(typeof value === "number" && Math.abs(value) <= largestNumber)) {
      throw new CxError("invalid-value", `${name} requires finite numbers of at most 1e140`, value, i);
    }
  }
}

/** The moments of a sample that is not empty. What rounding alone puts between equal values is no variance. */
export function sampleMoments(values: readonly number[]): SampleMoments {
  const n = values.length;
  const running = emptyRunningMean();
  for (const value of values) addToMean(running, value, 1);
  return { n, mean: meanOf(running), variance: n < 2 ? null : spreadOf(running) / (n - 1) };
}
