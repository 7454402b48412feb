import { CxError } from "../error/cxError.js";

const halfLogTwoPi = 0.918_938_533_204_672_8;

/**
 * What Stirling's formula lacks: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x > 0. Sums of these keep their digits where
 * sums of log-gammas cancel.
 */
function stirlingError(x: number): number {
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
 * @param x A positive number.
 * @returns ln Γ(x), right to 1e-13 of the larger of 1 and the result.
 *
 * @example
 * ```ts
 * import { logGamma } from "cxkit";
 *
 * logGamma(11); // => 15.1044125730755…
 * ```
 *
 * @throws A {@link CxError} `invalid-option` when x is not positive.
 * @see Stirling's series; Abramowitz and Stegun 6.1.40 and the recurrence 6.1.15.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new CxError("invalid-option", "logGamma requires a positive number", x);
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}

/** ln B(a, b), without the cancellation that three log-gammas suffer when a and b are far apart. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return (
    (large - 0.5) * Math.log1p(-small / (small + large)) +
    small * Math.log(small / (small + large)) -
    0.5 * Math.log(small) +
    halfLogTwoPi +
    stirlingError(small) +
    stirlingError(large) -
    stirlingError(small + large)
  );
}
