import type { CxError } from "../error/cxError.js";
import { betaTail } from "./betaTail.js";
import { checkDistribution } from "./checkDistribution.js";

/**
 * The F distribution: P(X ≤ x).
 *
 * @param x Any number; the distribution lies above 0.
 * @param df1 Degrees of freedom of the numerator, positive, not necessarily whole.
 * @param df2 Degrees of freedom of the denominator, positive, not necessarily whole.
 * @param tail `"upper"` for P(X > x), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when df1 or df2 is not positive, x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { fCdf } from "cxkit";
 *
 * fCdf(4.2, 2, 12, "upper"); // => 0.0414…
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.6.2, by {@link betaCdf}.
 */
export function fCdf(x: number, df1: number, df2: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkDistribution("fCdf", x, { df1: df1, df2: df2 }, tail);
  const odds = x * (df1 / df2);
  if (!(odds > 0)) return upper ? 1 : 0;
  return betaTail(1 / (1 + 1 / odds), 1 / (1 + odds), df1 / 2, df2 / 2, upper);
}
