import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { type EstimateOptions, estimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type ProportionMethod, proportionLimits } from "./proportionInterval.js";
import { countBetween, type ScoreCounts, scoreMetric } from "./scoreCounts.js";
import { scoreEstimate } from "./scoreEstimate.js";

/** Options of {@link rate}. */
export interface RateOptions<Row = boolean | null | undefined> extends EstimateOptions<Row> {
  /** What the share is of, such as "conversion"; kept in the definition, so that `compare` mixes no two rates. @defaultValue "rate" */
  readonly name?: string;
  /** How the interval is made. @defaultValue "wilson" */
  readonly method?: ProportionMethod;
}

/** A share of rows, 0–1, with its uncertainty. */
export interface RateResult extends Estimate {
  /** How many rows are true. */
  readonly count: number;
}

/** 1 for true, 0 for false; anything else is neither. */
const scoreOf = (value: unknown): number => (value === true ? 1 : value === false ? 0 : -1);

/**
 * {@link rate} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Says whether a row counts: true or false; null and undefined stand for not known.
 * @param options The name of the rate, the interval, weights, and what becomes of invalid values and small results.
 * @returns A metric whose accumulator is two counts: of false under 0, of true under 1.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row that says neither.
 *
 * @example
 * ```ts
 * import { measure, rateMetric } from "cxkit";
 *
 * const cases = [{ contacts: 1 }, { contacts: 3 }, { contacts: 1 }, { contacts: 1 }];
 * measure(cases, rateMetric((row) => row.contacts === 1, { name: "one-touch" })).value; // => 0.75
 * ```
 */
export function rateMetric<Row>(
  read: (row: Row) => boolean | null | undefined,
  options?: RateOptions<Row> & NoMinimumN,
): Metric<Row, ScoreCounts, RateResult>;
export function rateMetric<Row>(
  read: (row: Row) => boolean | null | undefined,
  options: RateOptions<Row> & MinimumN,
): Metric<Row, ScoreCounts, RateResult | Suppressed<RateResult>>;
export function rateMetric<Row>(
  read: (row: Row) => boolean | null | undefined,
  options: RateOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, RateResult | Suppressed<RateResult>> {
  checkOptions("rate", options, [...estimateOptions, "name", "method"]);
  const { name = "rate", level = 0.95, method = "wilson", weight } = options;
  const definition: Definition = { kpi: name, family: "proportion", unit: "share", options: {} };
  const rule = {
    scale: [0, 1],
    level,
    weighted: weight !== undefined,
    scoreValue: (score: number) => score,
    limitsOf: proportionLimits("rate", method, level),
    factor: 1,
    definition,
  } as const;
  return scoreMetric<Row, RateResult>(read, {
    kpi: name,
    scale: rule.scale,
    allowed: "true or false",
    scoreOf,
    options,
    extractOutput: (counts) => Object.assign(scoreEstimate(counts, rule), { count: countBetween(counts, 1, 1) }),
  });
}

/**
 * The share of values that are true, 0–1: conversion, bounce, escalation, self-service, response rate.
 *
 * @param values true or false; null and undefined stand for not known and are in no share.
 * @param options The name of the rate, the interval, and what becomes of invalid values and small results.
 * @returns The share with its Wilson interval, and how many are true.
 * @throws A {@link CxError} `invalid-value` when a value is neither true nor false (with the row), `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { clopperPearson, rate } from "cxkit";
 *
 * rate([true, false, true, true, null]); // => { value: 0.75, n: 4, missing: 1, count: 3, … }
 * rate([true, false, true, true], { method: clopperPearson }).interval; // => { low: 0.194…, high: 0.993…, level: 0.95 }
 * ```
 *
 * @see Interval: Wilson (1927), JASA 22, 209–212.
 */
export function rate(values: Iterable<boolean | null | undefined>, options?: RateOptions & NoMinimumN): RateResult;
export function rate(
  values: Iterable<boolean | null | undefined>,
  options: RateOptions & MinimumN,
): RateResult | Suppressed<RateResult>;
export function rate(
  values: Iterable<boolean | null | undefined>,
  options: RateOptions & MinimumN = {},
): RateResult | Suppressed<RateResult> {
  return measure(values, rateMetric(itself<boolean | null | undefined>, options));
}
