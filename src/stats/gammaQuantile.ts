import type { CxError } from "../error/cxError.js";
import { checkOpenQuantile } from "./checkDistribution.js";
import { gammaInverse } from "./gammaInverse.js";

/**
 * The quantile of the gamma distribution: the x with P(X ≤ x) = p.
 *
 * @param p A probability, from 0 to below 1.
 * @param shape Positive.
 * @param rate Positive, the inverse of the scale.
 * @param tail `"upper"` for the x with P(X > x) = p, which keeps its precision where p is tiny; p is then above 0.
 * @returns The quantile.
 * @throws A {@link CxError} `invalid-option` when p is no such probability, shape or rate is not positive or the tail is neither.
 *
 * @example
 * ```ts
 * import { gammaQuantile } from "cxkit";
 *
 * gammaQuantile(0.95, 2); // => 4.743864518…
 * gammaQuantile(0.05, 2, 10, "upper"); // => 0.4743864518…
 * ```
 *
 * @see Found by Newton's method on {@link gammaCdf}, from Wilson and Hilferty (1931), PNAS 17, 684–688.
 */
export function gammaQuantile(p: number, shape: number, rate: number = 1, tail: "lower" | "upper" = "lower"): number {
  const upper = checkOpenQuantile("gammaQuantile", p, { shape, rate }, tail);
  return gammaInverse(p, shape, upper) / rate;
}
