import { betaExcess, betaKernel } from "./betaKernel.js";
import { betaTail } from "./betaTail.js";
import { gammaGuess } from "./gammaInverse.js";
import { logBetaLead } from "./logGamma.js";
import { normalUpperQuantile } from "./normalQuantile.js";
import { solveTail } from "./solveTail.js";

/** A guess of the odds with I_x(a, b) = p, for p ≤ ½: Abramowitz and Stegun 26.5.22, or the power that the tail starts with. */
function guess(p: number, a: number, b: number): number {
  if (a > 1 && b > 1) {
    const z = normalUpperQuantile(p);
    const [s, t] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
    const h = 2 / (s + t);
    const lambda = (z * z - 3) / 6;
    const w = (z * Math.sqrt(h + lambda)) / h - (t - s) * (lambda + 5 / 6 - 2 / (3 * h));
    return (a / b) * Math.exp(-2 * w);
  }
  // With a much larger than b, −ln x is nearly a gamma variable.
  const logX = a > 1 ? -gammaGuess(p, b, true) / (a + (b - 1) / 2) : (Math.log(p) - logBetaLead(a, b)) / a;
  return logX < 0 ? -Math.exp(logX) / Math.expm1(logX) : a / b;
}

/** The quantile of the beta distribution as odds x / (1 − x), which are exact at either end. */
export function betaOdds(p: number, a: number, b: number, upper: boolean): number {
  if (p > 0.5) return betaOdds(1 - p, a, b, !upper);
  if (p === 0) return upper ? Infinity : 0;
  if (upper) return 1 / betaOdds(p, b, a, false);
  const shares = (odds: number): [number, number] => [1 / (1 + 1 / odds), 1 / (1 + odds)];
  return solveTail({
    p,
    upper,
    start: guess(p, a, b),
    centre: a / b,
    tail: (odds) => betaTail(...shares(odds), a, b, false),
    kernel: (odds) => betaKernel(...shares(odds), a, b, betaExcess(...shares(odds), a, b)),
  });
}
