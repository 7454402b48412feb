import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { checkScale, type ScaleEnds, type ScoreCounts } from "./scoreCounts.js";
import { topBoxMetric } from "./topBoxMetric.js";

/** Options of {@link csat}. */
export interface CsatOptions {
  /** The lowest and the highest answer, whole numbers; higher is better. @defaultValue [1, 5] */
  readonly scale?: ScaleEnds;
  /**
   * The lowest answer that counts as satisfied.
   * @defaultValue the second highest (top-2 box); on a scale of two or three points the highest; none on one of over eleven
   */
  readonly satisfiedFrom?: number;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a score off the scale: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** Customer satisfaction in percent, 0–100, with its uncertainty. */
export interface CsatResult extends Estimate {
  /** How many answered `satisfiedFrom` or higher. */
  readonly satisfied: number;
}

/** The top two boxes; the top one of two or three. On a scale of a hundred points nobody means those. */
function usualBoxes(low: number, high: number): number {
  if (high - low > 10) {
    throw new CxError("invalid-option", "csat requires satisfiedFrom on a scale of over eleven points", undefined);
  }
  return high - low < 3 ? high : high - 1;
}

/**
 * {@link csat} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row; null, undefined and NaN stand for no answer.
 * @param options The scale, who counts as satisfied, the level, and what becomes of invalid scores.
 * @returns A metric whose accumulator is one count for each point of the scale.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { csatMetric, measure } from "cxkit";
 *
 * const answers = [{ stars: 5 }, { stars: 4 }, { stars: 3 }, { stars: 1 }];
 * measure(answers, csatMetric((row) => row.stars)).value; // => 50
 * ```
 */
export function csatMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CsatOptions = {},
): Metric<Row, ScoreCounts, CsatResult> {
  checkOptions("csat", options, ["scale", "satisfiedFrom", "level", "invalid"]);
  const { scale = [1, 5], level, invalid } = options;
  checkScale("csat", scale);
  const [low, high] = scale;
  const { satisfiedFrom = usualBoxes(low, high) } = options;
  return topBoxMetric(read, {
    kpi: "csat",
    scale,
    from: ["satisfiedFrom", satisfiedFrom],
    level,
    invalid,
    counted: (satisfied) => ({ satisfied }),
  });
}

/**
 * Customer satisfaction: the share of satisfied answers in percent, by default the top two boxes (4 and 5 on a scale of five).
 *
 * It is a percentage from 0 to 100, not a mean, and is not rounded. Who did not answer is in no share. Nothing to measure
 * gives `value: null`.
 *
 * @param scores Answers on the scale, whole numbers; null, undefined and NaN stand for no answer.
 * @param options The scale, who counts as satisfied, the level, and what becomes of invalid scores.
 * @returns The percentage with its Wilson interval, and how many are satisfied.
 * @throws A {@link CxError} `invalid-value` when a score is off the scale (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { csat } from "cxkit";
 *
 * const result = csat([5, 5, 4, 3, 1]);
 * result.value; // => 60
 * result.interval; // => { low: 23.07…, high: 88.23…, level: 0.95 }
 * csat([1, 2, 3], { scale: [1, 3] }).value; // => 33.33…
 * ```
 *
 * @see Top-box scoring as the field reports it; interval: Wilson (1927), JASA 22, 209–212.
 */
export function csat(scores: Iterable<number | null | undefined>, options: CsatOptions = {}): CsatResult {
  return measure(
    scores,
    csatMetric((score: number | null | undefined) => score, options),
  );
}
