import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative, pValueOf } from "./alternative.js";
import { checkFlags } from "./checkFlags.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { fisherExactTest } from "./fisherExactTest.js";
import type { Interval } from "./interval.js";
import type { mcnemarTest } from "./mcnemarTest.js";
import { newcombeDifference } from "./newcombeDifference.js";
import { normalCdf } from "./normalCdf.js";
import type { oddsRatio } from "./oddsRatio.js";
import type { riskRatio } from "./riskRatio.js";

/** Options of {@link twoProportionTest}. */
export interface TwoProportionTestOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /** What the test looks for: that the first share is different, less or greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /** Whether to correct the test, and an interval by Newcombe or Wald, for continuity (Yates). @defaultValue false */
  readonly continuity?: boolean;
  /** How the interval is made: by Newcombe, by the textbook (Wald), or by Agresti and Caffo. @defaultValue "newcombe" */
  readonly method?: "newcombe" | "wald" | "agresti-caffo";
}

/** The result of {@link twoProportionTest}. */
export interface TwoProportionTestResult {
  /** The first share less the second; null where a sample is empty. */
  readonly difference: number | null;
  /** Of the difference; two-sided, whatever the alternative. Null where a sample is empty. */
  readonly interval: Interval | null;
  /** z with the pooled share; null where both samples are nothing but the same, or one is empty, so that nothing can be told. */
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** The share of either sample; null for an empty one. */
  readonly shares: readonly [number | null, number | null];
  /** The first share over the second; null where the second is 0. {@link riskRatio} has its interval. */
  readonly riskRatio: number | null;
  /** The first odds over the second; null where that is a division by 0. {@link oddsRatio} has its interval. */
  readonly oddsRatio: number | null;
  /** Both samples together. */
  readonly n: number;
}

/** What a difference of two shares is cut off to. */
const within = (centre: number, half: number): { low: number; high: number } => ({
  low: Math.max(-1, centre - half),
  high: Math.min(1, centre + half),
});

/** The interval of z unpooled standard errors, and a widening, either way. */
function waldLimits(share1: number, n1: number, share2: number, n2: number, z: number, widening: number) {
  const half = z * Math.sqrt((share1 * (1 - share1)) / n1 + (share2 * (1 - share2)) / n2) + widening;
  return within(share1 - share2, half);
}

/**
 * The z test of two shares from independent samples, with the interval of their difference. Where fewer than five are
 * expected in any cell, use {@link fisherExactTest}; where the same customers were asked twice, {@link mcnemarTest}.
 *
 * @param successes1 How many in the first sample, 0 to n1; need not be whole (weights).
 * @param n1 The size of the first sample, at least 0.
 * @param successes2 How many in the second sample, 0 to n2; need not be whole (weights).
 * @param n2 The size of the second sample, at least 0.
 * @param options The level, the alternative, the correction for continuity, and how the interval is made.
 * @returns The test with the difference, its interval and both ratios; shares run from 0 to 1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, an n is no number of at least 0, or an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { twoProportionTest } from "cxkit";
 *
 * const result = twoProportionTest(56, 70, 48, 80);
 * result.pValue; // => 0.00804508136…
 * result.interval; // => { low: 0.05243147240…, high: 0.3338726540…, level: 0.95 }
 * twoProportionTest(15, 50, 25, 50, { continuity: true }).pValue; // => 0.066192…
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890; Agresti and Caffo (2000), The American Statistician 54, 280–288.
 * The test, and the interval by Wald, as R's prop.test.
 */
export function twoProportionTest(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: TwoProportionTestOptions = {},
): TwoProportionTestResult {
  checkOptions("twoProportionTest", options, ["level", "alternative", "continuity", "method"]);
  const { level = 0.95, alternative = "two-sided", continuity = false, method = "newcombe" } = options;
  checkAlternative(alternative);
  checkFlags("twoProportionTest", { continuity });
  checkChoice("method of twoProportionTest", method, ["newcombe", "wald", "agresti-caffo"]);
  checkSample("twoProportionTest", successes1, n1);
  checkSample("twoProportionTest", successes2, n2);
  const critical = criticalValue(level);
  if (n1 === 0 || n2 === 0) {
    const shares = [n1 === 0 ? null : successes1 / n1, n2 === 0 ? null : successes2 / n2] as const;
    const unknown = { difference: null, interval: null, statistic: null, pValue: null };
    return { ...unknown, shares, riskRatio: null, oddsRatio: null, n: n1 + n2 };
  }
  const [share1, share2] = [successes1 / n1, successes2 / n2];
  const [failures1, failures2] = [n1 - successes1, n2 - successes2];
  const difference = share1 - share2;
  // Half an answer in either sample, but never so much that the sign turns.
  const correction = continuity ? Math.min(Math.abs(difference), 0.5 / n1 + 0.5 / n2) : 0;

  const [successes, failures] = [successes1 + successes2, failures1 + failures2];
  const spread = Math.sqrt((successes / (n1 + n2)) * (failures / (n1 + n2)) * (1 / n1 + 1 / n2));
  const off = difference < 0 ? difference + correction : difference - correction;
  const statistic = spread === 0 ? null : off / spread;
  const limits = {
    newcombe: () => newcombeDifference(successes1, n1, successes2, n2, { level, continuity }),
    wald: () => waldLimits(share1, n1, share2, n2, critical, correction),
    "agresti-caffo": () =>
      waldLimits((successes1 + 1) / (n1 + 2), n1 + 2, (successes2 + 1) / (n2 + 2), n2 + 2, critical, 0),
  };
  return {
    difference,
    interval: { ...limits[method](), level },
    statistic,
    pValue: statistic === null ? null : pValueOf(alternative, (tail) => normalCdf(statistic, tail)),
    shares: [share1, share2],
    riskRatio: share2 === 0 ? null : share1 / share2,
    oddsRatio: failures1 * successes2 === 0 ? null : (successes1 * failures2) / (failures1 * successes2),
    n: n1 + n2,
  };
}
