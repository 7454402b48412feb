import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative, pValueOf } from "./alternative.js";
import { checkFlags } from "./checkFlags.js";
import { countTails } from "./countTails.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { inversionCounts } from "./inversionCounts.js";
import { kendallPairs } from "./kendallPairs.js";
import { knownPairs, type Sample } from "./knownNumbers.js";
import { normalCdf } from "./normalCdf.js";
import { powerOfTwoScale } from "./powerOfTwoScale.js";
import { rankWithTies } from "./ranks.js";
import { spearmanTails } from "./spearmanTails.js";
import { studentTCdf } from "./studentTCdf.js";

/** Options of {@link correlation}. */
export interface CorrelationOptions {
  /**
   * `pearson`: how near the pairs are to a straight line; `spearman`: the same of their ranks; `kendall`: how much more often
   * two pairs are in the same order than in the opposite one (tau-b). @defaultValue "pearson"
   */
  readonly method?: "pearson" | "spearman" | "kendall";
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** `greater`: that the correlation is positive. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /**
   * Whether the p-value of a rank correlation rests on all orders there can be, where nothing is tied. Kendall's counts them below
   * 50 pairs, Spearman's up to 12, and from there to 1290 pairs takes Best and Roberts's series for them (R does so from 10 pairs
   * on). Otherwise Spearman's goes by Student's t and Kendall's by the normal distribution. @defaultValue true
   */
  readonly exact?: boolean;
}

/** The result of {@link correlation}. */
export interface CorrelationResult {
  /** From −1 to 1; null for fewer than two pairs, and where either side is constant. */
  readonly value: number | null;
  /** t for Pearson and Spearman, z for Kendall; null where it cannot be told or is infinite. */
  readonly statistic: number | null;
  /** n − 2 for Pearson and Spearman; null for Kendall, and for fewer than three pairs. */
  readonly degreesOfFreedom: number | null;
  /** Of no correlation; null where it cannot be told. */
  readonly pValue: number | null;
  /** Two-sided, whatever the alternative; null for too few pairs and for a correlation of exactly −1 or 1. */
  readonly interval: Interval | null;
  /** How many pairs count. */
  readonly n: number;
  /** Pairs of which either value is missing. */
  readonly missing: number;
}

/** Pearson's correlation; null where either is constant, but for rounding. */
function straight(x: Float64Array, y: Float64Array): number | null {
  const n = x.length;
  const centred = (given: Float64Array): { deviations: Float64Array; squares: number } | null => {
    const scale = powerOfTwoScale(given);
    const values = given.map((value) => value / scale);
    const first = values.reduce((sum, value) => sum + value, 0) / n;
    const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / n;
    const deviations = values.map((value) => value - mean);
    const squares = deviations.reduce((sum, deviation) => sum + deviation * deviation, 0);
    return squares > n * (2 * Number.EPSILON * mean) ** 2 ? { deviations, squares } : null;
  };
  const [a, b] = [centred(x), centred(y)];
  if (a === null || b === null) return null;
  const product = a.deviations.reduce((sum, deviation, i) => sum + deviation * (b.deviations[i] as number), 0);
  const value = (product / a.squares) * Math.sqrt(a.squares / b.squares);
  // So near to a straight line, only rounding is left; and the test of it divides by what is left.
  return Math.abs(value) > 1 - 8 * Number.EPSILON ? Math.sign(value) : value;
}

type Tested = Pick<CorrelationResult, "statistic" | "degreesOfFreedom" | "pValue">;

function studentTest(value: number, n: number, alternative: Alternative): Tested {
  if (n < 3) return { statistic: null, degreesOfFreedom: null, pValue: null };
  const degreesOfFreedom = n - 2;
  if (Math.abs(value) === 1) {
    const pValue = pValueOf(alternative, (tail) => ((tail === "lower") === value < 0 ? 0 : 1));
    return { statistic: null, degreesOfFreedom, pValue };
  }
  const statistic = value * Math.sqrt(degreesOfFreedom / ((1 - value) * (1 + value)));
  const pValue = pValueOf(alternative, (tail) => studentTCdf(statistic, degreesOfFreedom, tail));
  return { statistic, degreesOfFreedom, pValue };
}

type Correlated = Tested & {
  readonly value: number;
  /** The variance of the correlation's inverse hyperbolic tangent. */
  readonly spread: number;
};
/** A way to correlate at least two pairs; null where either side is constant. */
type Method = (x: Float64Array, y: Float64Array, alternative: Alternative, exact: boolean) => Correlated | null;

const pearson: Method = (x, y, alternative) => {
  const value = straight(x, y);
  return value === null ? null : { value, ...studentTest(value, x.length, alternative), spread: 1 / (x.length - 3) };
};

