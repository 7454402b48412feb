import type { CxError } from "../error/cxError.js";
import { betaTail } from "./betaTail.js";
import { checkDistribution } from "./checkDistribution.js";

/**
 * The beta distribution: P(X ≤ x).
 *
 * @param x Any number; the distribution lies within 0–1.
 * @param a The first shape, positive.
 * @param b The second shape, positive.
 * @param tail `"upper"` for P(X > x), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when a or b is not positive, x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { betaCdf } from "cxkit";
 *
 * betaCdf(0.5, 2, 3); // => 0.687…
 * betaCdf(0.9, 2, 40, "upper"); // => 3.7000000…e-39
 * ```
 *
 * @see Didonato and Morris (1992), ACM TOMS 18, 360–373.
 */
export function betaCdf(x: number, a: number, b: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkDistribution("betaCdf", x, { a, b }, tail);
  return betaTail(x, 1 - x, a, b, upper);
}
