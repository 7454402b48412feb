import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import type { Estimate } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { boxMetric } from "./boxMetric.js";
import type { NetMethod } from "./netInterval.js";
import type { ProportionMethod } from "./proportionInterval.js";
import { checkScale, type ScaleEnds, type ScoreCounts } from "./scoreCounts.js";

const measures = {
  satisfied: "top",
  dissatisfied: "bottom",
  net: "net",
  "without-neutral": "decided",
  mean: "mean",
} as const;

/** Options of {@link csat}. */
export interface CsatOptions<Row = number | null | undefined> extends EstimateOptions<Row> {
  /**
   * What is measured: `satisfied`, the share of satisfied answers; `dissatisfied` (DSAT), that of dissatisfied ones; `net`, the first
   * minus the second, −100 to 100; `without-neutral`, the satisfied among the satisfied and the dissatisfied, as good ÷ (good + bad);
   * `mean`, the mean answer on its own scale. @defaultValue "satisfied"
   */
  readonly variant?: keyof typeof measures;
  /** The lowest and the highest answer, whole numbers; higher is better. @defaultValue [1, 5] */
  readonly scale?: ScaleEnds;
  /**
   * The lowest answer that counts as satisfied.
   * @defaultValue the second highest (top-2 box); on a scale of two or three points the highest; none on one of over eleven
   */
  readonly satisfiedFrom?: number;
  /**
   * The highest answer that counts as dissatisfied.
   * @defaultValue the second lowest (bottom-2 box); on a scale of two to four points the lowest; none on one of over eleven
   */
  readonly dissatisfiedTo?: number;
  /** How the interval is made: of a share, or of the net form. @defaultValue Wilson's for a share, adjusted Wald for the net form */
  readonly method?: ProportionMethod | NetMethod;
}

/** Customer satisfaction with its uncertainty: in percent, 0–100, unless the variant says otherwise. */
export interface CsatResult extends Estimate {
  /** How many answered `satisfiedFrom` or higher. */
  readonly satisfied: number;
  /** How many answered between. */
  readonly neutral: number;
  /** How many answered `dissatisfiedTo` or lower. */
  readonly dissatisfied: number;
  /** The mean answer, on the scale of the answers (not a percentage); null where there is none. */
  readonly mean: number | null;
}

/** The usual boxes; on a scale of a hundred points nobody means the top two. */
function usualBoxes(
  [low, high]: ScaleEnds,
  { satisfiedFrom, dissatisfiedTo }: CsatOptions<never>,
): readonly [dissatisfiedTo: number, satisfiedFrom: number] {
  if (high - low > 10 && satisfiedFrom === undefined) {
    throw new CxError("invalid-option", "csat requires satisfiedFrom on a scale of over eleven points", undefined);
  }
  const from = satisfiedFrom ?? (high - low < 3 ? high : high - 1);
  const to = dissatisfiedTo ?? (high - low > 10 ? from - 1 : Math.min(from - 1, high - low < 4 ? low : low + 1));
  return [to, from];
}

/**
 * {@link csat} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row; null, undefined and NaN stand for no answer.
 * @param options What is measured, the scale, who counts as satisfied, the interval, weights, and what becomes of invalid scores and
 * small results.
 * @returns A metric whose accumulator is one count for each point of the scale.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { csatMetric, measure } from "cxkit";
 *
 * const answers = [{ stars: 5 }, { stars: 4 }, { stars: 3 }, { stars: 1 }];
 * measure(answers, csatMetric((row) => row.stars)).value; // => 50
 * measure(answers, csatMetric((row) => row.stars, { variant: "net" })).value; // => 25
 * ```
 */
export function csatMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options?: CsatOptions<Row> & NoMinimumN,
): Metric<Row, ScoreCounts, CsatResult>;
export function csatMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CsatOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, CsatResult | Suppressed<CsatResult>>;
export function csatMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: CsatOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, CsatResult | Suppressed<CsatResult>> {
  checkOptions("csat", options, [...estimateOptions, "variant", "scale", "satisfiedFrom", "dissatisfiedTo", "method"]);
  const { variant = "satisfied", scale = [1, 5], method } = options;
  checkChoice("variant", variant, Object.keys(measures));
  checkScale("csat", scale);
  const [low, high] = scale;
  const [dissatisfiedTo, satisfiedFrom] = usualBoxes(scale, options);
  const cuts = [dissatisfiedTo, satisfiedFrom];
  if (
    !(cuts.every(Number.isInteger) && low <= dissatisfiedTo && dissatisfiedTo < satisfiedFrom && satisfiedFrom <= high)
  ) {
    throw new CxError(
      "invalid-option",
      `csat requires whole numbers ${low} <= dissatisfiedTo < satisfiedFrom <= ${high}`,
      cuts.join(" and "),
    );
  }
  const known = { scale: [low, high], satisfiedFrom, dissatisfiedTo, variant } as const;
  const { scale: ends } = known;
  const defining = {
    satisfied: { scale: ends, satisfiedFrom },
    dissatisfied: { scale: ends, variant, dissatisfiedTo },
    net: known,
    "without-neutral": known,
    mean: { scale: ends, variant },
  }[variant];
  return boxMetric(read, {
    kpi: "csat",
    scale,
    options,
    measure: measures[variant],
    method,
    boxOf: (score) => (score >= satisfiedFrom ? 1 : score <= dissatisfiedTo ? -1 : 0),
    defining,
    partsOf: ({ top, middle, bottom, mean }) => ({ satisfied: top, neutral: middle, dissatisfied: bottom, mean }),
  });
}

/**
 * Customer satisfaction: the share of satisfied answers in percent, by default the top two boxes (4 and 5 on a scale of five).
 *
 * It is a percentage from 0 to 100, not a mean, and is not rounded. Who did not answer is in no share. Nothing to measure
 * gives `value: null`. The boxes of a scale of two points are its ends, of three too; of four, the lowest and the highest two; of
 * five to eleven, two at each end. On 0–10 these are 9 and 10: say so where you show it.
 *
 * @param scores Answers on the scale, whole numbers; null, undefined and NaN stand for no answer.
 * @param options What is measured, the scale, who counts as satisfied, the interval, and what becomes of invalid scores and small
 * results.
 * @returns The percentage with its Wilson interval, and how many are satisfied, neither, and dissatisfied. The net form has the
 * adjusted-Wald interval of an NPS, the mean Student's t.
 * @throws A {@link CxError} `invalid-value` when a score is off the scale (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { csat } from "cxkit";
 *
 * const result = csat([5, 5, 4, 3, 1]);
 * result.value; // => 60
 * result.interval; // => { low: 23.07…, high: 88.23…, level: 0.95 }
 * result; // => { satisfied: 3, neutral: 1, dissatisfied: 1, mean: 3.6, … }
 * csat([1, 2, 3], { scale: [1, 3] }).value; // => 33.33…
 * csat([5, 5, 4, 3, 1], { variant: "mean" }).value; // => 3.6
 * ```
 *
 * @see Top-box scoring as the field reports it; interval: Wilson (1927), JASA 22, 209–212.
 */
export function csat(scores: Iterable<number | null | undefined>, options?: CsatOptions & NoMinimumN): CsatResult;
export function csat(
  scores: Iterable<number | null | undefined>,
  options: CsatOptions & MinimumN,
): CsatResult | Suppressed<CsatResult>;
export function csat(
  scores: Iterable<number | null | undefined>,
  options: CsatOptions & MinimumN = {},
): CsatResult | Suppressed<CsatResult> {
  return measure(scores, csatMetric(itself<number | null | undefined>, options));
}
