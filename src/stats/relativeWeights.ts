import type { CxError } from "../error/cxError.js";
import { correlateDrivers, type DriverColumns } from "./driverCorrelations.js";
import { type DriverShare, toDriverShares } from "./driverShare.js";
import type { Sample } from "./knownNumbers.js";
import { standardisedRegression } from "./standardisedRegression.js";

/** The result of {@link relativeWeights}. */
export interface RelativeWeightsResult {
  /** How many rows hold every figure. */
  readonly n: number;
  /** How many rows lack one; they are left out. */
  readonly missing: number;
  /** The share of the outcome's variance that the drivers explain together, 0–1; null where nothing varies. */
  readonly rSquared: number | null;
  /** Whether some drivers determine another exactly, so that coefficients would mean nothing; the weights still do. */
  readonly collinear: boolean;
  /** One for each driver, in their order; the values sum to `rSquared`. */
  readonly drivers: readonly DriverShare[];
}

/**
 * Johnson's relative weights: how much each of several correlated drivers contributes to what they explain of an outcome.
 *
 * The outcome is regressed on the uncorrelated figures that resemble the drivers most, and what these explain is given back to
 * the drivers by how much they resemble them. Weights are never negative, sum to R², and need no more work for many drivers
 * than a regression does. They say what goes with the outcome, and not what causes it, and are not to be compared between
 * models whose R² differs, but as shares.
 *
 * @param outcome The figures to explain, one for each row; null, undefined and NaN are missing.
 * @param drivers Columns of figures by their names, each as long as the outcome.
 * @returns R², and its parts by driver. A driver that does not vary is left out (null). With no more rows than drivers, R² is 1
 * whatever the figures are.
 * @throws A {@link CxError} `invalid-option` when there is no driver, or a column is not as long as the outcome; `invalid-value`
 * when a figure is not a finite number (with the row).
 *
 * @example
 * ```ts
 * import { relativeWeights } from "cxkit";
 *
 * const satisfaction = [9, 7, 3, 8, 2, 6];
 * const result = relativeWeights(satisfaction, { speed: [5, 4, 2, 4, 1, 3], price: [3, 4, 2, 5, 3, 3] });
 * result.rSquared; // => 0.98102…
 * result.drivers.map(({ driver, share }) => [driver, share]); // => [["speed", 0.8218…], ["price", 0.1781…]]
 * ```
 *
 * @see Johnson (2000), Multivariate Behavioral Research 35, 1–19; Tonidandel and LeBreton (2011), Journal of Business and
 * Psychology 26, 1–9.
 */
export function relativeWeights(outcome: Sample, drivers: DriverColumns): RelativeWeightsResult {
  const columns = correlateDrivers("relativeWeights", outcome, drivers);
  const { n, missing, varying, matrix } = columns;
  if (varying.length === 0)
    return { n, missing, rSquared: null, collinear: false, drivers: toDriverShares(columns, []) };
  const { rSquared, rank, relativeWeights: values } = standardisedRegression(matrix, varying.length);
  return { n, missing, rSquared, collinear: rank < varying.length, drivers: toDriverShares(columns, values) };
}
