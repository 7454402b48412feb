import { roundingOfSum } from "./roundingOfSum.js";

/** Sums from which a mean and the spread around it can be told, that merge without losing digits; plain data. */
export interface RunningMean {
  weight: number;
  sum: number;
  /** What rounding took from the sum (Neumaier). */
  lost: number;
  /** The sum of squared deviations from the mean (Welford). */
  squares: number;
}

export const emptyRunningMean = (): RunningMean => ({ weight: 0, sum: 0, lost: 0, squares: 0 });

export const meanOf = ({ sum, lost, weight }: RunningMean): number => (sum + lost) / weight;

function addToSum(running: RunningMean, value: number): void {
  running.lost += roundingOfSum(running.sum, value);
  running.sum += value;
}

/** Adds a value that counts with a weight. */
export function addToMean(running: RunningMean, value: number, weight: number): void {
  if (weight === 0) return;
  const before = running.weight === 0 ? value : meanOf(running);
  addToSum(running, weight * value);
  running.weight += weight;
  running.squares += weight * (value - before) * (value - meanOf(running));
}

/** Adds all that another has seen: its squares and those between the two means (Chan, Golub and LeVeque). */
export function mergeMean(into: RunningMean, other: RunningMean): void {
  if (other.weight === 0) return;
  const distance = into.weight === 0 ? 0 : meanOf(other) - meanOf(into);
  into.squares += other.squares + ((distance * into.weight) / (into.weight + other.weight)) * distance * other.weight;
  addToSum(into, other.sum);
  into.lost += other.lost;
  into.weight += other.weight;
}

/** The squares of deviations from the mean, without those that rounding alone leaves of equal values. */
export function spreadOf(running: RunningMean): number {
  const rounding = running.weight * (2 * Number.EPSILON * meanOf(running)) ** 2;
  return running.squares > rounding ? running.squares : 0;
}
