import { checkChoice, checkOptions, refuseOption } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type NetMethod, netLimits } from "./netInterval.js";
import { checkScale, countBetween, type ScaleEnds, type ScoreCounts, scoreMetric } from "./scoreCounts.js";
import { scoreEstimate } from "./scoreEstimate.js";

/** Scales that "how likely are you to recommend us" is asked on: lowest, highest, first passive, first promoter. */
const variants = { "0-10": [0, 10, 7, 9], "1-10": [1, 10, 7, 9], "1-5": [1, 5, 4, 5], "1-7": [1, 7, 5, 6] } as const;

/** Options of {@link nps}. */
export interface NpsOptions<Row = number | null | undefined> extends EstimateOptions<Row> {
  /**
   * The scale of the answers and who is what on it. `1-10`: promoters 9–10, detractors 1–6; `1-5`: 5 and 1–3; `1-7`: 6–7 and 1–4.
   * All but `0-10` are `nonStandardScale` in the definition: not to be set beside a benchmark. @defaultValue "0-10"
   */
  readonly variant?: keyof typeof variants;
  /** A scale of your own, with `passivesFrom` and `promotersFrom`. @defaultValue the variant's */
  readonly scale?: ScaleEnds;
  /** The lowest answer that is no detractor's. @defaultValue the variant's: 7 */
  readonly passivesFrom?: number;
  /** The lowest answer of a promoter. @defaultValue the variant's: 9 */
  readonly promotersFrom?: number;
  /** How the interval is made. @defaultValue "adjusted-wald" */
  readonly method?: NetMethod;
}

/** A Net Promoter Score, from −100 to 100, with its uncertainty. */
export interface NpsResult extends Estimate {
  /** How many answered `promotersFrom` or higher: 9 or 10. */
  readonly promoters: number;
  /** How many answered between: 7 or 8. */
  readonly passives: number;
  /** How many answered less than `passivesFrom`: 0 to 6. */
  readonly detractors: number;
}

/**
 * {@link nps} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the score out of a row: an integer from 0 to 10; null, undefined and NaN stand for no answer.
 * @param options The scale, the interval, weights, and what becomes of invalid scores and small results.
 * @returns A metric whose accumulator is one count for each point of the scale (and two sums where rows have weights), whatever
 * the number of rows.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { groupBy, measure, npsMetric } from "cxkit";
 *
 * const answers = [
 *   { region: "north", score: 9, weight: 2 },
 *   { region: "north", score: null, weight: 2 },
 *   { region: "south", score: 3, weight: 0.5 },
 * ];
 * measure(answers, groupBy((row) => row.region, npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value, result.missing]); // => [["north", 100, 1], ["south", -100, 0]]
 * measure(answers, npsMetric((row) => row.score, { weight: (row) => row.weight })).value; // => 60
 * ```
 *
 * @see Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 */
export function npsMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options?: NpsOptions<Row> & NoMinimumN,
): Metric<Row, ScoreCounts, NpsResult>;
export function npsMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: NpsOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, NpsResult | Suppressed<NpsResult>>;
export function npsMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: NpsOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, NpsResult | Suppressed<NpsResult>> {
  return netPromoterMetric("nps", read, options);
}

/** The metric of a net promoter score, of customers or of employees. */
export function netPromoterMetric<Row>(
  kpi: "nps" | "enps",
  read: (row: Row) => number | null | undefined,
  options: NpsOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, NpsResult | Suppressed<NpsResult>> {
  checkOptions(kpi, options, [...estimateOptions, "variant", "scale", "passivesFrom", "promotersFrom", "method"]);
  const { variant = "0-10", level = 0.95, method = "adjusted-wald", weight } = options;
  checkChoice("variant", variant, Object.keys(variants));
  const usual = variants[variant];
  const { scale = [usual[0], usual[1]], passivesFrom = usual[2], promotersFrom = usual[3] } = options;
  checkScale(kpi, scale);
  const [low, high] = scale;
  const cuts = [passivesFrom, promotersFrom];
  if (!(cuts.every(Number.isInteger) && low < passivesFrom && passivesFrom <= promotersFrom && promotersFrom <= high)) {
    refuseOption(
      `${kpi} on ${low} to ${high} requires cut-points there, or a variant such as "1-5"`,
      cuts.join(" and "),
    );
  }
  const standard = `${scale},${cuts}` === `${variants["0-10"]}`;
  const definition: Definition = {
    kpi,
    family: "trinomial",
    unit: "points",
    options: standard ? {} : { scale: [low, high], passivesFrom, promotersFrom, nonStandardScale: true },
  };
  const rule = {
    scale,
    level,
    weighted: weight !== undefined,
    scoreValue: (score: number) => (score >= promotersFrom ? 1 : score >= passivesFrom ? 0 : -1),
    limitsOf: netLimits(kpi, method, level),
    factor: 100,
    definition,
  } as const;
  return scoreMetric<Row, NpsResult>(read, {
    kpi,
    scale,
    options,
    extractOutput: (counts) =>
      Object.assign(scoreEstimate(counts, rule), {
        promoters: countBetween(counts, promotersFrom, high),
        passives: countBetween(counts, passivesFrom, promotersFrom - 1),
        detractors: countBetween(counts, low, passivesFrom - 1),
      }),
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
 * @param options The scale, the interval, and what becomes of invalid scores and small results.
 * @returns The score with its interval (by default adjusted Wald, clipped to −100…100 and centred on the adjusted score, so
 * that with a handful of answers it may not hold the score itself) and its parts, which count answers even where these have
 * weights. `standardError` is that of the plain score (divided by n, not by n − 1; linearised where there are weights).
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
 * nps([10, 9], { minimumN: 5 }); // => { suppressed: true, value: null, n: null, … }
 * ```
 *
 * @see Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003; interval: Rocks (2016),
 * "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70, 365–372; weights: Kish (1965), "Survey
 * Sampling".
 */
export function nps(scores: Iterable<number | null | undefined>, options?: NpsOptions & NoMinimumN): NpsResult;
export function nps(
  scores: Iterable<number | null | undefined>,
  options: NpsOptions & MinimumN,
): NpsResult | Suppressed<NpsResult>;
export function nps(
  scores: Iterable<number | null | undefined>,
  options: NpsOptions & MinimumN = {},
): NpsResult | Suppressed<NpsResult> {
  return measure(scores, npsMetric(itself<number | null | undefined>, options));
}
