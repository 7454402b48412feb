import { CxError } from "../error/cxError.js";
import { logBeta } from "./logGamma.js";

const tiny = 1e-300;
const notZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * @param x Between 0 and 1.
 * @param a Positive.
 * @param b Positive.
 * @param y 1 − x, for callers who know it more exactly than the subtraction does.
 * @returns A probability.
 *
 * @example
 * ```ts
 * import { incompleteBeta } from "cxkit";
 *
 * incompleteBeta(0.5, 2, 3); // => 0.687…
 * ```
 *
 * @throws A {@link CxError} `invalid-option` when a or b is not positive.
 * @see DLMF 8.17.22, the continued fraction.
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (!(a > 0 && b > 0)) throw new CxError("invalid-option", "incompleteBeta requires positive a and b", `${a}, ${b}`);
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(y, b, a, x);
  const logX = x > 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = y > 0.5 ? Math.log1p(-x) : Math.log(y);
  return (Math.exp(a * logX + b * logY - logBeta(a, b)) / a) * betaFraction(x, a, b);
}
