import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { correlateDrivers, type DriverColumns } from "./driverCorrelations.js";
import { type DriverShare, toDriverShares } from "./driverShare.js";
import type { Sample } from "./knownNumbers.js";
import { sampledShapleyValues } from "./sampledShapleyValues.js";
import { mostExactDrivers, shapleyValues } from "./shapleyValues.js";
import { standardisedRegression } from "./standardisedRegression.js";

/** Options of {@link shapleyRegression}. */
export interface ShapleyRegressionOptions {
  /**
   * Draws this many orders of the drivers, at least 2, instead of going through all of them: for more than 15 drivers. Each is
   * walked forwards and backwards. Not given, the result is exact.
   */
  readonly permutations?: number;
  /** Where the draw of orders starts, a whole number. @defaultValue 1 */
  readonly seed?: number;
}

/** What one driver adds to R². */
export interface ShapleyShare extends DriverShare {
  /** What drawing orders leaves uncertain of `value`; 0 where all were taken, null where there is no value. */
  readonly standardError: number | null;
}

/** The result of {@link shapleyRegression}. */
export interface ShapleyRegressionResult {
  /** How many rows hold every figure. */
  readonly n: number;
  /** How many rows lack one; they are left out. */
  readonly missing: number;
  /** The share of the outcome's variance that the drivers explain together, 0–1; null where nothing varies. */
  readonly rSquared: number | null;
  /** Whether some drivers determine another exactly; such drivers share what any of them would add. */
  readonly collinear: boolean;
  /** One for each driver, in their order; the values sum to `rSquared`. */
  readonly drivers: readonly ShapleyShare[];
}

/**
 * Shapley regression: how much each of several correlated drivers adds to R², averaged over all orders in which they can be
 * taken into the model. Also known as LMG, after Lindeman, Merenda and Gold.
 *
 * Values are never negative and sum to R²; two drivers that say the same get the same. They say what goes with the outcome,
 * and not what causes it, and are not to be compared between models whose R² differs, but as shares.
 *
 * @param outcome The figures to explain, one for each row; null, undefined and NaN are missing.
 * @param drivers Columns of figures by their names, each as long as the outcome; at most 15, unless orders are drawn.
 * @param options Drawing of orders, for more drivers.
 * @returns R², and its parts by driver. A driver that does not vary is left out (null). With no more rows than drivers, R² is 1
 * whatever the figures are.
 * @throws A {@link CxError} `invalid-option` when there is no driver, there are more than 15 without `permutations`, a column is
 * not as long as the outcome, or an option is wrong; `invalid-value` when a figure is not a finite number (with the row).
 *
 * @example
 * ```ts
 * import { shapleyRegression } from "cxkit";
 *
 * const satisfaction = [9, 7, 3, 8, 2, 6];
 * const result = shapleyRegression(satisfaction, { speed: [5, 4, 2, 4, 1, 3], price: [3, 4, 2, 5, 3, 3] });
 * result.rSquared; // => 0.98102…
 * result.drivers.map(({ driver, share }) => [driver, share]); // => [["speed", 0.8218…], ["price", 0.1781…]]
 * ```
 *
 * @see Lindeman, Merenda and Gold (1980), "Introduction to Bivariate and Multivariate Analysis", 119 ff.; Grömping (2006),
 * Journal of Statistical Software 17 (1). Drawing orders: Castro, Gómez and Tejada (2009), Computers & Operations Research 36,
 * 1726–1730.
 */
export function shapleyRegression(
  outcome: Sample,
  drivers: DriverColumns,
  options: ShapleyRegressionOptions = {},
): ShapleyRegressionResult {
  checkOptions("shapleyRegression", options, ["permutations", "seed"]);
  const { permutations, seed = 1 } = options;
  if (permutations !== undefined && !(Number.isSafeInteger(permutations) && permutations >= 2)) {
    throw new CxError("invalid-option", "shapleyRegression requires at least 2 permutations", permutations);
  }
  if (!Number.isSafeInteger(seed)) {
    throw new CxError("invalid-option", "shapleyRegression requires a whole number as its seed", seed);
  }
  const columns = correlateDrivers("shapleyRegression", outcome, drivers);
  const { n, missing, varying, matrix } = columns;
  if (varying.length > mostExactDrivers && permutations === undefined) {
    const requirement = `shapleyRegression requires at most ${mostExactDrivers} drivers, or permutations, or relativeWeights instead`;
    throw new CxError("invalid-option", requirement, varying.length);
  }
  if (varying.length === 0) {
    const none = toDriverShares(columns, []).map((share) => ({ ...share, standardError: null }));
    return { n, missing, rSquared: null, collinear: false, drivers: none };
  }
  const { values, standardErrors } =
    permutations === undefined
      ? { values: shapleyValues(matrix, varying.length), standardErrors: [] }
      : sampledShapleyValues(matrix, varying.length, permutations, seed);
  const rSquared = Math.min(
    1,
    values.reduce((sum, value) => sum + value, 0),
  );
  return {
    n,
    missing,
    rSquared,
    collinear: standardisedRegression(matrix, varying.length).rank < varying.length,
    drivers: toDriverShares(columns, values).map((share) => ({
      ...share,
      standardError: share.value === null ? null : (standardErrors[varying.indexOf(share.driver)] ?? 0),
    })),
  };
}
