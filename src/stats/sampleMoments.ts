import { roundingOfSum } from "./roundingOfSum.js";

/** What most formulas need to know of a sample. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  /** The mean less the origin, with the digits that the mean itself has no room for. */
  readonly offset: number;
  /** With n − 1; null for fewer than two values. */
  readonly variance: number | null;
}

// Squares of larger values would overflow in sums of many rows.
export const largestNumber = 1e140;

function meanFrom(values: Float64Array, origin: number): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    lost += roundingOfSum(sum, value - origin);
    sum += value - origin;
  }
  return (sum + lost) / values.length;
}

/**
 * The moments of a sample that is not empty. What rounding alone puts between equal values is no variance.
 *
 * @param origin A value near the sample, one for all samples whose offsets are to be compared.
 */
export function sampleMoments(values: Float64Array, origin: number = values[0] as number): SampleMoments {
  const n = values.length;
  const [mean, offset] = [meanFrom(values, 0), meanFrom(values, origin)];
  const squares = values.reduce((sum, value) => sum + (value - origin - offset) ** 2, 0);
  const rounding = n * (2 * Number.EPSILON * mean) ** 2;
  return { n, mean, offset, variance: n < 2 ? null : (squares > rounding ? squares : 0) / (n - 1) };
}
