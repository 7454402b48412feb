import { checkOptions, checkReader } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Definition } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type ProportionMethod, proportionLimits } from "./proportionInterval.js";
import type { RateResult } from "./rate.js";
import { countBetween, type ScoreCounts, scoreMetric } from "./scoreCounts.js";
import { scoreEstimate } from "./scoreEstimate.js";

/** Options of {@link responseRate}. */
export interface ResponseRateOptions<Row = unknown> extends Omit<EstimateOptions<Row>, "invalid" | "dismissed"> {
  /** Whether somebody who was asked declined: still one of those asked, and counted in `declined`. @defaultValue nobody did */
  readonly dismissed?: (row: Row) => boolean | null | undefined;
  /** Whether somebody was asked at all; whoever was not is counted in `missing`. @defaultValue everybody was */
  readonly asked?: (row: Row) => boolean | null | undefined;
  /** How the interval is made. @defaultValue "wilson" */
  readonly method?: ProportionMethod;
}

/** A response rate, 0–1, with its uncertainty; `n` are those who were asked, `count` those who answered. */
export interface ResponseRateResult extends RateResult {
  /** How many declined. */
  readonly declined: number;
  /** How many neither answered nor declined. */
  readonly silent: number;
}

const codes = { silent: 0, declined: 1, answered: 2 } as const;

/**
 * {@link responseRate} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the answer out of a row; null, undefined, NaN and "" stand for no answer.
 * @param options Who was asked, who declined, the interval, weights, and what becomes of small results.
 * @returns A metric whose accumulator is three counts: of the silent under 0, of those who declined under 1, of answers under 2.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option.
 *
 * @example
 * ```ts
 * import { measure, responseRateMetric } from "cxkit";
 *
 * const invited = [{ score: 9 }, { score: null, status: "dismissed" }, { score: null }, { score: 3 }];
 * measure(invited, responseRateMetric((row) => row.score, { dismissed: (row) => row.status === "dismissed" }));
 * // => { value: 0.5, n: 4, count: 2, declined: 1, silent: 1, … }
 * ```
 */
export function responseRateMetric<Row>(
  read: (row: Row) => unknown,
  options?: ResponseRateOptions<Row> & NoMinimumN,
): Metric<Row, ScoreCounts, ResponseRateResult>;
export function responseRateMetric<Row>(
  read: (row: Row) => unknown,
  options: ResponseRateOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, ResponseRateResult | Suppressed<ResponseRateResult>>;
export function responseRateMetric<Row>(
  read: (row: Row) => unknown,
  options: ResponseRateOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, ResponseRateResult | Suppressed<ResponseRateResult>> {
  const known = estimateOptions.filter((option) => option !== "invalid");
  checkOptions("responseRate", options, [...known, "asked", "method"]);
  checkReader("responseRate", read);
  const { dismissed, asked, level = 0.95, method = "wilson", ...rest } = options;
  for (const reader of [dismissed, asked]) if (reader !== undefined) checkReader("responseRate", reader);
  const definition: Definition = { kpi: "responseRate", family: "proportion", unit: "share", options: {} };
  const rule = {
    scale: [0, 2],
    level,
    weighted: rest.weight !== undefined,
    scoreValue: (score: number) => (score === codes.answered ? 1 : 0),
    limitsOf: proportionLimits("responseRate", method, level),
    factor: 1,
    definition,
  } as const;
  const codeOf = (row: Row): number | null => {
    if (asked !== undefined && !asked(row)) return null;
    if (dismissed?.(row)) return codes.declined;
    const answer = read(row);
    const none = isMissing(answer) || answer === "";
    return none ? codes.silent : codes.answered;
  };
  return scoreMetric<Row, ResponseRateResult>(codeOf, {
    kpi: "responseRate",
    scale: rule.scale,
    options: rest,
    extractOutput: (counts) => ({
      ...scoreEstimate(counts, rule),
      count: countBetween(counts, codes.answered, codes.answered),
      declined: countBetween(counts, codes.declined, codes.declined),
      silent: countBetween(counts, codes.silent, codes.silent),
    }),
  });
}

/**
 * The response rate: of those who were asked, the share who answered, 0–1.
 *
 * A KPI counts who answered, and says in `missing` and `dismissed` who did not; this is the share. A low one is no error by itself, but
 * the fewer answer, the more it matters who.
 *
 * @param answers One value per person asked; null, undefined, NaN and "" stand for no answer.
 * @param options The interval, and what becomes of small results.
 * @returns The share with its Wilson interval, and how many answered, declined and did neither.
 * @throws A {@link CxError} `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { responseRate } from "cxkit";
 *
 * responseRate([9, null, 3, null, null]); // => { value: 0.4, n: 5, count: 2, silent: 3, … }
 * ```
 *
 * @see AAPOR (2023), "Standard Definitions", response rate 1; interval: Wilson (1927), JASA 22, 209–212.
 */
export function responseRate(
  answers: Iterable<unknown>,
  options?: ResponseRateOptions & NoMinimumN,
): ResponseRateResult;
export function responseRate(
  answers: Iterable<unknown>,
  options: ResponseRateOptions & MinimumN,
): ResponseRateResult | Suppressed<ResponseRateResult>;
export function responseRate(
  answers: Iterable<unknown>,
  options: ResponseRateOptions & MinimumN = {},
): ResponseRateResult | Suppressed<ResponseRateResult> {
  return measure(
    answers,
    responseRateMetric((answer: unknown) => answer, options),
  );
}
