import { CxError } from "../../error/cxError.js";
import type { MetricOver } from "../../metric/allOf.js";
import { compare } from "../../metric/compare.js";
import type { Estimate } from "../../metric/estimate.js";
import { keyed } from "../../metric/keyed.js";
import { measure } from "../../metric/measure.js";
import type { Metric } from "../../metric/metric.js";
import type { GapEffect } from "./gap.js";
import type { JourneyFeedback } from "./journeyFeedback.js";

/** A metric over feedback that ends in an estimate, such as `npsMetric((row) => row.score)`. */
export interface KpiMetric<Row> extends MetricOver<Row> {
  /** The KPI. */
  readonly extractOutput: (accumulator: never) => Estimate;
}

/** Says what a KPI is among some customers, against others; optionally without the answers about one touchpoint. */
export type EffectOf = (
  affected: readonly string[],
  others: readonly string[],
  exceptTouchpoint?: string,
) => GapEffect | null;

/** The answers of a customer about one touchpoint, and how many they are. */
interface Part<Acc> {
  readonly touchpoint: string | null;
  readonly accumulator: Acc;
  readonly n: number;
}

/** A KPI among some customers, and the same as if each had answered once. */
interface Among {
  readonly estimate: Estimate;
  readonly onceEach: Estimate;
}

/** Folds the feedback once per customer and touchpoint; every effect is then a merge. */
export function gapEffects<Row extends JourneyFeedback>(
  feedback: Iterable<Row>,
  kpi: KpiMetric<Row>,
  level: number,
): EffectOf {
  // A metric only ever meets the accumulators that it made itself.
  return effectsOf(feedback, kpi as unknown as Metric<Row, unknown, Estimate>, level);
}

function effectsOf<Row extends JourneyFeedback, Acc>(
  feedback: Iterable<Row>,
  kpi: Metric<Row, Acc, Estimate>,
  level: number,
): EffectOf {
  const about = kpi.extractOutput(kpi.createAccumulator()).definition.kpi;
  // An NPS of CSAT answers would be nonsense: a KPI of one kind of question asks the answers of that kind.
  const isAbout = ({ kind }: Row): boolean => !["nps", "csat", "ces"].includes(about) || kind === about;
  const byTouchpoint = keyed<Row, string | null, Acc>(
    "journeyGaps",
    (nameOf) => (row) => nameOf(row.touchpoint ?? null),
    kpi,
  );
  const fold = keyed<Row, string, Map<string | null, Acc>>(
    "journeyGaps",
    (nameOf) => (row) => {
      const { customer } = row;
      if (customer === null || customer === undefined) return [];
      if (typeof customer !== "string") throw new CxError("invalid-value", "a customer requires a string", customer);
      return isAbout(row) ? nameOf(customer) : [];
    },
    byTouchpoint,
  );
  const accumulators = measure(feedback, { ...fold, extractOutput: (byCustomer) => byCustomer });
  const partsOf = new Map<string, Part<Acc>[]>();
  for (const [customer, ofCustomer] of accumulators) {
    const parts = Array.from(ofCustomer, ([touchpoint, accumulator]) => {
      return { touchpoint, accumulator, n: kpi.extractOutput(accumulator).n };
    });
    partsOf.set(customer, parts);
  }

  const among = (customers: readonly string[], except: string | undefined): Among => {
    const chosen: Acc[] = [];
    let answered = 0;
    for (const customer of customers) {
      const parts = (partsOf.get(customer) ?? []).filter(({ touchpoint }) => touchpoint !== except);
      chosen.push(...parts.map(({ accumulator }) => accumulator));
      if (parts.some(({ n }) => n > 0)) answered++;
    }
    const estimate = kpi.extractOutput(kpi.mergeAccumulators(chosen));
    if (answered === 0 || estimate.standardError === null) return { estimate, onceEach: estimate };
    const standardError = estimate.standardError * Math.sqrt(estimate.n / answered);
    const worth = typeof estimate.effectiveN === "number" && {
      effectiveN: (estimate.effectiveN * answered) / estimate.n,
    };
    return { estimate, onceEach: { ...estimate, n: answered, standardError, ...worth } };
  };
  return (affectedIds, otherIds, except) => {
    const affected = among(affectedIds, except);
    const others = among(otherIds, except);
    if (affected.estimate.n === 0) return null;
    // Several answers of one customer are alike, so that many answers of few customers are not many observations.
    const comparison = compare(affected.onceEach, others.onceEach, { level });
    return { affected: affected.estimate, others: others.estimate, ...comparison, adjustedPValue: comparison.pValue };
  };
}

/** What an effect says of harm, from −1 (a large harm) to 1 (a large benefit); 0 where it may well be none. */
export function effectSize(effect: GapEffect | null, level: number, lowerIsBetter: boolean): number {
  if (effect === null || effect.difference === null || effect.adjustedPValue === null) return 0;
  if (effect.adjustedPValue > 1 - level) return 0;
  const { affected, others, difference } = effect;
  const squares = (estimate: Estimate): number => (estimate.standardError ?? 0) ** 2 * estimate.n * (estimate.n - 1);
  const pooled = Math.sqrt((squares(affected) + squares(others)) / Math.max(1, affected.n + others.n - 2));
  // Cohen's d; 0.8 is his "large".
  const size = pooled === 0 ? 1 : Math.min(1, Math.abs(difference) / pooled / 0.8);
  return difference > 0 === lowerIsBetter ? -size : size;
}
