import { CxError } from "../error/cxError.js";
import type { Metric } from "../metric/metric.js";
import { addCounts, type InvalidPolicy, type Tally, valueMetric } from "../metric/valueMetric.js";

/** How many gave each score: all that a KPI on a scale of whole numbers needs to keep. */
export interface ScoreCounts extends Tally {
  [score: number]: number;
}

/** The ends of a scale of whole numbers, both included. */
export type ScaleEnds = readonly [low: number, high: number];

/** Throws `invalid-option` for ends that make no scale. */
export function checkScale(kpi: string, scale: ScaleEnds): void {
  const [low = -1, high = -1] = Array.isArray(scale) ? scale : [];
  if (!(Number.isInteger(low) && Number.isInteger(high) && low >= 0 && low < high && high <= 1000)) {
    const received = Array.isArray(scale) ? scale.join(" to ") : scale;
    const requirement = "requires a scale such as [1, 5]: whole numbers from 0 to 1000, low under high";
    throw new CxError("invalid-option", `${kpi} ${requirement}`, received);
  }
}

/** How many scores are in a part of the scale, both ends included. */
export function countBetween(counts: ScoreCounts, low: number, high: number): number {
  let sum = 0;
  for (let score = low; score <= high; score++) sum += counts[score] ?? 0;
  return sum;
}

/** The metric of a KPI that is a function of how many gave each score. */
export function scoreMetric<Row, Result>(
  kpi: string,
  read: (row: Row) => number | null | undefined,
  [low, high]: ScaleEnds,
  invalid: InvalidPolicy | undefined,
  extractOutput: (accumulator: ScoreCounts) => Result,
): Metric<Row, ScoreCounts, Result> {
  const metric = valueMetric<Row, ScoreCounts, Result>(read, {
    requirement: `${kpi} requires an integer from ${low} to ${high}`,
    invalid,
    createAccumulator: () => ({ missing: 0, invalid: 0 }),
    add: (accumulator, value) => {
      if (typeof value !== "number" || !(value >= low && value <= high && Number.isInteger(value))) return false;
      accumulator[value] = (accumulator[value] ?? 0) + 1;
      return true;
    },
    addAll: addCounts,
    extractOutput,
  });
  return {
    ...metric,
    addInputs: (accumulator, rows) => {
      // Scores go into a small typed array first, which is several times quicker; what is no score takes the usual way.
      const counts = new Float64Array(high + 1).fill(Number.NaN, 0, low);
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as Row;
        const score = read(row);
        // Off the scale and between whole numbers there is no count to find.
        const count = typeof score === "number" ? (counts[score] ?? Number.NaN) : Number.NaN;
        if (count >= 0) counts[score as number] = count + 1;
        else metric.addInput(accumulator, row);
      }
      addCounts(accumulator, counts);
      return accumulator;
    },
  };
}
