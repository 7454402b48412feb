import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { placements } from "./placements.js";
import { type BinaryOutcomes, type ScoreTable, scoreTable } from "./scoreTable.js";

/** Options of {@link auc}. */
export interface AucOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** How well a score tells two outcomes apart. */
export interface AucResult {
  /**
   * The chance that a row of outcome 1 has a higher score than one of outcome 0, ties counting half, 0–1: 0.5 is no better than a coin.
   * Null unless both outcomes are there.
   */
  readonly value: number | null;
  /** DeLong's; null for fewer than two rows of either outcome, and where the scores tell all of them apart. */
  readonly standardError: number | null;
  /** By the normal distribution, cut off at 0 and 1. */
  readonly interval: Interval | null;
  /** 2·value − 1, from −1 to 1. */
  readonly gini: number | null;
  /** Rows of outcome 1. */
  readonly ones: number;
  /** Rows of outcome 0. */
  readonly zeros: number;
  readonly n: number;
  /** Rows that lack a score or an outcome. */
  readonly missing: number;
}

/** The spread (n − 1) of placements around the area. */
function spreadOf(values: Float64Array, counts: Float64Array, area: number, count: number): number {
  return values.reduce((sum, value, i) => sum + (counts[i] as number) * (value - area) ** 2, 0) / (count - 1);
}

/** {@link auc} of scores that are counted already. */
export function aucOf(table: ScoreTable, level: number): AucResult {
  const { ones, zeros, oneCount, zeroCount, n, missing } = table;
  const counts = { ones: oneCount, zeros: zeroCount, n, missing };
  if (oneCount === 0 || zeroCount === 0)
    return { value: null, standardError: null, interval: null, gini: null, ...counts };
  const { area, ofOnes, ofZeros } = placements(table);
  const known = { value: area, gini: 2 * area - 1, ...counts };
  if (oneCount < 2 || zeroCount < 2) return { ...known, standardError: null, interval: null };
  const variance =
    spreadOf(ofOnes, ones, area, oneCount) / oneCount + spreadOf(ofZeros, zeros, area, zeroCount) / zeroCount;
  if (!(variance > 0)) return { ...known, standardError: null, interval: null };
  const standardError = Math.sqrt(variance);
  const half = criticalValue(level) * standardError;
  return {
    ...known,
    standardError,
    interval: { low: Math.max(0, area - half), high: Math.min(1, area + half), level },
  };
}

/**
 * How well a score, such as a predicted probability, tells two outcomes apart: the area under the ROC curve, which is Mann and
 * Whitney's U over the number of pairs, with DeLong's interval.
 *
 * It is about ranks alone: a score may tell outcomes apart perfectly and be no probability at all, for which see `calibration`.
 *
 * @param scores Finite numbers, higher for outcome 1; null, undefined and NaN stand for none.
 * @param outcomes True or 1, false or 0, one for each score.
 * @param options The confidence level.
 * @returns The area with its interval. Time grows as sorting does.
 * @throws A {@link CxError} `invalid-value` when a score is no finite number or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long or the level is none.
 *
 * @example
 * ```ts
 * import { auc } from "cxkit";
 *
 * const risks = [0.9, 0.8, 0.7, 0.6, 0.55, 0.4, 0.3, 0.2];
 * const left = [true, true, false, true, false, false, true, false];
 * auc(risks, left); // => { value: 0.75, standardError: 0.204…, gini: 0.5, ones: 4, zeros: 4, … }
 * ```
 *
 * @see DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837–845; Hanley and McNeil (1982), Radiology 143, 29–36.
 */
export function auc(scores: Sample, outcomes: BinaryOutcomes, options: AucOptions = {}): AucResult {
  checkOptions("auc", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  return aucOf(scoreTable("auc", scores, outcomes), level);
}
