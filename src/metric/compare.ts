import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "../stats/criticalValue.js";
import { fisherExactTest } from "../stats/fisherExactTest.js";
import { newcombeLimits } from "../stats/newcombeDifference.js";
import { normalCdf } from "../stats/normalCdf.js";
import { studentTCdf } from "../stats/studentTCdf.js";
import { studentTQuantile } from "../stats/studentTQuantile.js";
import type { Definition, Estimate, Interval } from "./estimate.js";

/** Options of {@link compare}. */
export interface CompareOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
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

/** A sample as all methods need it, on the scale where shares run from 0 to 1. */
interface Sample {
  readonly value: number;
  readonly n: number;
  readonly standardError: number | null;
}
type Difference = { readonly low: number; readonly high: number; readonly pValue: number | null };

const same = (a: Definition, b: Definition): boolean => {
  const text = ({ kpi, family, unit, options }: Definition): string =>
    JSON.stringify([kpi, family, unit, Object.entries(options).sort(([x], [y]) => (x < y ? -1 : 1))]);
  return text(a) === text(b);
};
const twoSided = (z: number): number => 2 * normalCdf(Math.abs(z), "upper");

/** The p-value of a difference of two shares: Fisher's, where fewer than five are expected anywhere, or the pooled z test. */
function chanceOfShares(a: Sample, b: Sample): number {
  const pooled = (a.value * a.n + b.value * b.n) / (a.n + b.n);
  if (Math.min(pooled, 1 - pooled) * Math.min(a.n, b.n) < 5) {
    const row = ({ value, n }: Sample): [number, number] => [Math.round(value * n), n - Math.round(value * n)];
    return fisherExactTest([row(a), row(b)]).pValue;
  }
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return twoSided((a.value - b.value) / spread);
}

/** Newcombe's interval. */
function compareShares(a: Sample, b: Sample, level: number): Difference {
  return { ...newcombeLimits(a.value, a.n, b.value, b.n, criticalValue(level)), pValue: chanceOfShares(a, b) };
}

/** Both samples with ¾, 1½ and ¾ answers added, as for one NPS. */
function compareTrinomials(a: Sample, b: Sample, level: number): Difference {
  const adjusted = ({ value, n, standardError }: Sample): { value: number; variance: number } => {
    // The plain standard error of n answers says how many were not in the middle.
    const outer = (standardError ?? 0) ** 2 * n + value * value;
    const centre = (value * n) / (n + 3);
    return { value: centre, variance: ((outer * n + 1.5) / (n + 3) - centre * centre) / (n + 3) };
  };
  const [first, second] = [adjusted(a), adjusted(b)];
  const centre = first.value - second.value;
  const spread = Math.sqrt(first.variance + second.variance);
  const half = criticalValue(level) * spread;
  return {
    low: Math.max(-2, centre - half),
    high: Math.min(2, centre + half),
    pValue: twoSided(centre / spread),
  };
}

/** Welch's t test. */
function compareMeans(a: Sample, b: Sample, level: number): Difference | null {
  if (a.standardError === null || b.standardError === null) return null;
  const [va, vb] = [a.standardError ** 2, b.standardError ** 2];
  if (va + vb === 0) return null;
  // By the share of a, so that nothing overflows.
  const share = va / (va + vb);
  const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
  const spread = Math.sqrt(va + vb);
  const difference = a.value - b.value;
  const half = studentTQuantile(0.5 + level / 2, df) * spread;
  return {
    low: difference - half,
    high: difference + half,
    pValue: 2 * studentTCdf(Math.abs(difference) / spread, df, "upper"),
  };
}

/**
 * The difference of two results of one definition, from independent samples: this month against the last, one channel
 * against another. (Twice the same customers are not independent.)
 *
 * The method follows the KPI's family: shares by Newcombe's interval, and the pooled z test or, where
 * fewer than five are expected in any cell, Fisher's exact test; NPS and its kin with ¾, 1½ and ¾
 * pseudo-answers on both sides; means by Welch's t. It needs nothing but the two results.
 *
 * @param a The first result.
 * @param b The second result.
 * @param options The confidence level.
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
export function compare(a: Estimate, b: Estimate, options: CompareOptions = {}): Comparison {
  checkOptions("compare", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  if (!(a?.definition && b?.definition)) {
    throw new CxError("invalid-value", "compare requires two results of a KPI", a?.definition ? b : a);
  }
  const { definition } = a;
  if (!same(definition, b.definition)) {
    throw new CxError(
      "different-definitions",
      `compare requires two results of one definition, ${JSON.stringify(definition)}`,
      JSON.stringify(b.definition),
    );
  }
  if (a.value === null || b.value === null) return { difference: null, interval: null, pValue: null, definition };
  const unit = definition.unit === "points" || definition.unit === "percent" ? 100 : 1;
  const sample = ({ n, standardError }: Estimate, value: number): Sample => ({
    n,
    value: value / unit,
    standardError: standardError === null ? null : standardError / unit,
  });
  const [first, second] = [sample(a, a.value), sample(b, b.value)];
  const methods = { proportion: compareShares, trinomial: compareTrinomials, mean: compareMeans };
  const found = methods[definition.family](first, second, level);
  return {
    difference: a.value - b.value,
    interval: found === null ? null : { low: found.low * unit, high: found.high * unit, level },
    pValue: found === null ? null : found.pValue,
    definition,
  };
}
