import type { Estimate } from "../metric/estimate.js";
import { hideCells } from "../metric/hideSmallGroups.js";
import { type Suppressed, suppress } from "../metric/suppressed.js";
import type { CohortRetentionResult } from "./cohortRetentionResult.js";
import type { Cohort } from "./cohorts.js";
import type { CohortAge } from "./pooledAges.js";

/** A cohort whose figures are hidden, or as many of them as `minimumN` asks for: a figure that is hidden is null. */
export interface ProtectedCohort extends Omit<Cohort, "size" | "eligible"> {
  readonly size: number | null;
  readonly eligible: readonly (number | null)[];
  /** Only where the whole cohort is hidden. */
  readonly suppressed?: true;
}

/** An age over all cohorts, hidden where it would tell of too few. */
export type ProtectedCohortAge =
  | CohortAge
  | ({ readonly age: number; readonly suppressed: true } & {
      readonly [Field in "eligible" | "retained" | "retainedOrLater"]: null;
    } & { readonly [Field in "rate" | "rateOrLater"]: Suppressed<Estimate> });

/** The table of `cohortRetention` with a `minimumN`. */
export interface ProtectedCohortRetention extends Omit<CohortRetentionResult, "cohorts" | "ages" | "n"> {
  readonly cohorts: readonly ProtectedCohort[];
  readonly ages: readonly ProtectedCohortAge[];
  /** The customers; null where they are fewer than `minimumN`. */
  readonly n: number | null;
}

const hiddenAge = ({ age, rate, rateOrLater }: CohortAge): ProtectedCohortAge => ({
  age,
  eligible: null,
  retained: null,
  retainedOrLater: null,
  rate: suppress(rate),
  rateOrLater: suppress(rateOrLater),
  suppressed: true,
});

/**
 * The same table without what rests on fewer than `minimumN` customers: small cohorts and the next-smallest with them where one could
 * be worked out from the total, cells of few customers, and ages over all cohorts whose total would tell what is hidden in them.
 */
export function hideCohorts(result: CohortRetentionResult, minimumN: number): ProtectedCohortRetention {
  const cohorts = result.cohorts.map(({ size }, group) => ({ group, n: size, hidden: false }));
  hideCells(cohorts, minimumN);
  const isHidden = ({ eligible }: Cohort, place: number, age: number): boolean => {
    const count = eligible[age] ?? 0;
    // That nobody has reached an age yet is no secret.
    return cohorts[place]?.hidden === true || (count > 0 && count < minimumN);
  };
  return {
    ...result,
    n: result.n < minimumN ? null : result.n,
    cohorts: result.cohorts.map((cohort, place) => {
      const shown = (figure: number | null, age: number): number | null =>
        isHidden(cohort, place, age) ? null : figure;
      const figures = {
        start: cohort.start,
        eligible: cohort.eligible.map(shown),
        retained: cohort.retained.map(shown),
        retainedOrLater: cohort.retainedOrLater.map(shown),
      };
      return cohorts[place]?.hidden ? { ...figures, size: null, suppressed: true } : { ...figures, size: cohort.size };
    }),
    ages: result.ages.map((pooled) => {
      const { age } = pooled;
      const hidden = result.cohorts
        .filter((cohort, place) => (cohort.eligible[age] ?? 0) > 0 && isHidden(cohort, place, age))
        .map(({ eligible }) => eligible[age] ?? 0);
      // The total less what is shown is what is hidden.
      const few = hidden.length === 1 || hidden.reduce((sum, count) => sum + count, 0) < minimumN;
      return pooled.eligible < minimumN || (hidden.length > 0 && few) ? hiddenAge(pooled) : pooled;
    }),
  };
}
