import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import type { Estimate } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import type { Scale } from "../model/scale.js";
import { boxMetric } from "./boxMetric.js";
import type { NetMethod } from "./netInterval.js";
import type { ProportionMethod } from "./proportionInterval.js";
import { checkScale, type ScaleEnds, type ScoreCounts } from "./scoreCounts.js";

const measures = { easy: "top", net: "net", mean: "mean" } as const;

/** Options of {@link ces}. */
export interface CesOptions<Row = number | null | undefined> extends EstimateOptions<Row> {
  /**
   * What is measured: `easy`, the share of those who found it easy; `net`, that share minus the share of those who found it hard,
   * −100 to 100; `mean`, the mean answer on its own scale. @defaultValue "easy"
   */
  readonly variant?: keyof typeof measures;
  /** The lowest and the highest answer, whole numbers. @defaultValue [1, 7] */
  readonly scale?: ScaleEnds;
  /**
   * Which end is the easy one: `higher-is-better` where 7 agrees that it was easy (CES 2.0), `lower-is-better` where 5 is a very high
   * effort (CES 1.0). @defaultValue "higher-is-better"
   */
  readonly direction?: NonNullable<Scale["direction"]>;
  /**
   * The first answer that counts as easy, going towards the easy end.
   * @defaultValue the first past the middle of the scale: 5 on 1–7; of the net form the second to last: 6 on 1–7
   */
  readonly easyFrom?: number;
  /** The first answer that counts as hard, going towards the hard end. @defaultValue the first past the middle: 3 on 1–7 */
  readonly hardFrom?: number;
  /** How the interval is made: of a share, or of the net form. @defaultValue Wilson's for a share, adjusted Wald for the net form */
  readonly method?: ProportionMethod | NetMethod;
}

/** A Customer Effort Score with its uncertainty: in percent, 0–100, unless the variant says otherwise. */
export interface CesResult extends Estimate {
  /** How many found it easy. */
  readonly easy: number;
  /** How many found it neither easy nor hard. */
  readonly neutral: number;
  /** How many found it hard. */
  readonly hard: number;
  /** The mean answer, on the scale of the answers (not a percentage); null where there is none. */
  readonly mean: number | null;
}

/**
 * {@link ces} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row; null, undefined and NaN stand for no answer.
 * @param options What is measured, the scale, who found it easy, the interval, weights, and what becomes of invalid scores and small
 * results.
 * @returns A metric whose accumulator is one count for each point of the scale.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { cesMetric, measure } from "cxkit";
 *
 * const answers = [{ ease: 7 }, { ease: 5 }, { ease: 4 }, { ease: 2 }];
 * measure(answers, cesMetric((row) => row.ease)).value; // => 50
 * measure(answers, cesMetric((row) => row.ease, { variant: "net" })).value; // => 0
 * ```
 */
export function cesMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options?: CesOptions<Row> & NoMinimumN,
): Metric<Row, ScoreCounts, CesResult>;
export function cesMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CesOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, CesResult | Suppressed<CesResult>>;
export function cesMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CesOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, CesResult | Suppressed<CesResult>> {
  checkOptions("ces", options, [...estimateOptions, "variant", "scale", "direction", "easyFrom", "hardFrom", "method"]);
  const { variant = "easy", scale = [1, 7], direction = "higher-is-better", method } = options;
  checkChoice("variant", variant, Object.keys(measures));
  checkChoice("direction", direction, ["higher-is-better", "lower-is-better"]);
  checkScale("ces", scale);
  const [low, high] = scale;
  // On a scale turned round, the easy end is the high one.
  const turned = (score: number): number => (direction === "higher-is-better" ? score : low + high - score);
  const aboveMiddle = Math.floor((low + high) / 2) + 1;
  const usual = variant === "net" && high - low > 3 ? high - 1 : aboveMiddle;
  const { easyFrom = turned(usual), hardFrom = turned(low + high - aboveMiddle) } = options;
  const [easy, hard] = [turned(easyFrom), turned(hardFrom)];
  if (!([easy, hard].every(Number.isInteger) && low <= hard && hard < easy && easy <= high)) {
    throw new CxError(
      "invalid-option",
      `ces requires easyFrom and hardFrom to be whole, from ${low} to ${high}, easyFrom nearer to the easy end`,
      `${easyFrom} and ${hardFrom}`,
    );
  }
  const defining = {
    scale: [low, high],
    ...(variant !== "easy" && { variant }),
    ...(direction !== "higher-is-better" && { direction }),
    ...(variant !== "mean" && { easyFrom }),
    ...(variant === "net" && { hardFrom }),
  } as const;
  return boxMetric(read, {
    kpi: "ces",
    scale,
    options,
    measure: measures[variant],
    method,
    boxOf: (score) => (turned(score) >= easy ? 1 : turned(score) <= hard ? -1 : 0),
    defining,
    partsOf: ({ top, middle, bottom, mean }) => ({ easy: top, neutral: middle, hard: bottom, mean }),
  });
}

/**
 * Customer Effort Score 2.0: the share, in percent, of those who agree that it was easy (5 to 7 on "… made it easy for me to
 * handle my issue", 1 strongly disagree, 7 strongly agree). Higher is better.
 *
 * CES 1.0 asks the opposite on 1–5 ("how much effort …") and is a mean, lower being better: `presets.ces1`. The two are
 * different definitions, which `compare` does not mix; no scale is guessed from the values.
 *
 * @param scores Answers on the scale, whole numbers; null, undefined and NaN stand for no answer.
 * @param options What is measured, the scale, who found it easy, the interval, and what becomes of invalid scores and small results.
 * @returns The percentage with its Wilson interval, how many found it easy, neither and hard, and the mean answer.
 * @throws A {@link CxError} `invalid-value` when a score is off the scale (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { ces, presets } from "cxkit";
 *
 * ces([7, 6, 5, 4, 1]); // => { value: 60, easy: 3, neutral: 1, hard: 1, mean: 4.6, … }
 * ces([7, 6, 5, 4, 1], { variant: "net" }).value; // => 20
 * ces([1, 2, 2, 5], presets.ces1).value; // => 2.5
 * ces([8]); // throws invalid-value
 * ```
 *
 * @see Dixon, Toman and DeLisi, "The Effortless Experience" (2013); CES 1.0: Dixon, Freeman and Toman, "Stop Trying to Delight
 * Your Customers", Harvard Business Review, July 2010; interval: Wilson (1927), JASA 22, 209–212.
 */
export function ces(scores: Iterable<number | null | undefined>, options?: CesOptions & NoMinimumN): CesResult;
export function ces(
  scores: Iterable<number | null | undefined>,
  options: CesOptions & MinimumN,
): CesResult | Suppressed<CesResult>;
export function ces(
  scores: Iterable<number | null | undefined>,
  options: CesOptions & MinimumN = {},
): CesResult | Suppressed<CesResult> {
  return measure(scores, cesMetric(itself<number | null | undefined>, options));
}
