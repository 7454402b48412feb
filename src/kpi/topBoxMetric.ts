import { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { criticalValue } from "../stats/criticalValue.js";
import { proportion } from "./proportion.js";
import { countBetween, type ScaleEnds, type ScoreCounts, scoreMetric } from "./scoreCounts.js";

/** What makes one share of high scores different from another. */
export interface TopBoxOptions<Counted> {
  readonly kpi: string;
  readonly scale: ScaleEnds;
  /** The option that says from which score on an answer counts, and its value. */
  readonly from: readonly [option: string, score: number];
  readonly level?: number | undefined;
  readonly invalid?: InvalidPolicy | undefined;
  /** How many answers count, under the name that the result has for it. */
  readonly counted: (count: number) => Counted;
}

/** The metric of a KPI that is the share, in percent, of answers from a score on. */
export function topBoxMetric<Row, Counted>(
  read: (row: Row) => number | null | undefined,
  options: TopBoxOptions<Counted>,
): Metric<Row, ScoreCounts, Estimate & Counted> {
  const { kpi, scale, from, level = 0.95, invalid, counted } = options;
  const [low, high] = scale;
  const [option, lowest] = from;
  if (!(Number.isInteger(lowest) && lowest > low && lowest <= high)) {
    throw new CxError("invalid-option", `${kpi} requires ${option} to be whole, over ${low} and up to ${high}`, lowest);
  }
  const z = criticalValue(level);
  const definition: Definition = {
    kpi,
    family: "proportion",
    unit: "percent",
    options: { scale: [low, high], [option]: lowest },
  };
  return scoreMetric(kpi, read, scale, invalid, (counts) => {
    const count = countBetween(counts, lowest, high);
    return {
      ...proportion(count, countBetween(counts, low, high), z, level, 100),
      missing: counts.missing,
      invalid: counts.invalid,
      ...counted(count),
      definition,
    };
  });
}
