import type { CxError } from "../error/cxError.js";
import { checkOpenQuantile } from "./checkDistribution.js";
import { gammaInverse } from "./gammaInverse.js";

/**
 * The quantile of the chi-square distribution: the x with P(X ≤ x) = p.
 *
 * @param p A probability, from 0 to below 1.
 * @param df Degrees of freedom, positive, not necessarily whole.
 * @param tail `"upper"` for the x with P(X > x) = p, which keeps its precision where p is tiny; p is then above 0.
 * @returns The quantile.
 * @throws A {@link CxError} `invalid-option` when p is no such probability, df is not positive or the tail is neither.
 *
 * @example
 * ```ts
 * import { chiSquareQuantile } from "cxkit";
 *
 * chiSquareQuantile(0.95, 1); // => 3.841458820694…
 * ```
 *
 * @see Found by Newton's method on {@link chiSquareCdf}, from Wilson and Hilferty (1931), PNAS 17, 684–688.
 */
export function chiSquareQuantile(p: number, df: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkOpenQuantile("chiSquareQuantile", p, { "number of degrees of freedom": df }, tail);
  return 2 * gammaInverse(p, df / 2, upper);
}
