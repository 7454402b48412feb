import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkList } from "./checkList.js";
import { criticalValue } from "./criticalValue.js";
import { fQuantile } from "./fQuantile.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { largestNumber } from "./sampleMoments.js";

/** Options of {@link cronbachAlpha}. */
export interface CronbachAlphaOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link cronbachAlpha}. */
export interface CronbachAlphaResult {
  /** At most 1; null for fewer than two items or two rows, or where all rows have one and the same sum. */
  readonly value: number | null;
  /** Feldt's; null where alpha is null, or 1. */
  readonly interval: Interval | null;
  /** Per item, the value without it: greater than `value` where the item does not belong. Null for fewer than three items. */
  readonly alphaIfDeleted: readonly (number | null)[];
  /** How many rows have an answer to every item. */
  readonly n: number;
  /** How many rows lack an answer; they are left out. */
  readonly missing: number;
}

/** The squared distances from the mean, summed up. */
function spreadOf(values: readonly number[]): number {
  // From the first value, so that equal values are exactly 0 apart.
  const offs = values.map((value) => value - (values[0] ?? 0));
  const mean = offs.reduce((sum, off) => sum + off, 0) / offs.length;
  return offs.reduce((sum, off) => sum + (off - mean) ** 2, 0);
}

/** Alpha of some items, of which only the spread of each and the sum of each row matter. */
function alphaOf(spreads: readonly number[], sums: readonly number[]): number | null {
  const k = spreads.length;
  const ofItems = spreads.reduce((sum, spread) => sum + spread, 0);
  const ofSums = spreadOf(sums);
  // Sums that differ by rounding alone are one and the same.
  if (k < 2 || sums.length < 2 || ofSums <= 1e-20 * ofItems) return null;
  return Math.min(1, (k / (k - 1)) * (1 - ofItems / ofSums));
}

/** Refuses what is no row of numbers as long as the first, and says whether it has them all. */
function isComplete(row: Sample, items: number, index: number): row is ArrayLike<number> {
  checkList("cronbachAlpha", row);
  if (row.length !== items) {
    throw new CxError("invalid-value", `cronbachAlpha requires ${items} answers in each row`, row.length, index);
  }
  let complete = true;
  // By index, since holes are missing too.
  for (let item = 0; item < items; item++) {
    const answer = row[item];
    if (isMissing(answer)) complete = false;
    else if (!(typeof answer === "number" && Math.abs(answer) <= largestNumber)) {
      throw new CxError("invalid-value", "cronbachAlpha requires numbers of at most 1e140 as answers", answer, index);
    }
  }
  return complete;
}

/**
 * Cronbach's alpha: whether the items of a questionnaire measure one and the same thing, so that their sum or average means
 * something. Turn items round first where a high answer means the opposite.
 *
 * @param rows One row per respondent, one answer per item; rows where an answer is null, undefined or NaN are left out.
 * @param options The confidence level.
 * @returns Alpha with its interval, and what it would be without each item.
 * @throws A {@link CxError} `invalid-value` when rows differ in length or an answer is no finite number of at most 1e140;
 * `invalid-option`
 * when the level is none.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from "cxkit";
 *
 * const rows = [[1, 1, 1], [2, 1, 1], [2, 1, 2], [3, 2, 1], [2, 3, 2], [2, 3, 3], [3, 2, 3], [3, 3, 3], [2, 3, 2], [3, 3, 3]];
 * const { value, interval } = cronbachAlpha(rows);
 * value; // => 0.7734375
 * interval; // => { low: 0.336…, high: 0.938…, level: 0.95 }
 * ```
 *
 * @see Cronbach (1951), Psychometrika 16, 297–334; the interval: Feldt (1965), Psychometrika 30, 357–370.
 */
export function cronbachAlpha(rows: readonly Sample[], options: CronbachAlphaOptions = {}): CronbachAlphaResult {
  checkOptions("cronbachAlpha", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  if (!Array.isArray(rows)) throw new CxError("invalid-option", "cronbachAlpha requires an array of rows", rows);
  const items = rows[0]?.length ?? 0;
  const complete = rows
    .filter((row, index): row is ArrayLike<number> => isComplete(row, items, index))
    // From the first row, so that sums keep the digits in which rows differ.
    .map((row, _, [first = row]) => Array.from(row, (answer, item) => answer - (first[item] ?? 0)));
  const n = complete.length;
  const sums = complete.map((row) => row.reduce((sum, answer) => sum + answer, 0));
  const answers = Array.from({ length: items }, (_, item) => complete.map((row) => row[item] ?? 0));
  const spreads = answers.map(spreadOf);
  const value = alphaOf(spreads, sums);
  const beyond = (1 - level) / 2;
  const limit = (tail: "lower" | "upper"): number =>
    1 - (1 - (value ?? 0)) * fQuantile(beyond, n - 1, (n - 1) * (items - 1), tail);
  return {
    value,
    interval: value === null || value === 1 ? null : { low: limit("upper"), high: limit("lower"), level },
    alphaIfDeleted: answers.map((answer, item) =>
      alphaOf(
        spreads.filter((_, other) => other !== item),
        sums.map((sum, row) => sum - (answer[row] ?? 0)),
      ),
    ),
    n,
    missing: rows.length - n,
  };
}
