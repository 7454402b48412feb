import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { type BinaryOutcomes, type ScoreTable, scoreTable } from "./scoreTable.js";

/** Options of {@link brierScore}. */
export interface BrierScoreOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** How far probabilities are from what happened. */
export interface BrierScoreResult {
  /** The mean squared distance, 0 (always sure and right) to 1 (always sure and wrong); null for no rows. */
  readonly value: number | null;
  /** Null for fewer than two rows. */
  readonly standardError: number | null;
  /** By the normal distribution, cut off at 0 and 1; null where all distances are the same. */
  readonly interval: Interval | null;
  /** The value of giving everybody the share of outcome 1. */
  readonly baseRateValue: number | null;
  /** 1 − value ÷ baseRateValue: 0 is no better than the share alone, 1 perfect, below 0 worse. Null where all outcomes are the same. */
  readonly skill: number | null;
  readonly n: number;
  /** Rows that lack a probability or an outcome. */
  readonly missing: number;
}

/** {@link brierScore} of probabilities that are counted already. */
export function brierScoreOf(
  { scores, ones, zeros, n, oneCount, missing }: ScoreTable,
  level: number,
): BrierScoreResult {
  if (n === 0) {
    return { value: null, standardError: null, interval: null, baseRateValue: null, skill: null, n, missing };
  }
  const meanOf = (loss: (distance: number) => number): number =>
    scores.reduce(
      (sum, score, i) => sum + (ones[i] as number) * loss((1 - score) ** 2) + (zeros[i] as number) * loss(score ** 2),
      0,
    ) / n;
  const value = meanOf((distance) => distance);
  const standardError = n < 2 ? null : Math.sqrt(meanOf((distance) => (distance - value) ** 2) / (n - 1));
  const half = criticalValue(level) * (standardError ?? 0);
  const share = oneCount / n;
  const baseRateValue = share * (1 - share);
  return {
    value,
    standardError,
    interval: half > 0 ? { low: Math.max(0, value - half), high: Math.min(1, value + half), level } : null,
    baseRateValue,
    skill: baseRateValue > 0 ? 1 - value / baseRateValue : null,
    n,
    missing,
  };
}

/**
 * The Brier score: how far predicted probabilities are from what happened, squared and averaged. Unlike `auc` it minds whether they are
 * probabilities, and unlike `calibration` whether they tell anybody apart.
 *
 * @param probabilities Of outcome 1, from 0 to 1; null, undefined and NaN stand for none.
 * @param outcomes True or 1, false or 0, one for each probability.
 * @param options The confidence level.
 * @returns The score with its interval, and what it gains over giving everybody the same probability.
 * @throws A {@link CxError} `invalid-value` when a probability is not within 0–1 or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long or the level is none.
 *
 * @example
 * ```ts
 * import { brierScore } from "cxkit";
 *
 * brierScore([0.9, 0.7, 0.4, 0.1], [1, 1, 0, 0]); // => { value: 0.0675…, baseRateValue: 0.25, skill: 0.72…, n: 4, … }
 * ```
 *
 * @see Brier (1950), Monthly Weather Review 78, 1–3.
 */
export function brierScore(
  probabilities: Sample,
  outcomes: BinaryOutcomes,
  options: BrierScoreOptions = {},
): BrierScoreResult {
  checkOptions("brierScore", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  return brierScoreOf(scoreTable("brierScore", probabilities, outcomes, "probability"), level);
}
