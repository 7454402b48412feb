import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type CountTable, checkTable, marginsOf } from "./checkTable.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { normalCdf } from "./normalCdf.js";

/** Options of {@link fleissKappa}. */
export interface FleissKappaOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link fleissKappa}. */
export interface FleissKappaResult {
  /** 1 for full agreement, 0 for what chance gives, below 0 for less; null where chance alone gives full agreement. */
  readonly value: number | null;
  /** Of the value, whatever the true one is (Gwet); null for a single thing. */
  readonly standardError: number | null;
  /** Normal; null where the standard error is 0, as it is at full agreement. */
  readonly interval: Interval | null;
  /** z for no agreement beyond chance (Fleiss, Nee and Landis). */
  readonly statistic: number | null;
  /** Two-sided, for no agreement beyond chance. */
  readonly pValue: number | null;
  /** The average share of pairs of raters that agree on a thing, 0–1; null where there are no pairs. */
  readonly observedAgreement: number | null;
  /** The same if all had labelled by chance, as often as they did. */
  readonly expectedAgreement: number | null;
  /** How many raters there were for each thing. */
  readonly raters: number;
  /** How many things were rated. */
  readonly n: number;
}

/**
 * Fleiss' kappa: how far several raters agree beyond what chance gives, where every thing was labelled by as many.
 *
 * @param table One row per thing, one column per label: how many raters gave that label.
 * @param options The confidence level.
 * @returns Kappa with its standard error and interval; null where nobody ever differs from one and the same label, or where
 * there are fewer than two raters.
 * @throws A {@link CxError} `invalid-value` when rows differ in length or in how many raters they have, or a count is no
 * whole number of at least zero; `invalid-option` when the level is none.
 *
 * @example
 * ```ts
 * import { fleissKappa } from "cxkit";
 *
 * fleissKappa([[3, 0], [2, 1], [0, 3], [3, 0]]).value; // => 0.625
 * ```
 *
 * @see Fleiss (1971), Psychological Bulletin 76, 378–382; Fleiss, Nee and Landis (1979), Psychological Bulletin 86, 974–977;
 * the standard error: Gwet (2008), Psychometrika 73, 407–430.
 */
export function fleissKappa(table: CountTable, options: FleissKappaOptions = {}): FleissKappaResult {
  checkOptions("fleissKappa", options, ["level"]);
  const { level = 0.95 } = options;
  const z = criticalValue(level);
  const given = checkTable("fleissKappa", table);
  const { rows, columns, n: ratings } = marginsOf(given);
  const raters = rows[0] ?? 0;
  given.forEach((counts, row) => {
    const wrong = counts.find((count) => !Number.isInteger(count));
    if (wrong !== undefined) throw new CxError("invalid-value", "fleissKappa requires whole counts", wrong, row);
    if (rows[row] !== raters) {
      throw new CxError("invalid-value", `fleissKappa requires as many raters of each, ${raters}`, rows[row], row);
    }
  });
  const n = rows.length;
  const nothing = { value: null, standardError: null, interval: null, statistic: null, pValue: null, raters, n };
  if (n === 0 || raters < 2) return { ...nothing, observedAgreement: null, expectedAgreement: null };

  // Disagreement rather than agreement, since that is exactly 0 where there is none.
  const shares = columns.map((column) => column / ratings);
  const against = shares.map((_, j) => columns.reduce((sum, column, k) => (k === j ? sum : sum + column), 0) / ratings);
  const sumOver = (values: readonly number[], of: (value: number, j: number) => number): number =>
    values.reduce((sum, value, j) => sum + of(value, j), 0);
  const expected = sumOver(shares, (share, j) => share * (against[j] ?? 0));
  const things = given.map((counts) => ({
    observed: sumOver(counts, (count) => count * (raters - count)) / (raters * (raters - 1)),
    expected: sumOver(counts, (count, j) => (count / raters) * (against[j] ?? 0)),
  }));
  const observed = things.reduce((sum, thing) => sum + thing.observed, 0) / n;
  const agreements = { observedAgreement: 1 - observed, expectedAgreement: 1 - expected };
  if (expected === 0) return { ...nothing, ...agreements };

  const beyondChance = observed / expected;
  const squares = things.reduce((sum, thing) => {
    const influence = (thing.observed - 2 * beyondChance * thing.expected) / expected + beyondChance;
    return sum + influence ** 2;
  }, 0);
  const standardError = n === 1 ? null : Math.sqrt(squares / (n * (n - 1)));
  const skew = sumOver(shares, (share, j) => share * (against[j] ?? 0) * ((against[j] ?? 0) - share));
  const errorByChance = Math.sqrt((2 * (expected ** 2 - skew)) / (n * raters * (raters - 1))) / expected;
  const value = 1 - beyondChance;
  const half = z * (standardError ?? 0);
  return {
    value,
    standardError,
    interval: half === 0 ? null : { low: Math.max(-1, value - half), high: Math.min(1, value + half), level },
    statistic: value / errorByChance,
    pValue: 2 * normalCdf(Math.abs(value / errorByChance), "upper"),
    ...agreements,
    raters,
    n,
  };
}
