import { CxError } from "../error/cxError.js";
import { withRowTable } from "../metric/accumulatorTable.js";
import type { Estimate } from "../metric/estimate.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, Suppressed } from "../metric/suppressed.js";
import { addCounts, readerOf, type Tally, valueMetric } from "../metric/valueMetric.js";

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

/** The accessor of the plain forms, whose rows are the values. */
export const itself = <Value>(value: Value): Value => value;

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
  const width = high + 1;
  // A table of counts for a scale of a thousand points would be mostly empty.
  if (weight !== undefined || dismissed !== undefined || width > 100) return withRowTable(metric);
  const readValue = readerOf(read, options.invalid);
  const readScore = scoreOf === undefined ? readValue : (row: Row) => scoreOf(readValue(row));
  return {
    ...metric,
    addInput: (accumulator, row) => {
      // A score that was seen before is on the scale, and has a count.
      const score = scoreFrom(readValue(row));
      const count = accumulator[score];
      if (count === undefined) return metric.addInput(accumulator, row);
      accumulator[score] = count + 1;
      return accumulator;
    },
    addInputs: (accumulator, rows) => {
      if (rows.length < 32) return metric.addInputs(accumulator, rows);
      // Scores go into a small typed array first, which is several times quicker; what is no score takes the usual way.
      const counts = new Float64Array(width).fill(Number.NaN, 0, low);
      // Scores that are the rows themselves need no call for each, which would cost more than the counting.
      const plain = read === itself && scoreOf === undefined;
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as Row;
        const score = plain ? row : readScore(row);
        // Off the scale and between whole numbers there is no count to find.
        const count = typeof score === "number" ? (counts[score] ?? Number.NaN) : Number.NaN;
        if (count >= 0) counts[score as number] = count + 1;
        else metric.addInput(accumulator, row);
      }
      addCounts(accumulator, counts);
      return accumulator;
    },
    createTable: () => {
      let counts = new Int32Array(16 * width);
      let known = 0;
      const accumulators: ScoreCounts[] = [];
      return {
        add: (codes, rows, start, count) => {
          for (let index = 0; index < count; index++) known = Math.max(known, (codes[index] as number) + 1);
          if (known * width > counts.length) {
            const before = counts;
            counts = new Int32Array(2 * known * width);
            counts.set(before);
          }
          const cells = counts;
          for (let index = 0; index < count; index++) {
            const row = rows[start + index] as Row;
            const code = codes[index] as number;
            const score = readScore(row);
            if (typeof score === "number" && score >= low && score <= high && Math.floor(score) === score) {
              (cells[code * width + score] as number)++;
            } else accumulators[code] = metric.addInput(accumulators[code] ?? metric.createAccumulator(), row);
          }
        },
        accumulators: (all) =>
          Array.from({ length: all }, (_, code) => {
            const accumulator = accumulators[code] ?? metric.createAccumulator();
            for (let score = low; score <= high; score++) {
              const count = counts[code * width + score] ?? 0;
              if (count > 0) accumulator[score] = (accumulator[score] ?? 0) + count;
            }
            return accumulator;
          }),
      };
    },
  };
}
