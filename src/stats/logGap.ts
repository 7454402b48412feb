/**
 * u − ln(1 + u), for u ≥ −1: how far the logarithm stays below its tangent. The exponents of the gamma, beta, Poisson and
 * binomial distributions are sums of it, none of them negative, so that they keep their digits where logarithms would cancel.
 *
 * @param ratio 1 + u, for callers who know it more exactly than the sum does.
 *
 * @see Loader (2000), "Fast and Accurate Computation of Binomial Probabilities", where it is the deviance.
 */
export function logGap(u: number, ratio: number = 1 + u): number {
  if (Math.abs(u) > 0.4) return u < Number.MAX_VALUE ? u - Math.log(ratio) : u;
  // ln(1 + u) = 2·(w + w³/3 + w⁵/5 + …) with w = u / (2 + u), and u − 2w = u·w.
  const w = u / (2 + u);
  let power = w ** 3;
  let sum = 0;
  for (let odd = 3; Math.abs(power) > 1e-18 * w * w; odd += 2) {
    sum += power / odd;
    power *= w * w;
  }
  return u * w - 2 * sum;
}
