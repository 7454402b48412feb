import { chiSquareCdf } from "./chiSquareCdf.js";
import { normalCdf } from "./normalCdf.js";

/** e^y − 1 − y, without the cancellation near 0. */
function exponentialBend(y: number): number {
  if (Math.abs(y) > 0.5) return Math.expm1(y) - y;
  let term = (y * y) / 2;
  let sum = term;
  for (let k = 3; Math.abs(term) > 1e-18 * sum; k++) {
    term *= y / k;
    sum += term;
  }
  return sum;
}

/** The place of the highest value of a function with one peak. */
function peakOf(height: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let round = 0; round < 60; round++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (height(left) < height(right)) a = left;
    else b = right;
  }
  return (a + b) / 2;
}

/** The sum of heights (as logarithms) at steps to both sides of the peak, until they no longer count. */
function sumAround(height: (x: number) => number, peak: number, step: number): number {
  const top = height(peak);
  if (top === Number.NEGATIVE_INFINITY) return 0;
  let sum = 1;
  for (const side of [-step, step]) {
    for (let i = 1; ; i++) {
      const share = Math.exp(height(peak + i * side) - top);
      sum += share;
      if (share < 1e-20) break;
    }
  }
  return sum * Math.exp(top);
}

/**
 * By the logarithm x of the denominator: its density, which has one peak, times a normal probability. The density is summed in
 * the same way, which saves its constant.
 */
function overDenominator(t: number, df: number, noncentrality: number, tail: "lower" | "upper"): number {
  const density = (x: number): number => -(df / 2) * exponentialBend(2 * x);
  const product = (x: number): number => {
    const z = t * Math.exp(x) - noncentrality;
    const chance = normalCdf(z, tail);
    // Far out, where the chance underflows, its logarithm is about this.
    return density(x) + (chance > 0 ? Math.log(chance) : -(z * z) / 2);
  };
  const width = 1 / Math.sqrt(2 * df);
  // The peak of the product is between that of the density and where the normal probability is no longer small.
  const balance = noncentrality * t > 0 ? Math.max(-700, Math.min(5, Math.log(noncentrality / t))) : 0;
  const peak = peakOf(product, Math.min(0, balance) - 9 * width - 1, Math.max(0, balance) + 9 * width + 1);
  // In a tail the product is as narrow as this, and otherwise the probability turns from 0 to 1 no faster.
  const narrow = 1 / (1 + Math.SQRT2 * (Math.abs(noncentrality) + Math.sqrt(df)));
  const step = Math.min(0.1, narrow / 2);
  const wide = Math.min(0.1, width / 2);
  return Math.min(1, (sumAround(product, peak, step) * step) / (sumAround(density, 0, wide) * wide));
}

/** By the normal variate z, for a noncentrality so large that the above would take many steps; t positive. */
function overNumerator(t: number, df: number, noncentrality: number, tail: "lower" | "upper"): number {
  const product = (z: number): number => {
    const least = (z + noncentrality) / t;
    const chance = chiSquareCdf(least > 0 ? df * least * least : 0, df, tail === "lower" ? "upper" : "lower");
    return Math.log(chance) - (z * z) / 2;
  };
  const step = 0.25;
  return Math.min(1, (sumAround(product, peakOf(product, -40, 40), step) * step) / Math.sqrt(2 * Math.PI));
}

/**
 * Student's t distribution off centre: P(T ≤ t), T being a normal variate with mean `noncentrality` over the square root of a
 * chi-square over its degrees of freedom. The power of t tests rests on it. Integrates by the trapezoidal rule, which converges
 * exponentially for such bells.
 */
export function noncentralTCdf(
  t: number,
  df: number,
  noncentrality: number,
  tail: "lower" | "upper" = "lower",
): number {
  if (t === 0) return normalCdf(-noncentrality, tail);
  if (t < 0) return noncentralTCdf(-t, df, -noncentrality, tail === "lower" ? "upper" : "lower");
  const many = Math.max(100, 3 * Math.sqrt(2 * df));
  const over = Math.abs(noncentrality) > many ? overNumerator : overDenominator;
  return over(t, df, noncentrality, tail);
}
