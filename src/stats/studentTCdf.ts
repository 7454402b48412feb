import { incompleteBeta } from "./incompleteBeta.js";
import { logBeta } from "./logGamma.js";

/** The height of Student's curve at t. */
export function studentTDensity(t: number, df: number): number {
  return Math.exp(-0.5 * (df + 1) * Math.log1p((t * t) / df) - 0.5 * Math.log(df) - logBeta(0.5, df / 2));
}

/**
 * Student's t distribution: P(T ≤ t).
 *
 * @param t Any number.
 * @param df Degrees of freedom, positive, not necessarily whole.
 * @param tail `"upper"` for P(T > t), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability.
 *
 * @example
 * ```ts
 * import { studentTCdf } from "cxkit";
 *
 * studentTCdf(2.1, 5, "upper"); // => 0.044876…
 * ```
 *
 * @see Abramowitz and Stegun 26.7.1, by {@link incompleteBeta}.
 */
export function studentTCdf(t: number, df: number, tail: "lower" | "upper" = "lower"): number {
  const square = t * t;
  const outside = 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
  return t > 0 === (tail === "upper") ? outside : 1 - outside;
}
