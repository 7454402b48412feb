import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { binomialCdf } from "./binomialCdf.js";
import { checkFlags } from "./checkFlags.js";
import { checkTwoByTwo } from "./checkTable.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { criticalValue } from "./criticalValue.js";
import type { TwoByTwoTable } from "./fisherExactTest.js";
import type { Interval } from "./interval.js";

/** Options of {@link mcnemarTest}. */
export interface McnemarTestOptions {
  /**
   * Whether to use the exact binomial test rather than chi-square.
   * @defaultValue true where fewer than 25 pairs differ and `continuity` is not given
   */
  readonly exact?: boolean;
  /** Whether to correct chi-square for continuity. @defaultValue true */
  readonly continuity?: boolean;
  /** Of the interval. @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link mcnemarTest}. */
export interface McnemarTestResult {
  /** Chi-square; null for the exact test, and where no pair differs. */
  readonly statistic: number | null;
  /** 1; null where there is no statistic. */
  readonly degreesOfFreedom: number | null;
  /** Two-sided; null where no pair differs. */
  readonly pValue: number | null;
  /** The share of the first row less the share of the first column (before less after); null without any pairs. */
  readonly difference: number | null;
  /** Of the difference. */
  readonly interval: Interval | null;
  /** How the p-value was found. */
  readonly method: "exact" | "chi-square";
  /** How many pairs. */
  readonly n: number;
}

/** Bonett and Price's interval: one pair more that differs either way, and the textbook interval of that. */
function pairedLimits(b: number, c: number, n: number, z: number): { low: number; high: number } {
  const [gone, come] = [(b + 1) / (n + 2), (c + 1) / (n + 2)];
  const centre = gone - come;
  const half = z * Math.sqrt((gone + come - centre * centre) / (n + 2));
  return { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

/**
 * McNemar's test of two shares from the same people: satisfied before and after, promoter in both waves.
 *
 * @param table Counts of pairs, whole numbers: rows are the first answer (yes, no), columns the second (yes, no). Only the
 * pairs that differ, top right and bottom left, tell anything about change.
 * @param options Exact or chi-square, the correction for continuity, and the level.
 * @returns The test, and the difference of the two shares (first less second, 0–1) with its interval.
 * @throws A {@link CxError} `invalid-value` when a count is not a whole number of at least zero; `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { mcnemarTest } from "cxkit";
 *
 * const { statistic, pValue, difference } = mcnemarTest([[794, 86], [150, 570]]);
 * statistic; // => 16.817796610…
 * pValue; // => 0.0000411456228…
 * difference; // => -0.04
 * mcnemarTest([[20, 1], [8, 5]]).method; // => "exact"
 * ```
 *
 * @see McNemar (1947), Psychometrika 12, 153–157; Bonett and Price (2012), Journal of Educational and Behavioral Statistics
 * 37, 479–488. Chi-square as R's mcnemar.test.
 */
export function mcnemarTest(table: TwoByTwoTable, options: McnemarTestOptions = {}): McnemarTestResult {
  checkOptions("mcnemarTest", options, ["exact", "continuity", "level"]);
  const { continuity = true, level = 0.95 } = options;
  const z = criticalValue(level);
  checkFlags("mcnemarTest", { exact: options.exact, continuity });
  checkTwoByTwo("mcnemarTest", table);
  const [[a, b], [c, d]] = table;
  const n = a + b + c + d;
  const differing = b + c;
  const { exact = differing < 25 && options.continuity === undefined } = options;
  const test = (): { statistic: number | null; pValue: number | null } => {
    if (differing === 0) return { statistic: null, pValue: null };
    if (exact) return { statistic: null, pValue: Math.min(1, 2 * binomialCdf(Math.min(b, c), differing, 0.5)) };
    const off = Math.max(0, Math.abs(b - c) - (continuity ? 1 : 0));
    const statistic = off ** 2 / differing;
    return { statistic, pValue: chiSquareCdf(statistic, 1, "upper") };
  };
  const { statistic, pValue } = test();
  return {
    statistic,
    degreesOfFreedom: statistic === null ? null : 1,
    pValue,
    difference: n === 0 ? null : (b - c) / n,
    interval: n === 0 ? null : { ...pairedLimits(b, c, n, z), level },
    method: exact ? "exact" : "chi-square",
    n,
  };
}
