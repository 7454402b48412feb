import { CxError } from "../../error/cxError.js";
import { type PointOptions, pointOptions } from "../features/featurePoints.js";

/** How k-means goes about it, wherever it is used. */
export interface ClusterOptions<Row> extends PointOptions<Row> {
  /** Where the draws start, a whole number: the same gives the same result. @defaultValue 1 */
  readonly seed?: number;
  /** From how many draws of centres to start; the best end is kept. @defaultValue 10 */
  readonly starts?: number;
  /** How often points are assigned in one start, at most. @defaultValue 300 */
  readonly maximumIterations?: number;
  /**
   * A start ends once no centre moves by more than this share of the typical distance to the centre of all rows (its root mean
   * square). 0: only once no point changes its cluster; for many rows, 0.001 is quicker and nearly as good. @defaultValue 0
   */
  readonly tolerance?: number;
}

/** The options of {@link ClusterOptions} by name. */
export const clusterOptions: readonly string[] = [...pointOptions, "seed", "starts", "maximumIterations", "tolerance"];

/** The options with their defaults. */
export interface ClusterSettings {
  readonly seed: number;
  readonly starts: number;
  readonly maximumIterations: number;
  readonly tolerance: number;
}

/** Refuses a number that is not whole or less than it may be. */
export function checkWhole(name: string, what: string, value: unknown, least: number): void {
  if (!(Number.isSafeInteger(value) && (value as number) >= least)) {
    throw new CxError("invalid-option", `${name} requires ${what} to be a whole number of at least ${least}`, value);
  }
}

/** Fills in defaults, and refuses what makes no sense. */
export function clusterSettings<Row>(name: string, options: ClusterOptions<Row>): ClusterSettings {
  const { seed = 1, starts = 10, maximumIterations = 300, tolerance = 0 } = options;
  checkWhole(name, "seed", seed, Number.MIN_SAFE_INTEGER);
  checkWhole(name, "starts", starts, 1);
  checkWhole(name, "maximumIterations", maximumIterations, 1);
  if (!(typeof tolerance === "number" && tolerance >= 0 && tolerance < 1)) {
    throw new CxError("invalid-option", `${name} requires a tolerance from 0 to below 1`, tolerance);
  }
  return { seed, starts, maximumIterations, tolerance };
}
