import type { Definition, Estimate } from "../metric/estimate.js";
import type { Cohort } from "./cohorts.js";
import type { countShare } from "./countShare.js";

/** One age over all cohorts for which it has elapsed. */
export interface CohortAge {
  readonly age: number;
  /** The customers for whom the age has fully elapsed. */
  readonly eligible: number;
  /** Of these, how many were active at that age. */
  readonly retained: number;
  /** Of these, how many were active at that age or later. */
  readonly retainedOrLater: number;
  /** The share active at that age, 0–1. */
  readonly rate: Estimate;
  /** The share active at that age or later, 0–1. */
  readonly rateOrLater: Estimate;
}

/** All cohorts together, age by age. */
export function pooledAges(
  cohorts: readonly Cohort[],
  shareOf: ReturnType<typeof countShare>,
  definition: Definition,
): CohortAge[] {
  const width = cohorts[0]?.eligible.length ?? 0;
  return Array.from({ length: width }, (_, age) => {
    const total = (field: "eligible" | "retained" | "retainedOrLater"): number =>
      cohorts.reduce((sum, cohort) => sum + (cohort[field][age] ?? 0), 0);
    const counts = {
      eligible: total("eligible"),
      retained: total("retained"),
      retainedOrLater: total("retainedOrLater"),
    };
    const rateOf = (count: number, orLater: boolean): Estimate => {
      const options = { ...definition.options, age, orLater };
      return shareOf(count, counts.eligible, { missing: 0, invalid: 0 }, { ...definition, options });
    };
    return { age, ...counts, rate: rateOf(counts.retained, false), rateOrLater: rateOf(counts.retainedOrLater, true) };
  });
}
