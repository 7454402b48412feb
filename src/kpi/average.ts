import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type Tally, valueMetric } from "../metric/valueMetric.js";
import { addToMean, emptyRunningMean, meanOf, mergeMean, type RunningMean, spreadOf } from "../stats/runningMean.js";
import { meanLimits } from "./meanLimits.js";

/** Options of {@link average}. */
export interface AverageOptions<Row = number | null | undefined> extends EstimateOptions<Row> {
  /** What is averaged, such as "order value"; kept in the definition, so that `compare` mixes no two. @defaultValue "average" */
  readonly name?: string;
}

/** A mean in the unit of its values, with its uncertainty. */
export interface AverageResult extends Estimate {
  /** The standard deviation of the values (n − 1; weighted where they have weights), in their unit; null for fewer than two. */
  readonly standardDeviation: number | null;
}

/** The accumulator of {@link averageMetric}. */
export interface AverageSums extends Tally {
  n: number;
  /** By weight. */
  values: RunningMean;
  /** By squared weight, where rows have weights: what the standard error of a weighted mean needs. */
  squared: RunningMean;
}

// Squares of larger values would overflow in sums of many rows; those of weights go up to 1e200.
const largest = { plain: 1e140, weighted: 1e40 };

/**
 * {@link average} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the value out of a row; null, undefined and NaN stand for no value.
 * @param options The name of the average, the level, weights, and what becomes of invalid values and small results.
 * @returns A metric whose accumulator is a few sums. However rows are split and merged, the mean is the same to 1e-12 of the
 * mean of absolute values.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row whose value is no finite
 * number up to 1e140, or to 1e40 where rows have weights.
 *
 * @example
 * ```ts
 * import { averageMetric, measure } from "cxkit";
 *
 * const orders = [{ amount: 20 }, { amount: 30 }, { amount: 70 }];
 * measure(orders, averageMetric((row) => row.amount)).value; // => 40
 * ```
 */
export function averageMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options?: AverageOptions<Row> & NoMinimumN,
): Metric<Row, AverageSums, AverageResult>;
export function averageMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: AverageOptions<Row> & MinimumN,
): Metric<Row, AverageSums, AverageResult | Suppressed<AverageResult>>;
export function averageMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: AverageOptions<Row> & MinimumN = {},
): Metric<Row, AverageSums, AverageResult | Suppressed<AverageResult>> {
  checkOptions("average", options, [...estimateOptions, "name"]);
  const { name = "average", level = 0.95, weight } = options;
  const weighted = weight !== undefined;
  const limitsOf = meanLimits(level);
  const most = largest[weighted ? "weighted" : "plain"];
  const definition: Definition = { kpi: name, family: "mean", unit: "value", options: weighted ? { weighted } : {} };
  return valueMetric<Row, AverageSums, AverageResult>(read, {
    kpi: name,
    allowed: `a finite number up to ${most}`,
    options,
    createAccumulator: () => ({
      n: 0,
      values: emptyRunningMean(),
      squared: emptyRunningMean(),
      missing: 0,
      invalid: 0,
      dismissed: 0,
    }),
    add: (accumulator, value, counts) => {
      if (typeof value !== "number" || !(Math.abs(value) <= most)) return false;
      accumulator.n++;
      addToMean(accumulator.values, value, counts);
      if (weighted) addToMean(accumulator.squared, value, counts * counts);
      return true;
    },
    addAll: (into, other) => {
      into.n += other.n;
      into.missing += other.missing;
      into.invalid += other.invalid;
      into.dismissed += other.dismissed;
      mergeMean(into.values, other.values);
      mergeMean(into.squared, other.squared);
    },
    extractOutput: ({ n, values, squared, missing, invalid, dismissed }) => {
      const { weight: sum } = values;
      const value = sum === 0 ? null : meanOf(values);
      const effectiveN = weighted && sum > 0 ? (sum * sum) / squared.weight : n;
      const standardDeviation =
        value === null || n < 2 || effectiveN <= 1
          ? null
          : Math.sqrt((spreadOf(values) / sum) * (effectiveN / (effectiveN - 1)));
      let standardError = standardDeviation === null ? null : standardDeviation / Math.sqrt(n);
      if (weighted && value !== null && standardError !== null) {
        // Linearised: the squares by squared weight, around the weighted mean.
        const around = spreadOf(squared) + squared.weight * (meanOf(squared) - value) ** 2;
        standardError = (Math.sqrt(around) / sum) * Math.sqrt(n / (n - 1));
      }
      const limits =
        value === null || standardError === null
          ? null
          : limitsOf({ n, mean: value, error: standardError, effectiveN });
      return {
        value,
        n,
        missing,
        invalid,
        dismissed,
        standardError,
        interval: limits && { ...limits, level },
        ...(weighted && { effectiveN: value === null ? null : effectiveN }),
        standardDeviation,
        definition,
      };
    },
  });
}

/**
 * The mean of values, with Student's t interval.
 *
 * @param values Finite numbers in any unit; null, undefined and NaN stand for no value.
 * @param options The name of the average, the level, and what becomes of invalid values and small results.
 * @returns The mean in the values' unit. The interval is null for fewer than two values, and where all values are the same:
 * they say nothing of how much they could differ.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number or beyond 1e140 (with the row), `invalid-option`
 * when an option is wrong.
 *
 * @example
 * ```ts
 * import { average } from "cxkit";
 *
 * const result = average([1, 2, 3, 4, null]);
 * result; // => { value: 2.5, n: 4, missing: 1, standardDeviation: 1.29…, … }
 * result.interval; // => { low: 0.445…, high: 4.554…, level: 0.95 }
 * average([7]); // => { value: 7, interval: null, … }
 * ```
 *
 * @see Student (1908), Biometrika 6, 1–25; the running sums: Welford (1962), Technometrics 4, 419–420, and Chan, Golub and
 * LeVeque (1983), The American Statistician 37, 242–247.
 */
export function average(
  values: Iterable<number | null | undefined>,
  options?: AverageOptions & NoMinimumN,
): AverageResult;
export function average(
  values: Iterable<number | null | undefined>,
  options: AverageOptions & MinimumN,
): AverageResult | Suppressed<AverageResult>;
export function average(
  values: Iterable<number | null | undefined>,
  options: AverageOptions & MinimumN = {},
): AverageResult | Suppressed<AverageResult> {
  return measure(values, averageMetric(itself<number | null | undefined>, options));
}
