import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { checkScale, type ScaleEnds, type ScoreCounts } from "./scoreCounts.js";
import { topBoxMetric } from "./topBoxMetric.js";

/** Options of {@link ces}. */
export interface CesOptions {
  /** The lowest and the highest answer, whole numbers; the highest is the easiest. @defaultValue [1, 7] */
  readonly scale?: ScaleEnds;
  /** The lowest answer that counts as easy. @defaultValue the lowest over the middle of the scale: 5 on 1–7 */
  readonly easyFrom?: number;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a score off the scale: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A Customer Effort Score in percent, 0–100, with its uncertainty. */
export interface CesResult extends Estimate {
  /** How many found it easy. */
  readonly easy: number;
}

/**
 * {@link ces} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row; null, undefined and NaN stand for no answer.
 * @param options The scale, who found it easy, the level, and what becomes of invalid scores.
 * @returns A metric whose accumulator is one count for each point of the scale.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { cesMetric, measure } from "cxkit";
 *
 * const answers = [{ ease: 7 }, { ease: 5 }, { ease: 4 }, { ease: 2 }];
 * measure(answers, cesMetric((row) => row.ease)).value; // => 50
 * ```
 */
export function cesMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CesOptions = {},
): Metric<Row, ScoreCounts, CesResult> {
  checkOptions("ces", options, ["scale", "easyFrom", "level", "invalid"]);
  const { scale = [1, 7], level, invalid } = options;
  checkScale("ces", scale);
  const [low, high] = scale;
  const { easyFrom = Math.floor((low + high) / 2) + 1 } = options;
  return topBoxMetric(read, {
    kpi: "ces",
    scale,
    from: ["easyFrom", easyFrom],
    level,
    invalid,
    counted: (easy) => ({ easy }),
  });
}

/**
 * Customer Effort Score 2.0: the share, in percent, of those who agree that it was easy (5 to 7 on "… made it easy for me to
 * handle my issue", 1 strongly disagree, 7 strongly agree). Higher is better.
 *
 * CES 1.0 asks the opposite on 1–5 ("how much effort …", lower is better): its answers do not belong here, and no scale is
 * guessed from the values.
 *
 * @param scores Answers on the scale, whole numbers; null, undefined and NaN stand for no answer.
 * @param options The scale, who found it easy, the level, and what becomes of invalid scores.
 * @returns The percentage with its Wilson interval, and how many found it easy.
 * @throws A {@link CxError} `invalid-value` when a score is off the scale (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { ces } from "cxkit";
 *
 * ces([7, 6, 5, 4, 1]).value; // => 60
 * ces([8]); // throws invalid-value
 * ```
 *
 * @see Dixon, Toman and DeLisi, "The Effortless Experience" (2013); interval: Wilson (1927), JASA 22, 209–212.
 */
export function ces(scores: Iterable<number | null | undefined>, options: CesOptions = {}): CesResult {
  return measure(
    scores,
    cesMetric((score: number | null | undefined) => score, options),
  );
}
