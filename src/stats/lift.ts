import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { checkBins, outcomeBins } from "./outcomeBins.js";
import { type BinaryOutcomes, type ScoreTable, scoreTable } from "./scoreTable.js";
import { wilsonLimits } from "./wilson.js";

/** Options of {@link lift}. */
export interface LiftOptions {
  /** Into how many bins of about equal size rows go. Equal scores fall together. @defaultValue 10 */
  readonly bins?: number;
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** Rows of neighbouring scores, and all rows of higher scores with them. */
export interface LiftBin {
  /** The lowest score in it. */
  readonly from: number;
  /** The highest. */
  readonly to: number;
  readonly n: number;
  /** Rows with outcome 1. */
  readonly ones: number;
  /** ones ÷ n. */
  readonly rate: number;
  /** Wilson's, of the rate. */
  readonly interval: Interval;
  /** The rate, in rates of all rows: 3 is three times as many as among rows taken at random. */
  readonly lift: number | null;
  /** The share of all rows that are here or higher. */
  readonly cumulativeShare: number;
  /** The share of all outcomes 1 that are here or higher (gain). */
  readonly cumulativeGain: number | null;
  /** cumulativeGain ÷ cumulativeShare. */
  readonly cumulativeLift: number | null;
}

/** What is gained by going through rows from the highest score down. */
export interface LiftResult {
  /** The share of outcome 1 among all rows; null for no rows. */
  readonly baseRate: number | null;
  /** From the highest score down; up to `bins` of them. */
  readonly bins: readonly LiftBin[];
  readonly n: number;
  /** Rows with outcome 1. */
  readonly ones: number;
  /** Rows that lack a score or an outcome. */
  readonly missing: number;
}

/** {@link lift} of scores that are counted already. */
export function liftOf(table: ScoreTable, { bins, level }: Required<LiftOptions>): LiftResult {
  const { n: all, oneCount, missing } = table;
  const z = criticalValue(level);
  let [rows, found] = [0, 0];
  const descending = outcomeBins(table, bins).reverse();
  return {
    baseRate: all === 0 ? null : oneCount / all,
    bins: descending.map(({ from, to, n, ones }) => {
      rows += n;
      found += ones;
      const cumulativeShare = rows / all;
      const cumulativeGain = oneCount === 0 ? null : found / oneCount;
      return {
        from,
        to,
        n,
        ones,
        rate: ones / n,
        interval: { ...wilsonLimits(ones / n, n, z), level },
        lift: oneCount === 0 ? null : ones / n / (oneCount / all),
        cumulativeShare,
        cumulativeGain,
        cumulativeLift: cumulativeGain === null ? null : cumulativeGain / cumulativeShare,
      };
    }),
    n: all,
    ones: oneCount,
    missing,
  };
}

/**
 * Lift and gain: how many more of an outcome there are among the rows of the highest scores than among rows taken at random, and what
 * share of all of them is met on the way down.
 *
 * @param scores Finite numbers, higher for outcome 1; null, undefined and NaN stand for none.
 * @param outcomes True or 1, false or 0, one for each score.
 * @param options The number of bins (tenths by default) and the level.
 * @returns Bins from the highest score down. Rows of equal score are in one bin, so bins may differ in size, and the order of the
 * rows does not matter.
 * @throws A {@link CxError} `invalid-value` when a score is no finite number or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long or an option is wrong.
 *
 * @example
 * ```ts
 * import { lift } from "cxkit";
 *
 * const risks = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
 * const left = [1, 1, 0, 1, 0, 0, 0, 0];
 * const [first, second] = lift(risks, left, { bins: 4 }).bins;
 * first; // => { from: 0.8, to: 0.9, n: 2, ones: 2, rate: 1, lift: 2.66…, cumulativeShare: 0.25, cumulativeGain: 0.66…, … }
 * second; // => { n: 2, ones: 1, lift: 1.33…, cumulativeShare: 0.5, cumulativeGain: 1, cumulativeLift: 2, … }
 * ```
 *
 * @see Vuk and Curk (2006), Metodološki zvezki 3, 89–108.
 */
export function lift(scores: Sample, outcomes: BinaryOutcomes, options: LiftOptions = {}): LiftResult {
  checkOptions("lift", options, ["bins", "level"]);
  const { bins = 10, level = 0.95 } = options;
  checkBins("lift", bins);
  criticalValue(level);
  return liftOf(scoreTable("lift", scores, outcomes), { bins, level });
}
