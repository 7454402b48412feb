import { CxError } from "../error/cxError.js";

const halfLogTwoPi = 0.918_938_533_204_672_8;

/**
 * What Stirling's formula lacks: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x > 0. Sums of these keep their digits where
 * sums of log-gammas cancel.
 */
export function stirlingError(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 12; z++) shift += (z + 0.5) * Math.log1p(1 / z) - 1;
  const w = 1 / (z * z);
  const series = 1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - (w * 691) / 360_360))));
  return shift + series / z;
}

/**
 * The natural logarithm of the gamma function, for x > 0.
 *
 * @param x A positive number, up to 1e305.
 * @returns ln Γ(x), right to 1e-13 of the larger of 1 and the result.
 *
 * @example
 * ```ts
 * import { logGamma } from "cxkit";
 *
 * logGamma(11); // => 15.1044125730755…
 * ```
 *
 * @throws A {@link CxError} `invalid-option` when x is no such number.
 * @see Stirling's series; Abramowitz and Stegun 6.1.40 and the recurrence 6.1.15.
 */
export function logGamma(x: number): number {
  if (!(typeof x === "number" && x > 0 && x <= 1e305)) {
    throw new CxError("invalid-option", "logGamma requires a positive number of at most 1e305", x);
  }
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}

/** ln Γ(x + rise) − ln Γ(x), right relative to itself also for the smallest rise. */
export function logGammaRise(x: number, rise: number): number {
  let shift = 0;
  let z = x;
  for (; z < 12; z++) shift -= Math.log1p(rise / z);
  const error = stirlingError(z + rise) - stirlingError(z);
  return shift + (z - 0.5) * Math.log1p(rise / z) - rise + rise * Math.log(z + rise) + error;
}

/** −ln(a·B(a, b)): where the beta distribution starts, as I_x(a, b) ≈ x^a / (a·B(a, b)) for x near 0. */
export const logBetaLead = (a: number, b: number): number => logGammaRise(b, a) - logGammaRise(1, a);
