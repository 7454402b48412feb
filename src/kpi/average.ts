import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import { type InvalidPolicy, type Tally, valueMetric } from "../metric/valueMetric.js";
import { criticalValue } from "../stats/criticalValue.js";
import { studentTQuantile } from "../stats/studentTQuantile.js";

/** Options of {@link average}. */
export interface AverageOptions {
  /** What is averaged, such as "order value"; kept in the definition, so that `compare` mixes no two. @defaultValue "average" */
  readonly name?: string;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a value that is no finite number: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A mean in the unit of its values, with its uncertainty. */
export interface AverageResult extends Estimate {
  /** The standard deviation of the values (n − 1), in their unit; null for fewer than two. */
  readonly standardDeviation: number | null;
}

/** The accumulator of {@link averageMetric}. */
export interface AverageSums extends Tally {
  n: number;
  sum: number;
  /** What rounding took from the sum (Neumaier). */
  lost: number;
  /** The sum of squared deviations from the mean (Welford). */
  squares: number;
}

// Squares of larger values would overflow in sums of many rows.
const largest = 1e140;

const meanOf = ({ sum, lost, n }: AverageSums): number => (sum + lost) / n;

function addToSum(accumulator: AverageSums, value: number): void {
  const sum = accumulator.sum + value;
  accumulator.lost +=
    Math.abs(accumulator.sum) >= Math.abs(value) ? accumulator.sum - sum + value : value - sum + accumulator.sum;
  accumulator.sum = sum;
}

/**
 * {@link average} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the value out of a row; null, undefined and NaN stand for no value.
 * @param options The name of the average, the level, and what becomes of invalid values.
 * @returns A metric whose accumulator is four sums. However rows are split and merged, the mean is the same to 1e-12 of the
 * mean of absolute values.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row whose value is no finite
 * number (or beyond 1e140).
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
  options: AverageOptions = {},
): Metric<Row, AverageSums, AverageResult> {
  checkOptions("average", options, ["name", "level", "invalid"]);
  const { name = "average", level = 0.95 } = options;
  // Refuses a wrong level at once; the t quantile itself has to wait for n.
  criticalValue(level);
  const definition: Definition = { kpi: name, family: "mean", unit: "value", options: {} };
  return valueMetric<Row, AverageSums, AverageResult>(read, {
    requirement: `${name} requires a finite number`,
    invalid: options.invalid,
    createAccumulator: () => ({ n: 0, sum: 0, lost: 0, squares: 0, missing: 0, invalid: 0 }),
    add: (accumulator, value) => {
      if (typeof value !== "number" || !(Math.abs(value) <= largest)) return false;
      const before = accumulator.n === 0 ? value : meanOf(accumulator);
      addToSum(accumulator, value);
      accumulator.n++;
      accumulator.squares += (value - before) * (value - meanOf(accumulator));
      return true;
    },
    addAll: (into, other) => {
      into.missing += other.missing;
      into.invalid += other.invalid;
      if (other.n === 0) return;
      // Chan, Golub and LeVeque: the squares of two parts and those between their means.
      const distance = into.n === 0 ? 0 : meanOf(other) - meanOf(into);
      into.squares += other.squares + ((distance * into.n) / (into.n + other.n)) * distance * other.n;
      addToSum(into, other.sum);
      into.lost += other.lost;
      into.n += other.n;
    },
    extractOutput: (accumulator) => {
      const { n, squares, missing, invalid } = accumulator;
      const value = n === 0 ? null : meanOf(accumulator);
      // Of equal values, rounding leaves squares of this size.
      const rounding = n * (2 * Number.EPSILON * (value ?? 0)) ** 2;
      const standardDeviation = n < 2 ? null : Math.sqrt((squares > rounding ? squares : 0) / (n - 1));
      const standardError = standardDeviation === null ? null : standardDeviation / Math.sqrt(n);
      let interval = null;
      if (value !== null && standardError !== null && standardError > 0) {
        const half = studentTQuantile(0.5 + level / 2, n - 1) * standardError;
        interval = { low: value - half, high: value + half, level };
      }
      return { value, n, missing, invalid, standardError, interval, standardDeviation, definition };
    },
  });
}

/**
 * The mean of values, with Student's t interval.
 *
 * @param values Finite numbers in any unit; null, undefined and NaN stand for no value.
 * @param options The name of the average, the level, and what becomes of invalid values.
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
export function average(values: Iterable<number | null | undefined>, options: AverageOptions = {}): AverageResult {
  return measure(
    values,
    averageMetric((value: number | null | undefined) => value, options),
  );
}
