import { checkChoice } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { normalQuantile } from "./normalQuantile.js";
import { manyDegrees, studentTCdf, studentTDensity } from "./studentTCdf.js";

/**
 * The quantile of Student's t distribution: the t with P(T ≤ t) = p.
 *
 * @param p A probability, strictly between 0 and 1.
 * @param df Degrees of freedom, positive.
 * @param tail `"upper"` for the t with P(T > t) = p, which keeps its precision where p is tiny.
 * @returns The quantile.
 * @throws A {@link CxError} `invalid-option` when p is not between 0 and 1 or df is not positive.
 *
 * @example
 * ```ts
 * import { studentTQuantile } from "cxkit";
 *
 * studentTQuantile(0.975, 9); // => 2.26215716279…
 * ```
 *
 * @see Found by Newton's method on the logarithm of the tail.
 */
export function studentTQuantile(p: number, df: number, tail: "lower" | "upper" = "lower"): number {
  if (!(df > 0)) throw new CxError("invalid-option", "studentTQuantile requires positive degrees of freedom", df);
  checkChoice("tail", tail, ["lower", "upper"]);
  if (tail === "upper") return 0 - studentTQuantile(p, df);
  if (p > 0.5) return 0 - studentTQuantile(1 - p, df);
  if (p === 0.5) return 0;
  const z = -normalQuantile(p);
  // Fisher's expansion; the next term is under 1e-14 of it.
  if (df > manyDegrees) return 0 - (z + (z ** 3 + z) / (4 * df));
  // On the scale of asinh(t) the logarithm of the tail is nearly straight, near the middle and far out.
  let u = Math.asinh(z);
  for (let round = 0; round < 100; round++) {
    const t = Math.sinh(u);
    const upper = studentTCdf(t, df, "upper");
    const step = (Math.log(upper / p) * upper) / (studentTDensity(t, df) * Math.cosh(u));
    u = Math.max(0, u + step);
    if (Math.abs(step) < 1e-13 * Math.max(1, u)) break;
  }
  return 0 - Math.sinh(u);
}
