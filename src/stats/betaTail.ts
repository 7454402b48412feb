import { betaExcess, betaKernel } from "./betaKernel.js";
import { continuedFraction } from "./continuedFraction.js";
import { logBetaLead } from "./logGamma.js";
import { logGap } from "./logGap.js";
import { smallShapeTail } from "./smallShapeTail.js";
import { tailIntegral } from "./tailIntegral.js";

/** From here on, for both shapes, the integral needs fewer steps than the continued fraction. */
const largeShape = 1e6;

/** I_x(a, b) over its kernel, by the continued fraction of Didonato and Morris. */
function betaFraction(x: number, a: number, b: number, excess: number): number {
  // b·x is at most about a here, so that no factor overflows.
  const part = (m: number): number => (m * (b - m) * x) / (a + 2 * m - 1);
  const fraction = continuedFraction(
    (m) => part(m) * ((a + m - 1) / (a + 2 * m - 1)) * ((a + b + m - 1) * x),
    (m) => (m > 0 ? m + part(m) : 0) + ((a + m) / (a + 2 * m + 1)) * (1 - excess + m * (2 - x)),
  );
  return 1 / fraction;
}

/** I_x(a, b) over its kernel for a and b both large: the integral from x down to x·(1 − t). */
function betaIntegral(x: number, y: number, a: number, b: number, excess: number): number {
  const slope = (x - y - excess) / y;
  const width = 1 / (Math.abs(slope) + Math.hypot(Math.sqrt(a), Math.sqrt(b) * (x / y)));
  const exponent = (t: number): number => slope * t + (a - 1) * logGap(-t) + (b - 1) * logGap((x / y) * t);
  return tailIntegral(width, (t) => (t < 1 ? exponent(t) : Infinity)) / y;
}

/** The side of the mode that x lies on, or what that leaves. */
function betaSide(x: number, y: number, a: number, b: number, excess: number, upper: boolean): number {
  if (a < 1) {
    const logLead = a * Math.log(x) + logBetaLead(a, b);
    return smallShapeTail(logLead, a, (n) => ((n - b) * x) / n, upper);
  }
  const perKernel = Math.min(a, b) < largeShape ? betaFraction(x, a, b, excess) : betaIntegral(x, y, a, b, excess);
  const side = betaKernel(x, y, a, b, excess) * perKernel;
  return upper ? 1 - side : side;
}

/** Either tail of the beta distribution at x, given also y = 1 − x, each right where it is tiny. */
export function betaTail(x: number, y: number, a: number, b: number, upper: boolean): number {
  if (x <= 0 || y <= 0) return x <= 0 === upper ? 1 : 0;
  const excess = betaExcess(x, y, a, b);
  return excess > y - x ? betaSide(y, x, b, a, -excess, !upper) : betaSide(x, y, a, b, excess, upper);
}
