import { symmetricEigen } from "./symmetricEigen.js";

/** What is left of a driver's variance, or of an eigenvalue, when rounding alone is left: then others determine it. */
export const negligibleVariance = 3e-11;

/** A linear regression of standardised figures. */
export interface StandardisedRegression {
  /** How many drivers there are, less those that others determine exactly. */
  readonly rank: number;
  /** The share of the outcome's variance that the drivers explain, 0–1. */
  readonly rSquared: number;
  /** Johnson's relative weights, which sum to `rSquared`. */
  readonly relativeWeights: number[];
  /** Null for a driver that others determine exactly: then its coefficient could be anything. */
  readonly coefficients: (number | null)[];
  /** 1 over the share of a driver's variance that the others leave; null where they leave none. */
  readonly varianceInflation: (number | null)[];
}

/**
 * Regresses the last column of a correlation matrix on the others, by their eigenvectors. Directions in which the drivers do
 * not vary are left out, which is the pseudo-inverse.
 */
export function standardisedRegression(correlations: Float64Array, drivers: number): StandardisedRegression {
  const size = drivers + 1;
  const each = Array.from({ length: drivers }, (_, i) => i);
  const matrix = new Float64Array(drivers * drivers);
  for (const i of each) {
    for (const j of each) matrix[i * drivers + j] = correlations[i * size + j] ?? 0;
  }
  const { values, vectors } = symmetricEigen(matrix, drivers);
  const at = (driver: number, axis: number): number => vectors[driver * drivers + axis] ?? 0;
  const sumOver = (axes: readonly number[], term: (axis: number) => number): number =>
    axes.reduce((sum, axis) => sum + term(axis), 0);

  const length = (axis: number): number => values[axis] ?? 0;
  const axes = each.filter((axis) => length(axis) > negligibleVariance);
  const flat = each.filter((axis) => length(axis) <= negligibleVariance);
  const along = each.map((axis) => sumOver(each, (i) => at(i, axis) * (correlations[i * size + drivers] ?? 0)));
  const outcomeAlong = (axis: number): number => along[axis] ?? 0;
  // The uncorrelated figures that resemble the drivers most, and how much of the outcome each of them explains.
  const explained = each.map((i) => sumOver(axes, (m) => (at(i, m) * outcomeAlong(m)) / Math.sqrt(length(m))) ** 2);
  const likeness = (i: number, j: number): number =>
    sumOver(axes, (m) => at(i, m) * at(j, m) * Math.sqrt(length(m))) ** 2;

  const isDetermined = (i: number): boolean => sumOver(flat, (axis) => at(i, axis) ** 2) > 1e-8;
  const unlessDetermined = (term: (i: number, axis: number) => number): (number | null)[] =>
    each.map((i) => (isDetermined(i) ? null : sumOver(axes, (axis) => term(i, axis) / length(axis))));
  return {
    rank: axes.length,
    rSquared: Math.min(
      1,
      sumOver(axes, (axis) => outcomeAlong(axis) ** 2 / length(axis)),
    ),
    relativeWeights: each.map((i) => sumOver(each, (j) => likeness(i, j) * (explained[j] ?? 0))),
    coefficients: unlessDetermined((i, axis) => at(i, axis) * outcomeAlong(axis)),
    varianceInflation: unlessDetermined((i, axis) => at(i, axis) ** 2),
  };
}
