import { atRow } from "../error/cxError.js";
import { compare } from "../metric/compare.js";
import type { Estimate } from "../metric/estimate.js";
import { keyed } from "../metric/keyed.js";
import type { Metric } from "../metric/metric.js";
import type { GapEffect } from "./gap.js";
import type { JourneyFeedback } from "./journeyFeedback.js";

/** Says what a KPI is among some customers, against others; optionally without the answers about one touchpoint. */
export type EffectOf = (
  affected: readonly string[],
  others: readonly string[],
  exceptTouchpoint?: string,
) => GapEffect | null;

/** Folds the feedback once per customer and touchpoint; every effect is then a merge. */
export function gapEffects<Row extends JourneyFeedback, Acc>(
  feedback: Iterable<Row>,
  kpi: Metric<Row, Acc, Estimate>,
  level: number,
): EffectOf {
  const byTouchpoint = keyed<Row, string | null, Acc>((row, add) => add(row.touchpoint ?? null), kpi);
  const fold = keyed<Row, string, Map<string | null, Acc>>((row, add) => {
    if (typeof row.customer === "string") add(row.customer);
  }, byTouchpoint);
  let accumulators = fold.createAccumulator();
  let index = 0;
  for (const row of feedback) {
    try {
      accumulators = fold.addInput(accumulators, row);
    } catch (error) {
      throw atRow(error, index);
    }
    index++;
  }
  const among = (customers: readonly string[], except: string | undefined): Estimate => {
    const parts: Acc[] = [];
    for (const customer of customers) {
      for (const [touchpoint, part] of accumulators.get(customer) ?? []) if (touchpoint !== except) parts.push(part);
    }
    return kpi.extractOutput(kpi.mergeAccumulators(parts));
  };
  return (affectedIds, otherIds, except) => {
    const affected = among(affectedIds, except);
    const others = among(otherIds, except);
    return affected.n === 0 ? null : { affected, others, ...compare(affected, others, { level }) };
  };
}

/** What an effect says of harm, from −1 (a large harm) to 1 (a large benefit); 0 where it may well be none. */
export function effectSize(effect: GapEffect | null, level: number, lowerIsBetter: boolean): number {
  if (effect === null || effect.difference === null || effect.pValue === null || effect.pValue > 1 - level) return 0;
  const { affected, others, difference } = effect;
  const squares = (estimate: Estimate): number => (estimate.standardError ?? 0) ** 2 * estimate.n * (estimate.n - 1);
  const pooled = Math.sqrt((squares(affected) + squares(others)) / Math.max(1, affected.n + others.n - 2));
  // Cohen's d; 0.8 is his "large".
  const size = pooled === 0 ? 1 : Math.min(1, Math.abs(difference) / pooled / 0.8);
  return difference > 0 === lowerIsBetter ? -size : size;
}
