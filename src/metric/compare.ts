import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "../stats/criticalValue.js";
import { fisherPValue } from "../stats/fisherPValue.js";
import { newcombeLimits } from "../stats/newcombeDifference.js";
import { normalCdf } from "../stats/normalCdf.js";
import { type MeanSummary, welchFromSummary } from "../stats/welchTest.js";
import { adjustedTrinomial, type TrinomialMean } from "./adjustedTrinomial.js";
import { checkSameDefinition, firstDifference } from "./checkSameDefinition.js";
import type { Definition, Estimate, Interval } from "./estimate.js";
import { shareObservations } from "./shareObservations.js";
import type { Suppressed } from "./suppressed.js";

/** Options of {@link compare}. */
export interface CompareOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /**
   * `wald` for the textbook's interval and test of a difference of shares or of scores such as NPS, which small samples break.
   * @defaultValue what is right for the KPI's family
   */
  readonly method?: "wald";
}

/** The difference of two results. */
export interface Comparison {
  /** First minus second, in the KPI's unit; null where either has no value. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided, for no difference at all; null where it cannot be told. */
  readonly pValue: number | null;
  readonly definition: Definition;
}

/** A result that may be hidden. */
export type KnownEstimate = Estimate | Suppressed<Estimate>;

/** A sample as all methods need it, on the scale where shares run from 0 to 1. */
interface Sample {
  readonly value: number;
  readonly n: number;
  readonly standardError: number | null;
}
type Difference = { readonly low: number; readonly high: number; readonly pValue: number | null };

/** Whether two results may be compared. */
export const sameDefinition = (a: Definition, b: Definition): boolean => firstDifference(a, b) === undefined;
const twoSided = (z: number): number => 2 * normalCdf(Math.abs(z), "upper");

/** The p-value of a difference of two shares: Fisher's, where fewer than five are expected anywhere, or the pooled z test. */
function chanceOfShares(a: Sample, b: Sample): number {
  const pooled = (a.value * a.n + b.value * b.n) / (a.n + b.n);
  if (Math.min(pooled, 1 - pooled) * Math.min(a.n, b.n) < 5) {
    const yes = ({ value, n }: Sample): number => Math.round(value * n);
    const margins = { first: Math.round(a.n), second: Math.round(b.n), yes: yes(a) + yes(b) };
    return fisherPValue(margins, yes(a));
  }
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return twoSided((a.value - b.value) / spread);
}

/** Newcombe's interval. */
function compareShares(a: Sample, b: Sample, level: number): Difference {
  return { ...newcombeLimits(a.value, a.n, b.value, b.n, criticalValue(level)), pValue: chanceOfShares(a, b) };
}

/** A difference known with a standard error, by the normal distribution. */
function byNormal(difference: number, error: number, level: number): Difference | null {
  if (!(error > 0)) return null;
  const half = criticalValue(level) * error;
  return { low: difference - half, high: difference + half, pValue: twoSided(difference / error) };
}

/** By the standard errors as they are. */
function compareByErrors(a: Sample, b: Sample, level: number): Difference | null {
  if (a.standardError === null || b.standardError === null) return null;
  return byNormal(a.value - b.value, Math.hypot(a.standardError, b.standardError), level);
}

/** Both samples with ¾, 1½ and ¾ answers added, as for one NPS. */
function compareTrinomials(a: Sample, b: Sample, level: number): Difference | null {
  const [first, second] = [a, b].map(({ value, n, standardError }) =>
    adjustedTrinomial({ mean: value, error: standardError ?? 0, n }),
  ) as [TrinomialMean, TrinomialMean];
  const found = byNormal(first.mean - second.mean, Math.hypot(first.error, second.error), level);
  return found && { ...found, low: Math.max(-2, found.low), high: Math.min(2, found.high) };
}

