import { negligibleVariance } from "./standardisedRegression.js";

/** Beyond this many drivers, the subsets are too many. */
export const mostExactDrivers = 15;

/**
 * R² of the last column of a correlation matrix on every subset of the others; bit i of a place says whether driver i is in.
 *
 * Walks the subsets as a tree that takes in one driver at a time, so that all of them together cost about three eliminations
 * of two by two for each, and not one regression.
 */
function rSquaredBySubset(correlations: Float64Array, drivers: number): Float64Array {
  const size = drivers + 1;
  const bySubset = new Float64Array(2 ** drivers);
  const levels = Array.from({ length: size }, () => new Float64Array(size * size));
  const visit = (driver: number, subset: number, explained: number, left: Float64Array): void => {
    if (driver === drivers) {
      bySubset[subset] = Math.min(1, explained);
      return;
    }
    visit(driver + 1, subset, explained, left);
    const taken = subset | (1 << driver);
    const own = left[driver * (size + 1)] as number;
    // What others in the subset determine adds nothing.
    if (own <= negligibleVariance) {
      visit(driver + 1, taken, explained, left);
      return;
    }
    const rest = levels[driver] as Float64Array;
    for (let i = driver + 1; i < size; i++) {
      const slope = (left[driver * size + i] as number) / own;
      for (let j = i; j < size; j++)
        rest[i * size + j] = (left[i * size + j] as number) - slope * (left[driver * size + j] as number);
    }
    visit(driver + 1, taken, explained + (left[driver * size + drivers] as number) ** 2 / own, rest);
  };
  visit(0, 0, 0, correlations);
  return bySubset;
}

/** How much each driver adds to R², averaged over all orders in which the drivers can be taken in. */
export function shapleyValues(correlations: Float64Array, drivers: number): number[] {
  const rSquared = rSquaredBySubset(correlations, drivers);
  /** The share of orders in which a driver comes after just these others, by how many these are. */
  const weights = [1 / drivers];
  for (let before = 1; before < drivers; before++) {
    weights.push(((weights[before - 1] ?? 0) * before) / (drivers - before));
  }
  const sizes = new Uint8Array(rSquared.length);
  const values = new Float64Array(drivers);
  for (let subset = 0; subset < rSquared.length; subset++) {
    const members = subset === 0 ? 0 : (sizes[subset >> 1] as number) + (subset & 1);
    sizes[subset] = members;
    const weight = weights[members] as number;
    const without = rSquared[subset] as number;
    for (let driver = 0; driver < drivers; driver++) {
      const bit = 1 << driver;
      if ((subset & bit) === 0) (values[driver] as number) += weight * ((rSquared[subset | bit] as number) - without);
    }
  }
  // Less than nothing is rounding: a subset never explains less than a part of it.
  return Array.from(values, (value) => Math.max(0, value));
}
