import { checkChoice } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { incompleteBeta } from "./incompleteBeta.js";
import { logBeta } from "./logGamma.js";
import { normalCdf } from "./normalCdf.js";

/** From here on the normal distribution with a first correction is closer than the series that sums to it. */
export const manyDegrees = 1e7;

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
 * @throws A {@link CxError} `invalid-option` when df is not positive.
 * @see Abramowitz and Stegun 26.7.1, by {@link incompleteBeta}; 26.7.8 for more than ten million degrees of freedom.
 */
export function studentTCdf(t: number, df: number, tail: "lower" | "upper" = "lower"): number {
  if (!(df > 0)) throw new CxError("invalid-option", "studentTCdf requires positive degrees of freedom", df);
  checkChoice("tail", tail, ["lower", "upper"]);
  const square = t * t;
  if (df > manyDegrees) return normalCdf((t * (1 - 1 / (4 * df))) / Math.sqrt(1 + square / (2 * df)), tail);
  const outside = 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
  return t > 0 === (tail === "upper") ? outside : 1 - outside;
}
