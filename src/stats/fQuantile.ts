import type { CxError } from "../error/cxError.js";
import { betaOdds } from "./betaOdds.js";
import { checkOpenQuantile } from "./checkDistribution.js";

/**
 * The quantile of the F distribution: the x with P(X ≤ x) = p.
 *
 * @param p A probability, from 0 to below 1.
 * @param df1 Degrees of freedom of the numerator, positive, not necessarily whole.
 * @param df2 Degrees of freedom of the denominator, positive, not necessarily whole.
 * @param tail `"upper"` for the x with P(X > x) = p, which keeps its precision where p is tiny; p is then above 0.
 * @returns The quantile.
 * @throws A {@link CxError} `invalid-option` when p is no such probability, df1 or df2 is not positive or the tail is neither.
 *
 * @example
 * ```ts
 * import { fQuantile } from "cxkit";
 *
 * fQuantile(0.95, 2, 12); // => 3.88529383…
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.6.2, by {@link betaQuantile}.
 */
export function fQuantile(p: number, df1: number, df2: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkOpenQuantile("fQuantile", p, { df1, df2 }, tail);
  return (betaOdds(p, df1 / 2, df2 / 2, upper) / df1) * df2;
}
