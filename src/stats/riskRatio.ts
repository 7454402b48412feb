import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { bisect } from "./bisect.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { oddsRatio } from "./oddsRatio.js";
import { type RatioResult, ratioInterval } from "./ratioInterval.js";

/** Options of {@link riskRatio}. */
export interface RiskRatioOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /**
   * `koopman`: the ratios that a score test does not refuse, also where a sample holds none or nothing else; `katz`: the textbook
   * interval on the scale of logarithms, for which both samples must hold some. @defaultValue "koopman"
   */
  readonly method?: "koopman" | "katz";
}

/** Koopman's limits, which are solved for on the scale of logarithms. */
function koopman(x1: number, n1: number, x2: number, n2: number, z: number): readonly [number, number] {
  /** How many standard errors the ratio lies over a supposed one; falls as that rises. */
  const distance = (supposed: number): number => {
    const middle = supposed * (n1 + x2) + (n2 + x1);
    const root = Math.hypot(supposed * (n1 + x2) - (n2 + x1), 2 * Math.sqrt(supposed * (n1 - x1)) * Math.sqrt(n2 - x2));
    // The likeliest shares of all that have the supposed ratio.
    const share2 = Math.min(1, (2 * (x1 + x2)) / (middle + root));
    const share1 = Math.min(1, supposed * share2);
    const variance = share1 * ((1 - share1) / n1 + (supposed * (1 - share2)) / n2);
    const over = x1 / n1 - supposed * (x2 / n2);
    return over === 0 ? 0 : over / Math.sqrt(variance);
  };
  const limit = (target: number): number =>
    Math.exp(bisect((logarithm) => distance(Math.exp(logarithm)) > target, -700, 700));
  return [x1 === 0 ? 0 : limit(z), x2 === 0 ? Number.POSITIVE_INFINITY : limit(-z)];
}

/** Katz's limits; null where a sample holds none. */
function katz(x1: number, n1: number, x2: number, n2: number, z: number): readonly [number, number] | null {
  if (x1 === 0 || x2 === 0) return null;
  const ratio = x1 / n1 / (x2 / n2);
  const factor = Math.exp(z * Math.sqrt((n1 - x1) / n1 / x1 + (n2 - x2) / n2 / x2));
  return [ratio / factor, ratio * factor];
}

/**
 * The ratio of two independent shares ("twice as likely") with its interval.
 *
 * @param successes1 How many in the first sample, 0 to n1; need not be whole (weights).
 * @param n1 The size of the first sample, at least 0.
 * @param successes2 How many in the second sample, 0 to n2; need not be whole (weights).
 * @param n2 The size of the second sample, at least 0.
 * @param options The level, and how the interval is made.
 * @returns The first share over the second. Where the second is 0, the value is null and the interval has no upper end; where both
 * are, or a sample is empty, both are null.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, or an option is wrong.
 *
 * @example
 * ```ts
 * import { riskRatio } from "cxkit";
 *
 * riskRatio(36, 40, 16, 80); // => { value: 4.5, interval: { low: 2.939…, high: 7.152…, level: 0.95 }, n: 120 }
 * riskRatio(5, 20, 0, 10); // => { value: null, interval: { low: 0.8021…, high: null, level: 0.95 }, n: 30 }
 * ```
 *
 * @see Koopman (1984), Biometrics 40, 513–517; Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469–474. {@link oddsRatio} for
 * odds.
 */
export function riskRatio(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: RiskRatioOptions = {},
): RatioResult {
  checkOptions("riskRatio", options, ["level", "method"]);
  const { level = 0.95, method = "koopman" } = options;
  checkChoice("method of riskRatio", method, ["koopman", "katz"]);
  const z = criticalValue(level);
  checkSample("riskRatio", successes1, n1);
  checkSample("riskRatio", successes2, n2);
  const n = n1 + n2;
  if (n1 === 0 || n2 === 0 || successes1 + successes2 === 0) return { value: null, interval: null, n };
  const limits = (method === "koopman" ? koopman : katz)(successes1, n1, successes2, n2, z);
  return {
    value: successes2 === 0 ? null : successes1 / n1 / (successes2 / n2),
    interval: limits && ratioInterval(...limits, level),
    n,
  };
}
