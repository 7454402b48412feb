import { refuseOption } from "../error/checkOptions.js";
import { addCounts } from "../metric/addRows.js";
import type { Estimate } from "../metric/estimate.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, Suppressed } from "../metric/suppressed.js";
import { readerOf, type Tally, valueMetric } from "../metric/valueMetric.js";

/**
 * How many gave each score: all that a KPI on a scale of whole numbers needs to keep. Where rows have weights, `w9` is the sum of
 * the weights of those who gave 9, and `q9` the sum of their squares.
 */
export interface ScoreCounts extends Tally {
  [score: number]: number;
  [sum: `${"w" | "q"}${number}`]: number;
}

/** The ends of a scale of whole numbers, both included. */
export type ScaleEnds = readonly [low: number, high: number];

/** Throws `invalid-option` for ends that make no scale. */
export function checkScale(kpi: string, scale: ScaleEnds): void {
  const [low = -1, high = -1] = Array.isArray(scale) ? scale : [];
  if (!(Number.isInteger(low) && Number.isInteger(high) && low >= 0 && low < high && high <= 1000)) {
    const requirement = "requires a scale such as [1, 5]: whole numbers from 0 to 1000, low under high";
    refuseOption(`${kpi} ${requirement}`, Array.isArray(scale) ? scale.join(" to ") : scale);
  }
}

/** How many scores are in a part of the scale, both ends included. */
export function countBetween(counts: ScoreCounts, low: number, high: number): number {
  let sum = 0;
  for (let score = low; score <= high; score++) sum += counts[score] ?? 0;
  return sum;
}

/** What makes one KPI over scores different from another. */
export interface ScoreFold<Row, Result> {
  readonly kpi: string;
  readonly scale: ScaleEnds;
  readonly options: EstimateOptions<Row> & MinimumN;
  readonly extractOutput: (accumulator: ScoreCounts) => Result;
  /** What a value must be. @defaultValue an integer on the scale */
  readonly allowed?: string;
  /** The score that a value stands for; one off the scale where it stands for none. @defaultValue the value, where it is a number */
  readonly scoreOf?: (value: unknown) => number;
}

/** The metric of a KPI that is a function of how many gave each score. */
export function scoreMetric<Row, Result extends Pick<Estimate, "n" | "definition">>(
  read: (row: Row) => unknown,
  fold: ScoreFold<Row, Result>,
): Metric<Row, ScoreCounts, Result | Suppressed<Result>> {
  const [low, high] = fold.scale;
  const { kpi, options, extractOutput, allowed = `an integer from ${low} to ${high}`, scoreOf } = fold;
  const { weight, dismissed } = options;
  const scoreFrom = (value: unknown): number => (scoreOf ? scoreOf(value) : typeof value === "number" ? value : -1);
  // Made once: to make them for every row would take most of the time.
  const sumNames = Array.from(
    { length: weight === undefined ? 0 : high + 1 },
    (_, score) => [`w${score}`, `q${score}`] as const,
  );
  const metric = valueMetric<Row, ScoreCounts, Result>(read, {
    kpi,
    allowed,
    options,
    createAccumulator: () => ({ missing: 0, invalid: 0, dismissed: 0 }),
    add: (accumulator, value, counts) => {
      const score = scoreFrom(value);
      if (!(score >= low && score <= high && Number.isInteger(score))) return false;
      accumulator[score] = (accumulator[score] ?? 0) + 1;
      if (weight !== undefined) {
        const [sum, squares] = sumNames[score] as (typeof sumNames)[number];
        accumulator[sum] = (accumulator[sum] ?? 0) + counts;
        accumulator[squares] = (accumulator[squares] ?? 0) + counts * counts;
      }
      return true;
    },
    addAll: addCounts,
    extractOutput,
  });
  // A row of counts for each group would be mostly empty on a scale of a thousand points.
  if (weight !== undefined || dismissed !== undefined || high > 100) return metric;
  const readValue = readerOf(read, options.invalid);
  return {
    ...metric,
    counts: { read: scoreOf === undefined ? readValue : (row) => scoreOf(readValue(row)), low, high },
  };
}
