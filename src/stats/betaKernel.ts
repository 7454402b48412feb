import { stirlingError } from "./logGamma.js";
import { logGap } from "./logGap.js";

/** A number to its upper 26 binary digits; the product of two such is exact. */
const upperDigits = (value: number): number => {
  const shifted = (2 ** 27 + 1) * value;
  return shifted - (shifted - value);
};

/** n·x − a by Dekker's product: for huge n its rounding alone would move a probability in the twelfth digit. */
function productMinus(n: number, x: number, a: number): number {
  const product = n * x;
  const [high, share] = [upperDigits(n), upperDigits(x)];
  const lost = high * share - product + high * (x - share) + (n - high) * share + (n - high) * (x - share);
  return product - a + (Number.isFinite(lost) ? lost : 0);
}

/**
 * (a + b)·x − a: how far x lies above the mean. Taken from the smaller of x and y = 1 − x, which is the more exact, and with the
 * digits that the sum loses.
 */
export function betaExcess(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const lost = Math.min(a, b) - (n - Math.max(a, b));
  return x < y ? productMinus(n, x, a) + lost * x : -productMinus(n, y, b) - lost * y;
}

/**
 * x^a (1 − x)^b / B(a, b), from x, y = 1 − x and the {@link betaExcess} of x: the slope of the beta distribution over the logit of x.
 *
 * @see Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": the saddle-point form.
 */
export function betaKernel(x: number, y: number, a: number, b: number, excess: number): number {
  const n = a + b;
  const exponent = a * logGap(excess / a, (x / a) * n) + b * logGap(-excess / b, (y / b) * n);
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(error - exponent);
}
