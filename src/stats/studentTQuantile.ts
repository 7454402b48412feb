import { CxError } from "../error/cxError.js";
import { betaOdds } from "./betaOdds.js";
import { checkQuantile } from "./checkDistribution.js";
import { logBetaLead } from "./logGamma.js";
import { normalQuantile } from "./normalQuantile.js";
import { manyDegrees } from "./studentTCdf.js";

/** The t > 0 with P(T > t) = p, for p < ½. */
function upperQuantile(p: number, df: number): number {
  const logShare = (Math.log(2 * p) - logBetaLead(df / 2, 0.5)) / (df / 2);
  // So far out that df / t² would be below the smallest number, the tail is a power of t.
  if (logShare < -600) return Math.sqrt(df) * Math.exp(-0.5 * logShare);
  return Math.sqrt(df / betaOdds(2 * p, df / 2, 0.5, false));
}

/**
 * The quantile of Student's t distribution: the t with P(T ≤ t) = p.
 *
 * @param p A probability, strictly between 0 and 1.
 * @param df Degrees of freedom, positive, not necessarily whole; the normal distribution for `Infinity`.
 * @param tail `"upper"` for the t with P(T > t) = p, which keeps its precision where p is tiny.
 * @returns The quantile; `Infinity` where it is beyond all numbers (a tiny p and df far below 1).
 * @throws A {@link CxError} `invalid-option` when p is not between 0 and 1, df is not positive or the tail is neither.
 *
 * @example
 * ```ts
 * import { studentTQuantile } from "cxkit";
 *
 * studentTQuantile(0.975, 9); // => 2.26215716279…
 * ```
 *
 * @see Found by Newton's method on the beta distribution that {@link studentTCdf} comes from.
 */
export function studentTQuantile(p: number, df: number, tail: "lower" | "upper" = "lower"): number {
  if (!(typeof df === "number" && df > 0))
    throw new CxError("invalid-option", "studentTQuantile requires positive degrees of freedom", df);
  const upper = checkQuantile("studentTQuantile", p, {}, tail);
  if (p === 0 || p === 1)
    throw new CxError("invalid-option", "studentTQuantile requires a probability between 0 and 1", p);
  if (df > manyDegrees) return normalQuantile(p, tail);
  if (p === 0.5) return 0;
  return p < 0.5 === upper ? upperQuantile(Math.min(p, 1 - p), df) : -upperQuantile(Math.min(p, 1 - p), df);
}