/** Welch's t test. */
function compareMeans(a: Sample, b: Sample, level: number): Difference | null {
  const [first, second] = [a, b].map(({ value, n, standardError }) => ({
    mean: value,
    // Very unequal weights may leave less than two observations' worth.
    n: Math.max(2, n),
    standardError,
  })) as [MeanSummary, MeanSummary];
  const { interval, pValue } = welchFromSummary(first, second, level);
  return interval && { ...interval, pValue };
}

/**
 * The difference of two results of one definition, from independent samples: this month against the last, one channel
 * against another. (Twice the same customers are not independent.)
 *
 * The method follows the KPI's family: shares by Newcombe's interval, and the pooled z test or, where
 * fewer than five are expected in any cell, Fisher's exact test; NPS and its kin with ¾, 1½ and ¾
 * pseudo-answers on both sides; means by Welch's t; ratios by their standard errors; of medians only the difference is told. It
 * needs nothing but the two results. Of results with weights it takes the effective number of observations; a suppressed result
 * has no difference.
 *
 * @param a The first result.
 * @param b The second result.
 * @param options The confidence level, and the textbook's method on request.
 * @returns First minus second with its interval and p-value, in the KPI's unit. The interval of an NPS difference is centred
 * on the adjusted scores, so it need not be centred on the difference.
 * @throws A {@link CxError} `different-definitions` when the two are not of one definition: the same word means different
 * formulas in different tools, and a difference of the two means nothing; `invalid-value` when one is no result of a KPI.
 *
 * @example
 * ```ts
 * import { compare, csat, nps } from "cxkit";
 *
 * const now = csat([5, 5, 4, 4, 4, 2, 5, 4, 5, 3]);
 * const before = csat([3, 2, 4, 1, 5, 2, 3, 2, 4, 3]);
 * compare(now, before).difference; // => 50
 * compare(now, before).interval; // => { low: 6.647…, high: 73.97…, level: 0.95 }
 * compare(now, nps([10])); // throws different-definitions
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890; Rocks (2016), The American Statistician 70, 365–372; Welch (1947),
 * Biometrika 34, 28–35.
 */
export function compare(a: KnownEstimate, b: KnownEstimate, options: CompareOptions = {}): Comparison {
  checkOptions("compare", options, ["level", "method"]);
  const { level = 0.95, method } = options;
  criticalValue(level);
  if (method !== undefined) checkChoice("method", method, ["wald"]);
  if (!(a?.definition && b?.definition)) {
    throw new CxError("invalid-value", "compare requires two results of a KPI", a?.definition ? b : a);
  }
  const { definition } = a;
  checkSameDefinition("compare requires two results of one definition", definition, b.definition);
  if (a.value === null || b.value === null) return { difference: null, interval: null, pValue: null, definition };
  const unit = definition.unit === "points" || definition.unit === "percent" ? 100 : 1;
  const sample = ({ n, standardError, effectiveN }: KnownEstimate, value: number): Sample => ({
    n:
      definition.family === "proportion"
        ? shareObservations({
            mean: value / unit,
            error: (standardError ?? 0) / unit,
            n: n ?? 0,
            effectiveN: effectiveN ?? n ?? 0,
          })
        : (effectiveN ?? n ?? 0),
    value: value / unit,
    standardError: standardError === null ? null : standardError / unit,
  });
  const [first, second] = [sample(a, a.value), sample(b, b.value)];
  const methods = {
    proportion: method === "wald" ? compareByErrors : compareShares,
    trinomial: method === "wald" ? compareByErrors : compareTrinomials,
    mean: compareMeans,
    ratio: compareByErrors,
    // A median has no standard error to compare by.
    quantile: () => null,
  };
  const found = methods[definition.family](first, second, level);
  const difference = a.value - b.value;
  if (found === null) return { difference, interval: null, pValue: null, definition };
  const interval = { low: found.low * unit, high: found.high * unit, level };
  return { difference, interval, pValue: found.pValue, definition };
}
