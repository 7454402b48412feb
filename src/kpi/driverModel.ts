import { correlationMatrix } from "../stats/correlationMatrix.js";
import { repairCorrelations } from "../stats/repairCorrelations.js";
import { rowBlocks } from "../stats/rowBlocks.js";
import { type DriverIntervals, driverResamples } from "./driverResamples.js";
import { type DriverFit, fitDrivers } from "./fitDrivers.js";

/** What a model of the drivers rests on, and the model or why there is none. */
export interface DriverModel {
  /** The rows that it rests on; where they differ by pair of columns, the fewest. */
  readonly n: number;
  readonly reason: "no-rows" | "too-few-rows" | "no-variance" | null;
  /** Null where there is a reason. */
  readonly fit: DriverFit | null;
  /** Of each driver with the outcome. */
  readonly correlations: readonly number[];
  /** Whether the correlations contradicted each other, and were replaced by close ones. */
  readonly isRepaired: boolean;
  readonly intervals: DriverIntervals | null;
}

/** How to go about it. */
interface ModelSettings {
  readonly rowsPerDriver: number;
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Models an outcome by drivers.
 *
 * @param scores The standardised columns of the drivers that vary.
 * @param outcome The standardised outcome; null where it does not vary.
 * @param counts How many rows each row stands for.
 * @param settings How many rows there must be, and the bootstrap.
 */
export function driverModel(
  scores: readonly Float64Array[],
  outcome: Float64Array | null,
  counts: readonly number[],
  settings: ModelSettings,
): DriverModel {
  const drivers = scores.length;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const none = { fit: null, correlations: [], isRepaired: false, intervals: null };
  const blocks = rowBlocks(outcome === null ? scores : [...scores, outcome]);
  const size = outcome === null ? drivers : drivers + 1;
  const { matrix, pairs } = correlationMatrix(blocks, counts, size);
  const n = pairs.reduce((fewest, pair) => Math.min(fewest, pair), rows);
  if (rows === 0) return { ...none, n, reason: "no-rows" };
  if (n < settings.rowsPerDriver * Math.max(1, drivers)) return { ...none, n, reason: "too-few-rows" };
  if (drivers === 0 || outcome === null || matrix.some(Number.isNaN)) return { ...none, n, reason: "no-variance" };
  const repaired = repairCorrelations(matrix, size);
  return {
    n,
    reason: null,
    fit: fitDrivers(repaired, drivers),
    correlations: scores.map((_, driver) => matrix[driver * size + drivers] ?? 0),
    isRepaired: repaired !== matrix,
    intervals: settings.replicates > 0 ? driverResamples(blocks, counts, drivers, settings) : null,
  };
}
