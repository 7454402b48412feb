import { continuedFraction } from "./continuedFraction.js";
import { logGammaRise, stirlingError } from "./logGamma.js";
import { logGap } from "./logGap.js";
import { smallShapeTail } from "./smallShapeTail.js";
import { tailIntegral } from "./tailIntegral.js";

/** From here on the integral needs fewer steps than series and continued fraction. */
const largeShape = 10_000;

/** e^s − 1 − s, for s ≤ 0. */
function expGap(s: number): number {
  if (s < -0.4) return Math.expm1(s) - s;
  let term = (s * s) / 2;
  let sum = 0;
  for (let n = 3; Math.abs(term) > 1e-18 * sum; n++) {
    sum += term;
    term *= s / n;
  }
  return sum;
}

/** x^a e^−x / Γ(a): the slope of the gamma distribution over the logarithm of x. */
export function gammaKernel(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * logGap((x - a) / a, x / a) - stirlingError(a));
}

/** P(a, x) over its kernel, by its series. */
function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = 0;
  for (let n = 1; term > 1e-17 * sum; n++) {
    sum += term;
    term *= x / (a + n);
  }
  return sum;
}

/** Q(a, x) over its kernel, by Legendre's continued fraction. */
const gammaFraction = (a: number, x: number): number =>
  1 /
  continuedFraction(
    (m) => m * (a - m),
    (m) => x + 1 - a + 2 * m,
  );

/** P(a, x) over its kernel for a large a ≥ x: the integral from x downwards, on the scale of −ln(t / x). */
const integralBelow = (a: number, x: number): number =>
  tailIntegral(1 / (a - x + Math.sqrt(x)), (s) => (a - x) * s + x * expGap(-s));

/** Q(a, x) over its kernel for a large a ≤ x: the integral from x upwards, on the scale of t / x. */
const integralAbove = (a: number, x: number): number =>
  tailIntegral(1 / (x - a + Math.sqrt(a)), (t) => (x - a + 1) * t + (a - 1) * logGap(t));

/** Either tail of the gamma distribution with rate 1 at x, each right where it is tiny. */
export function gammaTail(a: number, x: number, upper: boolean): number {
  if (x <= 0 || x === Infinity) return x <= 0 === upper ? 1 : 0;
  if (a < 1 && x < 1) return smallShapeTail(a * Math.log(x) - logGammaRise(1, a), a, (n) => -x / n, upper);
  const below = x < a;
  const [stepwise, integral] = below ? [gammaSeries, integralBelow] : [gammaFraction, integralAbove];
  const side = gammaKernel(a, x) * (a < largeShape ? stepwise : integral)(a, x);
  return below === upper ? 1 - side : side;
}
