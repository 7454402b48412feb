import { checkChoice } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { normalDensity, normalUpperTail } from "./normalCdf.js";

/** The x ≥ 0 with P(Z > x) = p, for 0 < p ≤ ½, by Halley's method: each round triples the digits. */
export function normalUpperQuantile(p: number): number {
  // An upper bound of the quantile, and close in the tail.
  let x = Math.sqrt(-2 * Math.log(2 * p));
  for (let round = 0; round < 6; round++) {
    const step = (normalUpperTail(x) - p) / normalDensity(x);
    x = Math.max(0, x + step / (1 - (x * step) / 2));
  }
  return x;
}

/**
 * The quantile of the standard normal distribution: the x with P(Z ≤ x) = p.
 *
 * @param p A probability, strictly between 0 and 1.
 * @param tail `"upper"` for the x with P(Z > x) = p, which keeps its precision where p is tiny.
 * @returns The quantile, right to 1e-13 relative.
 * @throws A {@link CxError} `invalid-option` when p is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { normalQuantile } from "cxkit";
 *
 * normalQuantile(0.975); // => 1.95996398454005…
 * ```
 *
 * @see Found by Halley's method on {@link normalCdf}.
 */
export function normalQuantile(p: number, tail: "lower" | "upper" = "lower"): number {
  if (!(typeof p === "number" && p > 0 && p < 1))
    throw new CxError("invalid-option", "normalQuantile requires a probability between 0 and 1", p);
  checkChoice("tail", tail, ["lower", "upper"]);
  const lower = p > 0.5 ? normalUpperQuantile(1 - p) : 0 - normalUpperQuantile(p);
  return tail === "upper" ? 0 - lower : lower;
}
