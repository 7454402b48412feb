import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";

/** Options of {@link quantile}. */
export interface QuantileOptions {
  /**
   * How to go between two values, by Hyndman and Fan's number: 7 as in spreadsheets (PERCENTILE.INC), R and NumPy; 6 as in
   * PERCENTILE.EXC, Minitab and SPSS; 8 is nearly median-unbiased; 1 takes a value that occurs; 2 the same, or the middle of two
   * at a jump, as SAS. @defaultValue 7
   */
  readonly type?: 1 | 2 | 6 | 7 | 8;
}

/** Where in the sorted values, counted from 1, the quantile lies. */
const places = {
  1: (n: number, p: number): number => n * p,
  2: (n: number, p: number): number => n * p,
  6: (n: number, p: number): number => (n + 1) * p,
  7: (n: number, p: number): number => (n - 1) * p + 1,
  8: (n: number, p: number): number => (n + 1 / 3) * p + 1 / 3,
};

/** {@link quantile} of sorted values, of which there is at least one. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number, type: keyof typeof places = 7): number {
  const n = sorted.length;
  const at = (place: number): number => sorted[Math.min(n, Math.max(1, place)) - 1] as number;
  const place = places[type](n, p);
  // A place that should be whole, such as a third of six, need not be: 1/3 is rounded, the more so when it was written down.
  const fuzz = 1e-12 * Math.max(1, place);
  const whole = Math.floor(place + fuzz);
  const part = Math.abs(place - whole) < fuzz ? 0 : place - whole;
  if (type === 1) return part > 0 ? at(whole + 1) : at(whole);
  const share = type === 2 ? (part > 0 ? 1 : 0.5) : part;
  const [low, high] = [at(whole), at(whole + 1)];
  return share === 0 || low === high ? low : (1 - share) * low + share * high;
}

/** Refuses what is no probability. */
export function checkProbability(name: string, p: number): void {
  if (!(typeof p === "number" && p >= 0 && p <= 1)) {
    throw new CxError("invalid-option", `${name} requires a probability from 0 to 1`, p);
  }
}

/**
 * The value that a share of the values is at most: 0.5 for the median, 0.9 for what nine of ten are within.
 *
 * @param values Numbers in any order; null, undefined and NaN are missing and left out.
 * @param p The share, 0–1.
 * @param options How to go between two values.
 * @returns The quantile in the unit of the values; null where there are none.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when the share or an option is wrong.
 *
 * @example
 * ```ts
 * import { quantile } from "cxkit";
 *
 * quantile([15, 7, 41, 36, 40, 39], 0.25); // => 20.25
 * quantile([15, 7, 41, 36, 40, 39], 0.25, { type: 6 }); // => 13
 * quantile([], 0.5); // => null
 * ```
 *
 * @see Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50, 361–365.
 */
export function quantile(values: Sample, p: number, options: QuantileOptions = {}): number | null {
  checkOptions("quantile", options, ["type"]);
  const { type = 7 } = options;
  if (!Object.hasOwn(places, type)) {
    throw new CxError("invalid-option", "quantile requires a type of 1, 2, 6, 7 or 8", type);
  }
  checkProbability("quantile", p);
  const sorted = knownNumbers("quantile", values).values.sort();
  return sorted.length === 0 ? null : quantileOfSorted(sorted, p, type);
}
