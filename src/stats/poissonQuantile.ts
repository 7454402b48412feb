import type { CxError } from "../error/cxError.js";
import { checkOpenQuantile } from "./checkDistribution.js";
import { discreteQuantile } from "./discreteQuantile.js";
import { checkMean, poissonTail } from "./poissonCdf.js";

/**
 * The quantile of the Poisson distribution: the smallest k with P(X ≤ k) ≥ p.
 *
 * @param p A probability, from 0 to below 1.
 * @param mean How many events are expected, at least 0.
 * @param tail `"upper"` for the smallest k with P(X > k) ≤ p, which keeps its precision where p is tiny; p is then above 0.
 * @returns A whole number. Probabilities that agree to thirteen digits count as equal.
 * @throws A {@link CxError} `invalid-option` when p is no such probability, the mean is negative or the tail is neither.
 *
 * @example
 * ```ts
 * import { poissonQuantile } from "cxkit";
 *
 * poissonQuantile(0.975, 20); // => 29
 * ```
 *
 * @see Cornish and Fisher (1938), Revue de l'Institut International de Statistique 5, 307–320, then a search on {@link poissonCdf}.
 */
export function poissonQuantile(p: number, mean: number, tail: "lower" | "upper" = "lower"): number {
  checkMean("poissonQuantile", mean);
  const upper = checkOpenQuantile("poissonQuantile", p, {}, tail);
  if (p === 0 || p === 1) return 0;
  return discreteQuantile({
    p,
    upper,
    mean,
    variance: mean,
    skew: 1,
    last: Infinity,
    tail: (k) => poissonTail(k, mean, upper),
  });
}
