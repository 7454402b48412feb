import type { CxError } from "../error/cxError.js";
import { checkDistribution } from "./checkDistribution.js";
import { gammaTail } from "./gammaTail.js";

/**
 * The chi-square distribution: P(X ≤ x).
 *
 * @param x Any number; the distribution lies above 0.
 * @param df Degrees of freedom, positive, not necessarily whole.
 * @param tail `"upper"` for P(X > x), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when df is not positive, x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { chiSquareCdf } from "cxkit";
 *
 * chiSquareCdf(3.84, 1); // => 0.94995647875…
 * chiSquareCdf(200, 1, "upper"); // => 2.0884875…e-45
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.19: the gamma distribution of shape df / 2.
 */
export function chiSquareCdf(x: number, df: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkDistribution("chiSquareCdf", x, { "number of degrees of freedom": df }, tail);
  return gammaTail(df / 2, x / 2, upper);
}
