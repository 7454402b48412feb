import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkSameLength } from "./checkSameLength.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { normalCdf } from "./normalCdf.js";
import { type Placements, placements } from "./placements.js";
import { type BinaryOutcomes, eachScored, type ScoreTable, scoreTable } from "./scoreTable.js";

/** Options of {@link compareAuc}. */
export interface CompareAucOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The difference of two areas under the ROC curve, of the same rows. */
export interface AucComparison {
  /** Of the first score, 0–1; null unless both outcomes are there. */
  readonly first: number | null;
  /** Of the second score. */
  readonly second: number | null;
  /** First minus second. */
  readonly difference: number | null;
  /** Null where it cannot be told. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Two-sided, of no difference; null where both scores order all rows alike. */
  readonly pValue: number | null;
  readonly n: number;
  /** Rows that lack a score or an outcome. */
  readonly missing: number;
}

/** The place of a score in a table that has it. */
function placeOf(score: number, { scores }: ScoreTable): number {
  let [low, high] = [0, scores.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] as number) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Compares how well two scores tell the outcomes of the same rows apart: whether a new churn model is better than the old one, say.
 *
 * @param first The first score of each row; null, undefined and NaN stand for none.
 * @param second The second score of each row, on any scale.
 * @param outcomes True or 1, false or 0, one for each row.
 * @param options The confidence level.
 * @returns First minus second with DeLong's interval and p-value for paired areas. Rows that lack anything are in neither area.
 * @throws A {@link CxError} `invalid-value` when a score is no finite number or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long or the level is none.
 *
 * @example
 * ```ts
 * import { compareAuc } from "cxkit";
 *
 * const left = [1, 1, 1, 1, 0, 0, 0, 0];
 * const byModel = [0.9, 0.8, 0.7, 0.3, 0.6, 0.4, 0.2, 0.1];
 * const byTenure = [5, 1, 2, 4, 3, 2, 4, 1];
 * compareAuc(byModel, byTenure, left); // => { first: 0.875, second: 0.59375, difference: 0.28125, pValue: 0.363…, … }
 * ```
 *
 * @see DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837–845. As R's pROC has it (roc.test).
 */
export function compareAuc(
  first: Sample,
  second: Sample,
  outcomes: BinaryOutcomes,
  options: CompareAucOptions = {},
): AucComparison {
  checkOptions("compareAuc", options, ["level"]);
  const { level = 0.95 } = options;
  const z = criticalValue(level);
  checkSameLength("compareAuc", first, second);
  const others = new Float64Array(second.length).fill(Number.NaN);
  eachScored("compareAuc", second, outcomes, "number", (score, _, row) => {
    others[row] = score;
  });
  const [scores, outcome]: [[number[], number[]], number[]] = [[[], []], []];
  eachScored("compareAuc", first, outcomes, "number", (score, one, row) => {
    const other = others[row] as number;
    if (Number.isNaN(other)) return;
    scores[0].push(score);
    scores[1].push(other);
    outcome.push(one);
  });
  const missing = first.length - outcome.length;
  const tables = scores.map((column) => scoreTable("compareAuc", column, outcome)) as [ScoreTable, ScoreTable];
  const { n, oneCount, zeroCount } = tables[0];
  const nothing = { difference: null, standardError: null, interval: null, pValue: null };
  if (oneCount === 0 || zeroCount === 0) return { first: null, second: null, ...nothing, n, missing };
  const [a, b] = tables.map(placements) as [Placements, Placements];
  const difference = a.area - b.area;
  const known = { first: a.area, second: b.area, difference, n, missing };
  if (oneCount < 2 || zeroCount < 2) return { ...nothing, ...known };
  // The variance of the difference of each row's two placements, by outcome.
  const squares = { ofOnes: 0, ofZeros: 0 };
  outcome.forEach((one, row) => {
    const side = one === 1 ? "ofOnes" : "ofZeros";
    const ofFirst = a[side][placeOf(scores[0][row] as number, tables[0])] as number;
    const ofSecond = b[side][placeOf(scores[1][row] as number, tables[1])] as number;
    squares[side] += (ofFirst - ofSecond - difference) ** 2;
  });
  const variance = squares.ofOnes / (oneCount - 1) / oneCount + squares.ofZeros / (zeroCount - 1) / zeroCount;
  if (!(variance > 0)) return { ...nothing, ...known };
  const standardError = Math.sqrt(variance);
  const interval = {
    low: Math.max(-1, difference - z * standardError),
    high: Math.min(1, difference + z * standardError),
    level,
  };
  return { ...known, standardError, interval, pValue: 2 * normalCdf(Math.abs(difference) / standardError, "upper") };
}
