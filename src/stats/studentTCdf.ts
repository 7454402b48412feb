import { CxError } from "../error/cxError.js";
import { betaTail } from "./betaTail.js";
import { checkDistribution } from "./checkDistribution.js";
import { logBetaLead } from "./logGamma.js";
import { normalCdf } from "./normalCdf.js";

/** From here on the normal distribution is the same to the last digit, as far out as it is above 0. */
export const manyDegrees = 1e24;

/**
 * Student's t distribution: P(T ≤ t).
 *
 * @param t Any number.
 * @param df Degrees of freedom, positive, not necessarily whole; the normal distribution for `Infinity`.
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
 * @throws A {@link CxError} `invalid-option` when df is not positive, t is not a number or the tail is neither.
 * @see Abramowitz and Stegun 26.7.1, by {@link betaCdf}.
 */
export function studentTCdf(t: number, df: number, tail: "lower" | "upper" = "lower"): number {
  if (!(typeof df === "number" && df > 0))
    throw new CxError("invalid-option", "studentTCdf requires positive degrees of freedom", df);
  const upper = checkDistribution("studentTCdf", t, {}, tail);
  if (df > manyDegrees) return normalCdf(t, tail);
  const square = t * t;
  // Far out the square would overflow; there the tail is a power of t.
  const outside =
    Math.abs(t) > 1e150
      ? Math.exp(df * (0.5 * Math.log(df) - Math.log(Math.abs(t))) + logBetaLead(df / 2, 0.5))
      : betaTail(df / (df + square), square / (df + square), df / 2, 0.5, false);
  return t > 0 === upper ? 0.5 * outside : 1 - 0.5 * outside;
}
