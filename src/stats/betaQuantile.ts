import type { CxError } from "../error/cxError.js";
import { betaOdds } from "./betaOdds.js";
import { checkQuantile } from "./checkDistribution.js";

/**
 * The quantile of the beta distribution: the x with P(X ≤ x) = p.
 *
 * @param p A probability, 0 to 1.
 * @param a The first shape, positive.
 * @param b The second shape, positive.
 * @param tail `"upper"` for the x with P(X > x) = p, which keeps its precision where p is tiny.
 * @returns The quantile, within 0–1.
 * @throws A {@link CxError} `invalid-option` when p is not within 0 to 1, a or b is not positive or the tail is neither.
 *
 * @example
 * ```ts
 * import { betaQuantile } from "cxkit";
 *
 * betaQuantile(0.6875, 2, 3); // => 0.5
 * ```
 *
 * @see Found by Newton's method on {@link betaCdf}.
 */
export function betaQuantile(p: number, a: number, b: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkQuantile("betaQuantile", p, { a, b }, tail);
  return 1 / (1 + 1 / betaOdds(p, a, b, upper));
}
