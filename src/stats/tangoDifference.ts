import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { bisect } from "./bisect.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";

/** Options of {@link tangoDifference}. */
export interface TangoDifferenceOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * Tango's score interval of the difference of two shares of the same n, (b − c) ÷ n: of two yes-or-no answers of the same people, where
 * b changed one way and c the other; or of promoters and detractors.
 *
 * @param b How many count for, at least 0; need not be whole (weights).
 * @param c How many count against, at least 0.
 * @param n Out of how many, at least b + c.
 * @param options The confidence level.
 * @returns The interval of the difference, within −1 to 1; where n is 0 nothing is known, so it is all of that.
 * @throws A {@link CxError} `invalid-option` when the counts are not within 0 to n, or the level is none.
 *
 * @example
 * ```ts
 * import { tangoDifference } from "cxkit";
 *
 * tangoDifference(3, 1, 6); // => { low: -0.311…, high: 0.7539…, level: 0.95 }
 * ```
 *
 * @see Tango (1998), Statistics in Medicine 17, 891–908.
 */
export function tangoDifference(b: number, c: number, n: number, options: TangoDifferenceOptions = {}): Interval {
  checkOptions("tangoDifference", options, ["level"]);
  const { level = 0.95 } = options;
  const z = criticalValue(level);
  const numbers = [b, c, n].every((count) => typeof count === "number");
  if (!(numbers && b >= 0 && c >= 0 && b + c <= n * (1 + 1e-12) && Number.isFinite(n))) {
    throw new CxError(
      "invalid-option",
      "tangoDifference requires b and c of at least 0 within n",
      [b, c, n].map(String).join(", "),
    );
  }
  if (n === 0) return { low: -1, high: 1, level };
  /** How many standard errors the difference lies over a supposed one; falls as that rises. */
  const distance = (supposed: number): number => {
    const linear = -b - c + (2 * n - b + c) * supposed;
    const product = -c * supposed * (1 - supposed);
    const root = Math.sqrt(Math.max(0, linear * linear - 8 * n * product));
    // The likeliest share against, of all that have the supposed difference; in the form that does not cancel.
    const against = linear > 0 ? (-2 * product) / (root + linear) : (root - linear) / (4 * n);
    const variance = n * (2 * against + supposed * (1 - supposed));
    const over = b - c - n * supposed;
    if (!(variance > 0)) return over === 0 ? 0 : over * Number.POSITIVE_INFINITY;
    return over / Math.sqrt(variance);
  };
  const limit = (target: number): number => bisect((supposed) => distance(supposed) > target, -1, 1);
  return { low: limit(z), high: limit(-z), level };
}
