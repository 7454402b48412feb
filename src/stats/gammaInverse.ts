import { gammaKernel, gammaTail } from "./gammaTail.js";
import { logGammaRise } from "./logGamma.js";
import { normalUpperQuantile } from "./normalQuantile.js";
import { solveTail } from "./solveTail.js";

/** A guess of the x with a tail of p ≤ ½: Wilson and Hilferty's, or what the tails are like where that is of no use. */
export function gammaGuess(p: number, a: number, upper: boolean): number {
  const z = normalUpperQuantile(p);
  const root = 1 - 1 / (9 * a) + (upper ? z : -z) / (3 * Math.sqrt(a));
  if (a > 1 && root > 0.1) return a * root ** 3;
  const logX = ((upper ? Math.log1p(-p) : Math.log(p)) + logGammaRise(1, a)) / a;
  return upper && logX > -1.5 ? Math.max(0.2, Math.log(a / p)) : Math.exp(logX);
}

/** The quantile of the gamma distribution with rate 1. */
export function gammaInverse(p: number, a: number, upper: boolean): number {
  if (p > 0.5) return gammaInverse(1 - p, a, !upper);
  if (p === 0) return upper ? Infinity : 0;
  return solveTail({
    p,
    upper,
    start: gammaGuess(p, a, upper),
    centre: a,
    tail: (x) => gammaTail(a, x, upper),
    kernel: (x) => gammaKernel(a, x),
  });
}
