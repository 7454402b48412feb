import type { Definition } from "../metric/estimate.js";
import type { Cohort } from "./cohorts.js";
import type { CohortAge } from "./pooledAges.js";

/** The table of `cohortRetention`. */
export interface CohortRetentionResult {
  /** The cohorts that have customers, oldest first; all with as many ages. */
  readonly cohorts: readonly Cohort[];
  readonly ages: readonly CohortAge[];
  /** The customers. */
  readonly n: number;
  /** Rows without a customer or a time. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Rows left out because they are not before `now`. */
  readonly later: number;
  /** What was measured, and how; that of a rate also holds its age. */
  readonly definition: Definition;
}
