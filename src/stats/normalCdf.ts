import type { CxError } from "../error/cxError.js";
import { checkDistribution } from "./checkDistribution.js";

const halfLogTwoPi = 0.918_938_533_204_672_8;

/** The height of the standard normal curve at x. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x - halfLogTwoPi);

/** P(Z > x) for x ≥ 0, by the series for small x and Laplace's continued fraction for large. */
export function normalUpperTail(x: number): number {
  if (x < 2) {
    // Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …); all terms are positive, so nothing cancels.
    let term = x;
    let sum = x;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(x) * sum;
  }
  let fraction = x;
  for (let k = 160; k > 0; k--) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
}

/**
 * The standard normal distribution: P(Z ≤ x).
 *
 * @param x Any number.
 * @param tail `"upper"` for P(Z > x), which keeps its precision where the lower tail is nearly 1.
 * @returns A probability, right to 1e-13 relative.
 * @throws A {@link CxError} `invalid-option` when x is not a number or the tail is neither.
 *
 * @example
 * ```ts
 * import { normalCdf } from "cxkit";
 *
 * normalCdf(1.96); // => 0.9750021048517…
 * normalCdf(10, "upper"); // => 7.6198530241605…e-24
 * ```
 *
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 */
export function normalCdf(x: number, tail: "lower" | "upper" = "lower"): number {
  const z = checkDistribution("normalCdf", x, {}, tail) ? -x : x;
  return z > 0 ? 1 - normalUpperTail(z) : normalUpperTail(-z);
}