const spearman: Method = (x, y, alternative, exact) => {
  const n = x.length;
  const [first, second] = [rankWithTies(x), rankWithTies(y)];
  const value = straight(first.ranks, second.ranks);
  if (value === null) return null;
  const spread = (1 + value ** 2 / 2) / (n - 3);
  const tested = studentTest(value, n, alternative);
  if (!exact || first.tieSum + second.tieSum > 0) return { value, ...tested, spread };
  const distance = first.ranks.reduce((sum, rank, i) => sum + (rank - (second.ranks[i] as number)) ** 2, 0);
  const tails = spearmanTails(distance, n);
  if (tails === null) return { value, ...tested, spread };
  // A small distance is a great correlation.
  const { lower: greater, upper: less } = tails;
  return { value, ...tested, pValue: pValueOf(alternative, (tail) => (tail === "lower" ? less : greater)), spread };
};

const kendall: Method = (x, y, alternative, exact) => {
  const n = x.length;
  const { score, untiedX, untiedY, variance } = kendallPairs(x, y);
  if (untiedX === 0 || untiedY === 0) return null;
  const value = Math.max(-1, Math.min(1, score / Math.sqrt(untiedX) / Math.sqrt(untiedY)));
  const statistic = score / Math.sqrt(variance);
  const all = (n * (n - 1)) / 2;
  const counts = exact && n < 50 && untiedX + untiedY === 2 * all ? inversionCounts(n) : null;
  const tails = counts === null ? null : countTails(counts, (all + score) / 2);
  const pValue = pValueOf(alternative, (tail) => (tails === null ? normalCdf(statistic, tail) : tails[tail]));
  return { value, statistic, degreesOfFreedom: null, pValue, spread: 0.437 / (n - 4) };
};

const methods = { pearson, spearman, kendall };

/** Fisher's transformation, and back. */
function fisherInterval({ value, spread }: Correlated, level: number): Interval | null {
  if (!(spread > 0 && Number.isFinite(spread)) || Math.abs(value) === 1) return null;
  const half = criticalValue(level) * Math.sqrt(spread);
  return { low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half), level };
}

/**
 * How two measures of the same things go together, with its interval and the p-value of no correlation.
 *
 * @param x The first measure of each, finite numbers; null, undefined and NaN stand for missing.
 * @param y The second measure of each, in the same order.
 * @param options Which correlation, the level, the alternative, and how p-values of ranks are found.
 * @returns The correlation of all pairs of which neither value is missing. Intervals go by Fisher's transformation, for
 * Spearman with Bonett and Wright's variance (1 + r²/2)/(n − 3), for Kendall with Fieller, Hartley and Pearson's 0.437/(n − 4).
 * @throws A {@link CxError} `invalid-value` when a value is neither a finite number of at most 1e140 nor missing (with its
 * index), `invalid-option` when the lists are not equally long or an option is wrong.
 *
 * @example
 * ```ts
 * import { correlation } from "cxkit";
 *
 * const effort = [1, 2, 3, 4, 5, 6, null];
 * const loyalty = [9, 10, 7, 6, 8, 2, 4];
 * correlation(effort, loyalty); // => { value: -0.793…, pValue: 0.0594…, n: 6, missing: 1, … }
 * correlation(effort, loyalty, { method: "spearman" }); // => { value: -0.77…, pValue: 0.102…, … }
 * correlation(effort, [7, 7, 7, 7, 7, 7, 7]).value; // => null
 * ```
 *
 * @see Fisher (1921), Metron 1, 3–32; Bonett and Wright (2000), Psychometrika 65, 23–28; Fieller, Hartley and Pearson (1957),
 * Biometrika 44, 470–481; Kendall (1945), Biometrika 33, 239–251; Best and Roberts (1975), Applied Statistics
 * 24, 377–379. P-values as R's cor.test, but for Spearman's of 10 to 12 untied pairs, which are exact here.
 */
export function correlation(x: Sample, y: Sample, options: CorrelationOptions = {}): CorrelationResult {
  checkOptions("correlation", options, ["method", "level", "alternative", "exact"]);
  const { method = "pearson", level = 0.95, alternative = "two-sided", exact = true } = options;
  checkChoice("method", method, Object.keys(methods));
  checkAlternative(alternative);
  criticalValue(level);
  checkFlags("correlation", { exact });
  const { x: first, y: second, missing } = knownPairs("correlation", x, y);
  const n = first.length;
  const found = n < 2 ? null : methods[method](first, second, alternative, exact);
  if (found === null) {
    return { value: null, statistic: null, degreesOfFreedom: null, pValue: null, interval: null, n, missing };
  }
  const { value, statistic, degreesOfFreedom, pValue } = found;
  return { value, statistic, degreesOfFreedom, pValue, interval: fisherInterval(found, level), n, missing };
}
