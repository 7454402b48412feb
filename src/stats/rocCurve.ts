import type { CxError } from "../error/cxError.js";
import type { Sample } from "./knownNumbers.js";
import { type BinaryOutcomes, scoreTable } from "./scoreTable.js";

/** One point of a ROC curve: what comes of acting on every score of at least the threshold. */
export interface RocPoint {
  /** Null at the start, where nobody is acted on. */
  readonly threshold: number | null;
  /** The share of rows of outcome 1 with such a score, 0–1 (sensitivity). */
  readonly truePositiveRate: number;
  /** The share of rows of outcome 0 with such a score, 0–1 (1 − specificity). */
  readonly falsePositiveRate: number;
  /** Rows of outcome 1 with such a score. */
  readonly truePositives: number;
  /** Rows of outcome 0 with such a score. */
  readonly falsePositives: number;
}

/** A ROC curve. */
export interface RocCurveResult {
  /** From (0, 0) to (1, 1), one point for each distinct score, by falling threshold; none unless both outcomes are there. */
  readonly points: readonly RocPoint[];
  readonly n: number;
  /** Rows that lack a score or an outcome. */
  readonly missing: number;
}

/**
 * The ROC curve of a score: for each threshold, how many of either outcome are at or over it. Rows of equal score go together, so the
 * order of the rows does not matter; the area under the straight lines between the points is `auc`.
 *
 * @param scores Finite numbers, higher for outcome 1; null, undefined and NaN stand for none.
 * @param outcomes True or 1, false or 0, one for each score.
 * @returns The points. There are as many as there are distinct scores, and one.
 * @throws A {@link CxError} `invalid-value` when a score is no finite number or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long.
 *
 * @example
 * ```ts
 * import { rocCurve } from "cxkit";
 *
 * const { points } = rocCurve([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]);
 * points.map(({ threshold, truePositiveRate, falsePositiveRate }) => [threshold, truePositiveRate, falsePositiveRate]);
 * // => [[null, 0, 0], [0.9, 0.5, 0], [0.6, 1, 0.5], [0.1, 1, 1]]
 * ```
 *
 * @see Fawcett (2006), Pattern Recognition Letters 27, 861–874.
 */
export function rocCurve(scores: Sample, outcomes: BinaryOutcomes): RocCurveResult {
  const table = scoreTable("rocCurve", scores, outcomes);
  const { n, missing, oneCount, zeroCount } = table;
  if (oneCount === 0 || zeroCount === 0) return { points: [], n, missing };
  let [truePositives, falsePositives] = [0, 0];
  const pointAt = (threshold: number | null): RocPoint => ({
    threshold,
    truePositiveRate: truePositives / oneCount,
    falsePositiveRate: falsePositives / zeroCount,
    truePositives,
    falsePositives,
  });
  const points = [pointAt(null)];
  for (let i = table.scores.length - 1; i >= 0; i--) {
    truePositives += table.ones[i] as number;
    falsePositives += table.zeros[i] as number;
    points.push(pointAt(table.scores[i] as number));
  }
  return { points, n, missing };
}
