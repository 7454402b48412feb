import type { Interval } from "../stats/interval.js";

/** What a driver contributes to the share of the outcome's variance that all drivers explain (R²). */
export interface DriverImportance {
  /** Its part of R², 0–1. */
  readonly value: number | null;
  /** The same as a share of R², 0–1; null where nothing is explained. */
  readonly share: number | null;
  /** The percentile interval of the share over the resamples. */
  readonly interval: Interval | null;
}

/** One driver in a {@link DriverAnalysisResult}. Figures of the model are null where there is none. */
export interface DriverFigures {
  readonly driver: string;
  /** Its place by Shapley share, 1 for the largest. */
  readonly rank: number | null;
  /** The places that it took in the resamples. */
  readonly rankInterval: Interval | null;
  /** The rows that its mean rests on. */
  readonly n: number;
  /** The rows that held no figure of it. */
  readonly missing: number;
  /** How it performs, in its own unit; null without any row. */
  readonly mean: number | null;
  /** n − 1, in its own unit. */
  readonly standardDeviation: number | null;
  /** Pearson's, with the outcome. */
  readonly correlation: number | null;
  /** The direction of the correlation. The coefficient may have the other one where other drivers say the same. */
  readonly direction: -1 | 0 | 1 | null;
  /** Standard deviations of the outcome for one of the driver, the others held; null where others determine the driver. */
  readonly standardisedCoefficient: number | null;
  /** 1 over the share of its variance that the other drivers leave (VIF); null where they leave none. */
  readonly varianceInflation: number | null;
  /** Whether variance inflation is above 5, or others determine the driver: then its coefficient says little. */
  readonly collinear: boolean;
  /** Johnson's relative weight. */
  readonly relativeWeight: DriverImportance;
  /** Shapley's value (LMG); null with more than 15 drivers. */
  readonly shapley: DriverImportance;
  /**
   * The drivers whose share may be the same: the intervals of the two overlap.
   * Null where there are no intervals.
   */
  readonly notSeparableFrom: readonly string[] | null;
}

/**
 * Something to know about a {@link DriverAnalysisResult}.
 *
 * | code | says |
 * |---|---|
 * | `constant` | these drivers do not vary, and are left out |
 * | `collinear` | variance inflation of these drivers is above 5 |
 * | `determined` | other drivers determine these exactly; they share what any of them would add |
 * | `linear-probability` | the outcome is yes or no, and taken as 1 and 0 in a linear model of its probability |
 * | `no-shapley` | there are more than 15 drivers, so that relative weights stand in for Shapley values |
 * | `no-intervals` | too few resamples, or too many in which nothing is explained |
 * | `repaired` | pairwise correlations contradicted each other, and were replaced by close ones that do not |
 */
export interface DriverNote {
  readonly code:
    | "constant"
    | "collinear"
    | "determined"
    | "linear-probability"
    | "no-shapley"
    | "no-intervals"
    | "repaired";
  /** The drivers that it is about; none where it is about all. */
  readonly drivers: readonly string[];
}

/** The result of {@link driverAnalysis}. */
export interface DriverAnalysisResult {
  /** The share of the outcome's variance that the drivers explain together, 0–1; null where there is no model. */
  readonly rSquared: number | null;
  /** R² less what as many drivers of no meaning would explain; may be negative, null where there are too few rows. */
  readonly adjustedRSquared: number | null;
  /** Why there is no model: nothing to analyse, too few rows for so many drivers, or an outcome or drivers without variance. */
  readonly reason: "no-rows" | "too-few-rows" | "no-variance" | null;
  /** The rows that the model rests on; pairwise, the fewest that any correlation rests on. */
  readonly n: number;
  /** The rows that were read. */
  readonly rows: number;
  /** The rows left out: without one of the figures, or pairwise without two. */
  readonly missing: number;
  readonly outcome: {
    readonly n: number;
    readonly missing: number;
    readonly mean: number | null;
    readonly standardDeviation: number | null;
  };
  /** By rank; last those that do not vary. */
  readonly drivers: readonly DriverFigures[];
  readonly notes: readonly DriverNote[];
  /** What was analysed, and how. */
  readonly definition: {
    readonly kpi: "driverAnalysis";
    readonly outcomeKind: "numeric" | "yes-no" | "nps";
    readonly missing: "listwise" | "pairwise";
    readonly rowsPerDriver: number;
    readonly level: number;
    readonly replicates: number;
    readonly seed: number;
  };
}
