import { averageMetric } from "../../kpi/average.js";
import { meanLimits } from "../../kpi/meanLimits.js";
import { rateMetric } from "../../kpi/rate.js";
import type { Definition, Estimate } from "../../metric/estimate.js";
import { measure } from "../../metric/measure.js";
import { addToRatio, emptyRunningRatio, ratioError, sumOf } from "../../stats/runningRatio.js";
import type { ExperimentTally, OutcomeKind } from "./experimentTally.js";

/** What a customer's rows came to: null for no outcome at all. */
type Outcome = { readonly over: number; readonly under: number } | null;

/** The ratio of two sums over customers, with the error that comes of customers, not rows, being the sample. */
function ratioEstimate(outcomes: readonly Outcome[], definition: Definition, level: number): Estimate {
  const ratio = emptyRunningRatio();
  for (const outcome of outcomes) if (outcome !== null) addToRatio(ratio, outcome.over, outcome.under);
  const n = ratio.over.weight;
  const below = sumOf(ratio.under);
  const value = below > 0 ? sumOf(ratio.over) / below : null;
  const standardError = ratioError(ratio);
  const limits =
    value === null || standardError === null
      ? null
      : meanLimits(level)({ n, mean: value, error: standardError, effectiveN: n });
  return {
    value,
    n,
    missing: outcomes.length - n,
    invalid: 0,
    dismissed: 0,
    standardError,
    interval: limits && { ...limits, level },
    definition,
  };
}

const families = { proportion: "share", mean: "value", ratio: "value" } as const;

/** What the outcome of an experiment is, for its results to be compared by. */
export const outcomeDefinition = (name: string, kind: OutcomeKind): Definition => ({
  kpi: name,
  family: kind,
  unit: families[kind],
  options: {},
});

/** The outcome of each arm. A customer with any true outcome counts as true; a customer's numbers are added up. */
export function armEstimates(tally: ExperimentTally, definition: Definition, level: number): Estimate[] {
  const { arms, valued, over, under, variants, kind } = tally;
  const outcomes: Outcome[][] = variants.map(() => []);
  for (const [customer, arm] of arms.entries()) {
    const known = (valued[customer] ?? 0) > 0;
    outcomes[arm]?.push(known ? { over: over[customer] ?? 0, under: under[customer] ?? 0 } : null);
  }
  const options = { name: definition.kpi, level };
  const estimates = {
    proportion: (of: readonly Outcome[]) =>
      measure(
        of,
        rateMetric((outcome) => outcome && outcome.over > 0, options),
      ),
    mean: (of: readonly Outcome[]) =>
      measure(
        of,
        averageMetric((outcome) => outcome?.over, options),
      ),
    ratio: (of: readonly Outcome[]) => ratioEstimate(of, definition, level),
  };
  return outcomes.map(estimates[kind]);
}
