import type { CxError } from "../error/cxError.js";
import { checkDistribution } from "./checkDistribution.js";
import { gammaTail } from "./gammaTail.js";

/**
 * The gamma distribution: P(X ≤ x).
 *
 * @param x Any number; the distribution lies above 0.
 * @param shape Positive.
 * @param rate Positive, the inverse of the scale; the mean is shape / rate.
 * @param tail `"upper"` for P(X > x), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when shape or rate is not positive, x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { gammaCdf } from "cxkit";
 *
 * gammaCdf(3, 2); // => 0.80085172652…
 * gammaCdf(6, 2, 0.5, "upper"); // => 0.19914827347…
 * ```
 *
 * @see DLMF 8.2.4; the integral by Takahasi and Mori (1974), Publ. RIMS 9, 721–741, near 0 by Gautschi (1979), ACM TOMS 5,
 * 466–481.
 */
export function gammaCdf(x: number, shape: number, rate: number = 1, tail: "lower" | "upper" = "lower"): number {
  const upper = checkDistribution("gammaCdf", x, { shape, rate }, tail);
  return gammaTail(shape, x * rate, upper);
}
