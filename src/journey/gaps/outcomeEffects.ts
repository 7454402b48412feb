import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { averageMetric } from "../../kpi/average.js";
import { rateMetric } from "../../kpi/rate.js";
import { compare } from "../../metric/compare.js";
import type { Estimate } from "../../metric/estimate.js";
import { measure } from "../../metric/measure.js";
import type { OutcomeReader } from "../conformance/outcomeEffects.js";
import type { EffectOf } from "./gapEffects.js";

/** Reads outcomes once per customer; throws `invalid-value` for what is neither, and where some are flags and others numbers. */
export function outcomeReader(requirer: string, outcome: OutcomeReader): (customer: string) => boolean | number | null {
  const known = new Map<string, boolean | number | null>();
  let sort: string | null = null;
  return (customer) => {
    const before = known.get(customer);
    if (before !== undefined) return before;
    const read = outcome(customer);
    const value = isMissing(read) ? null : read;
    if (value !== null) {
      sort ??= typeof value;
      if (typeof value !== sort || !(typeof value === "boolean" || Number.isFinite(value))) {
        throw new CxError(
          "invalid-value",
          `${requirer} requires outcomes to be all flags or all finite numbers`,
          value,
        );
      }
    }
    known.set(customer, value);
    return value;
  };
}

/** Says what an outcome is among some customers, against others: a rate of flags, or a mean. */
export function outcomeEffects(outcome: OutcomeReader, level: number): EffectOf {
  const read = outcomeReader("journeyGaps", outcome);
  const options = { name: "outcome", level };
  const rateOf = rateMetric((value: boolean | number | null) => (value === null ? null : value === true), options);
  const meanOf = averageMetric((value: boolean | number | null) => (value === null ? null : Number(value)), options);
  return (affectedIds, otherIds) => {
    const [values, otherValues] = [affectedIds.map(read), otherIds.map(read)];
    const known = values.find((value) => value !== null);
    if (known === undefined) return null;
    const estimateOf = (some: readonly (boolean | number | null)[]): Estimate =>
      typeof known === "boolean" ? measure(some, rateOf) : measure(some, meanOf);
    const [affected, others] = [estimateOf(values), estimateOf(otherValues)];
    const comparison = compare(affected, others, { level });
    return { affected, others, ...comparison, adjustedPValue: comparison.pValue };
  };
}
