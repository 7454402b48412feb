import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { criticalValue } from "../stats/criticalValue.js";
import { countBetween, type ScoreCounts, scoreMetric } from "./scoreCounts.js";

/** Options of {@link nps}. */
export interface NpsOptions {
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /**
   * How the interval is made. `adjusted-wald` adds ¾ of a promoter, 1½ passives and ¾ of a detractor and is right for small
   * samples too; `wald` is the textbook's, and has no width where everybody agrees. @defaultValue "adjusted-wald"
   */
  readonly method?: "adjusted-wald" | "wald";
  /** What becomes of a score that is not an integer from 0 to 10: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A Net Promoter Score, from −100 to 100, with its uncertainty. */
export interface NpsResult extends Estimate {
  /** How many answered 9 or 10. */
  readonly promoters: number;
  /** How many answered 7 or 8. */
  readonly passives: number;
  /** How many answered 0 to 6. */
  readonly detractors: number;
}

const definition: Definition = { kpi: "nps", family: "trinomial", unit: "points", options: {} };

/**
 * {@link nps} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row: an integer from 0 to 10; null, undefined and NaN stand for no answer.
 * @param options The interval, and what becomes of invalid scores.
 * @returns A metric whose accumulator is eleven counts, whatever the number of rows.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { groupBy, measure, npsMetric } from "cxkit";
 *
 * const answers = [
 *   { region: "north", score: 9 },
 *   { region: "north", score: null },
 *   { region: "south", score: 3 },
 * ];
 * measure(answers, groupBy((row) => row.region, npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value, result.missing]); // => [["north", 100, 1], ["south", -100, 0]]
 * ```
 *
 * @see Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 */
export function npsMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: NpsOptions = {},
): Metric<Row, ScoreCounts, NpsResult> {
  checkOptions("nps", options, ["level", "method", "invalid"]);
  const { level = 0.95, method = "adjusted-wald" } = options;
  checkChoice("method", method, ["adjusted-wald", "wald"]);
  const z = criticalValue(level);
  return scoreMetric("nps", read, [0, 10], options.invalid, (counts) => {
    const detractors = countBetween(counts, 0, 6);
    const passives = countBetween(counts, 7, 8);
    const promoters = countBetween(counts, 9, 10);
    const n = detractors + passives + promoters;
    /** The score and its standard error with some answers added to both ends, and twice as many between. */
    const withAdded = (added: number): { score: number; error: number } => {
      const all = n + 4 * added;
      const mean = (promoters - detractors) / all;
      const variance = (promoters + detractors + 2 * added) / all - mean * mean;
      return { score: 100 * mean, error: 100 * Math.sqrt(Math.max(0, variance) / all) };
    };
    const plain = withAdded(0);
    const { score, error } = method === "wald" ? plain : withAdded(0.75);
    const interval = { low: Math.max(-100, score - z * error), high: Math.min(100, score + z * error), level };
    return {
      value: n ? plain.score : null,
      n,
      missing: counts.missing,
      invalid: counts.invalid,
      standardError: n ? plain.error : null,
      interval: n ? interval : null,
      promoters,
      passives,
      detractors,
      definition,
    };
  });
}

/**
 * Net Promoter Score: the share of promoters (9 and 10) minus the share of detractors (0 to 6), times 100.
 *
 * It runs from −100 to 100, is no percentage, and is not rounded. Who did not answer is counted in `missing` and is in no
 * share. Nothing to measure gives `value: null`, never 0.
 *
 * @param scores Answers to "how likely are you to recommend us", integers from 0 to 10; null, undefined and NaN stand for no
 * answer.
 * @param options The interval, and what becomes of invalid scores.
 * @returns The score with its interval (by default adjusted Wald, clipped to −100…100 and centred on the adjusted score, so
 * that with a handful of answers it may not hold the score itself) and
 * its parts. `standardError` is that of the plain score.
 * @throws A {@link CxError} `invalid-value` when a score is not an integer from 0 to 10 (with the row), `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { nps } from "cxkit";
 *
 * const result = nps([0, 7, 7, 9, 9, 9, null]);
 * result.value; // => 33.33…
 * result.interval; // => { low: -26.74…, high: 71.18…, level: 0.95 }
 * result; // => { n: 6, missing: 1, promoters: 3, passives: 2, detractors: 1, … }
 * nps([]).value; // => null
 * nps([11]); // throws invalid-value
 * ```
 *
 * @see Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003; interval: Rocks (2016),
 * "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70, 365–372.
 */
export function nps(scores: Iterable<number | null | undefined>, options: NpsOptions = {}): NpsResult {
  return measure(
    scores,
    npsMetric((score: number | null | undefined) => score, options),
  );
}
