import { mostExactDrivers, shapleyValues } from "../stats/shapleyValues.js";
import { type StandardisedRegression, standardisedRegression } from "../stats/standardisedRegression.js";

/** What drivers explain of an outcome. */
export interface DriverFit extends StandardisedRegression {
  /** Null with more drivers than subsets can be gone through for. */
  readonly shapley: number[] | null;
  /** The values by which drivers are ranked: Shapley's, or else the relative weights. */
  readonly leading: number[];
}

/** Fits the last column of a correlation matrix by the others. */
export function fitDrivers(matrix: Float64Array, drivers: number): DriverFit {
  const regression = standardisedRegression(matrix, drivers);
  const shapley = drivers > mostExactDrivers ? null : shapleyValues(matrix, drivers);
  return { ...regression, shapley, leading: shapley ?? regression.relativeWeights };
}
