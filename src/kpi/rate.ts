import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import { addCounts, type InvalidPolicy, type Tally, valueMetric } from "../metric/valueMetric.js";
import { criticalValue } from "../stats/criticalValue.js";
import { proportion } from "./proportion.js";

/** Options of {@link rate}. */
export interface RateOptions {
  /** What the share is of, such as "conversion"; kept in the definition, so that `compare` mixes no two rates. @defaultValue "rate" */
  readonly name?: string;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a value that is neither true nor false: an error, or counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** A share of rows, 0–1, with its uncertainty. */
export interface RateResult extends Estimate {
  /** How many rows are true. */
  readonly count: number;
}

/** The accumulator of {@link rateMetric}. */
export interface RateCounts extends Tally {
  yes: number;
  no: number;
}

/**
 * {@link rate} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Says whether a row counts: true or false; null and undefined stand for not known.
 * @param options The name of the rate, the level, and what becomes of invalid values.
 * @returns A metric whose accumulator is two counts.
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
  options: RateOptions = {},
): Metric<Row, RateCounts, RateResult> {
  checkOptions("rate", options, ["name", "level", "invalid"]);
  const { name = "rate", level = 0.95 } = options;
  const z = criticalValue(level);
  const definition: Definition = { kpi: name, family: "proportion", unit: "share", options: {} };
  return valueMetric<Row, RateCounts, RateResult>(read, {
    requirement: `${name} requires true or false`,
    invalid: options.invalid,
    createAccumulator: () => ({ yes: 0, no: 0, missing: 0, invalid: 0 }),
    add: (accumulator, value) => {
      if (value === true) accumulator.yes++;
      else if (value === false) accumulator.no++;
      else return false;
      return true;
    },
    addAll: addCounts,
    extractOutput: ({ yes, no, missing, invalid }) => ({
      ...proportion(yes, yes + no, z, level, 1),
      missing,
      invalid,
      count: yes,
      definition,
    }),
  });
}

/**
 * The share of values that are true, 0–1: conversion, bounce, escalation, self-service, response rate.
 *
 * @param values true or false; null and undefined stand for not known and are in no share.
 * @param options The name of the rate, the level, and what becomes of invalid values.
 * @returns The share with its Wilson interval, and how many are true.
 * @throws A {@link CxError} `invalid-value` when a value is neither true nor false (with the row), `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { rate } from "cxkit";
 *
 * rate([true, false, true, true, null]); // => { value: 0.75, n: 4, missing: 1, count: 3, … }
 * ```
 *
 * @see Interval: Wilson (1927), JASA 22, 209–212.
 */
export function rate(values: Iterable<boolean | null | undefined>, options: RateOptions = {}): RateResult {
  return measure(
    values,
    rateMetric((value: boolean | null | undefined) => value, options),
  );
}
