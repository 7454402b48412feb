import type { CxError } from "../error/cxError.js";
import { binomialTail, checkTrials } from "./binomialCdf.js";
import { checkQuantile } from "./checkDistribution.js";
import { discreteQuantile } from "./discreteQuantile.js";

/**
 * The quantile of the binomial distribution: the smallest k with P(X ≤ k) ≥ p.
 *
 * @param p A probability, 0 to 1.
 * @param n The number of trials, a whole number of at least 0.
 * @param probability The probability of a success, 0 to 1.
 * @param tail `"upper"` for the smallest k with P(X > k) ≤ p, which keeps its precision where p is tiny.
 * @returns A whole number, 0 to n. Probabilities that agree to thirteen digits count as equal.
 * @throws A {@link CxError} `invalid-option` when p, n or the probability is no such number or the tail is neither.
 *
 * @example
 * ```ts
 * import { binomialQuantile } from "cxkit";
 *
 * binomialQuantile(0.171875, 10, 0.5); // => 3
 * binomialQuantile(0.171876, 10, 0.5); // => 4
 * ```
 *
 * @see Cornish and Fisher (1938), Revue de l'Institut International de Statistique 5, 307–320, then a search on {@link binomialCdf}.
 */
export function binomialQuantile(p: number, n: number, probability: number, tail: "lower" | "upper" = "lower"): number {
  checkTrials("binomialQuantile", n, probability);
  const upper = checkQuantile("binomialQuantile", p, {}, tail);
  const last = probability > 0 ? n : 0;
  if (p === 0 || p === 1) return (p === 1) === upper ? 0 : last;
  const mean = n * probability;
  return discreteQuantile({
    p,
    upper,
    mean,
    variance: mean * (1 - probability),
    skew: 1 - 2 * probability,
    last,
    tail: (k) => binomialTail(k, n, probability, upper),
  });
}
