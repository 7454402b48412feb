import { normalUpperQuantile } from "./normalQuantile.js";

/** What {@link discreteQuantile} is to solve. */
interface DiscreteProblem {
  /** A probability, strictly between 0 and 1. */
  readonly p: number;
  readonly upper: boolean;
  readonly mean: number;
  readonly variance: number;
  /** The third central moment over the variance. */
  readonly skew: number;
  /** The largest value, where there is one. */
  readonly last: number;
  /** The tail at k. */
  readonly tail: (k: number) => number;
}

/**
 * The smallest k with P(X ≤ k) ≥ p, or P(X > k) ≤ p: from Cornish and Fisher's guess by doubled steps until k is passed, then by
 * halves. Probabilities that agree to thirteen digits count as equal, lest rounding move a quantile by one.
 */
export function discreteQuantile({ p, upper, mean, variance, skew, last, tail }: DiscreteProblem): number {
  const slack = 1e-13 * Math.min(p, 1 - p);
  const reached = (k: number): boolean => k >= last || (upper ? tail(k) <= p + slack : tail(k) >= p - slack);
  const size = normalUpperQuantile(Math.min(p, 1 - p));
  const z = p > 0.5 !== upper ? size : -size;
  const guess = Math.floor(mean + Math.sqrt(variance) * z + (skew * (z * z - 1)) / 6);
  let low = Math.max(0, Math.min(guess, last)) - 1;
  let high = low + 1;
  // Beyond 2^53 the next number is further than 1 away.
  const nearest = Math.max(1, high * 2 ** -52);
  for (let step = nearest; low >= 0 && reached(low); step *= 2) {
    high = low;
    low = Math.max(-1, low - step);
  }
  for (let step = nearest; !reached(high); step *= 2) {
    low = high;
    high += step;
  }
  const halfway = (): number => Math.floor(low + (high - low) / 2);
  for (let k = halfway(); k > low && k < high; k = halfway()) {
    if (reached(k)) high = k;
    else low = k;
  }
  return Math.min(high, last);
}
