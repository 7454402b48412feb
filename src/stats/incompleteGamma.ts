import type { CxError } from "../error/cxError.js";
import { checkDistribution } from "./checkDistribution.js";
import { gammaTail } from "./gammaTail.js";

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x).
 *
 * @param a Positive.
 * @param x At least 0; below it, the result is that at 0.
 * @param tail `"upper"` for Q(a, x) = 1 − P(a, x), which keeps its precision where P is nearly 1.
 * @returns A probability.
 * @throws A {@link CxError} `invalid-option` when a is not positive, x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { incompleteGamma } from "cxkit";
 *
 * incompleteGamma(2, 3); // => 0.80085172652…
 * incompleteGamma(2, 100, "upper"); // => 3.757…e-42
 * ```
 *
 * @see DLMF 8.2.4; integrated numerically as in {@link gammaCdf}.
 */
export function incompleteGamma(a: number, x: number, tail: "lower" | "upper" = "lower"): number {
  const upper = checkDistribution("incompleteGamma", x, { a }, tail);
  return gammaTail(a, x, upper);
}
