const step = 1 / 8;

/**
 * ∫ exp(−exponent(t)) dt from 0 on, for an exponent that starts at 0 and rises at least like a line or a parabola.
 *
 * @param width Roughly where the exponent reaches one.
 *
 * @see Takahasi and Mori (1974), Publ. RIMS 9, 721–741: the double exponential rule t = exp(u − exp(−u)), about 60 points.
 */
export function tailIntegral(width: number, exponent: (t: number) => number): number {
  let sum = 0;
  for (let u = -3.625; u < 6; u += step) {
    const inner = Math.exp(-u);
    const t = Math.exp(u - inner);
    const term = Math.exp(-exponent(width * t)) * t * (1 + inner);
    sum += term;
    if (u > 0 && term < 1e-17 * sum) break;
  }
  return width * step * sum;
}
