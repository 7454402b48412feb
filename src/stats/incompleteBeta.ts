import type { CxError } from "../error/cxError.js";
import { betaTail } from "./betaTail.js";
import { checkDistribution } from "./checkDistribution.js";

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * @param x Between 0 and 1.
 * @param a Positive.
 * @param b Positive.
 * @param y 1 − x, for callers who know it more exactly than the subtraction does.
 * @returns A probability.
 *
 * @example
 * ```ts
 * import { incompleteBeta } from "cxkit";
 *
 * incompleteBeta(0.5, 2, 3); // => 0.687…
 * ```
 *
 * @throws A {@link CxError} `invalid-option` when a or b is not positive or x is not a number.
 * @see Didonato and Morris (1992), ACM TOMS 18, 360–373, for the continued fraction; {@link betaCdf} for the upper tail.
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  checkDistribution("incompleteBeta", x, { a, b }, "lower");
  return betaTail(x, y, a, b, false);
}
