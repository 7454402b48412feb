import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";

/** The Wilson limits of a share, for a critical value that is already at hand. */
export function wilsonLimits(share: number, n: number, z: number): { low: number; high: number } {
  const z2 = z * z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // At no successes and at nothing but successes the limit is exact; rounding must not say otherwise.
  return { low: share === 0 ? 0 : Math.max(0, middle - half), high: share === 1 ? 1 : Math.min(1, middle + half) };
}

/** The same, widened by part of an answer either way: half an answer, unless told otherwise. */
export function widenedWilsonLimits(
  successes: number,
  n: number,
  z: number,
  part: number = 0.5,
): { low: number; high: number } {
  const low = successes === 0 ? 0 : wilsonLimits(Math.max(0, successes - part) / n, n, z).low;
  const high = successes === n ? 1 : wilsonLimits(Math.min(n, successes + part) / n, n, z).high;
  return { low, high };
}

/** Options of {@link wilson}. */
export interface WilsonOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /**
   * Whether to widen by half an answer either way (Newcombe's method 4), which comes near to the exact interval. At exactly one half
   * nothing is added, as in R's prop.test. @defaultValue false
   */
  readonly continuity?: boolean;
}

/**
 * The Wilson score interval of a share: good for small samples and at no or nothing but successes, where the textbook
 * interval (Wald) has no width at all.
 *
 * @param successes How many, 0 to n; need not be whole (weights).
 * @param n Out of how many; at least 0.
 * @param options The confidence level, and whether to correct for continuity.
 * @returns The interval of the share, within 0–1; where n is 0 nothing is known, so it is all of 0–1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, n is no number of at least 0, or the level is none.
 *
 * @example
 * ```ts
 * import { wilson } from "cxkit";
 *
 * wilson(81, 263); // => { low: 0.25528851987…, high: 0.36620957698…, level: 0.95 }
 * wilson(0, 20).low; // => 0
 * ```
 *
 * @see Wilson (1927), JASA 22, 209–212; figures: Newcombe (1998), Statistics in Medicine 17, 857–872, table I.
 * As R's prop.test of one sample.
 */
export function wilson(successes: number, n: number, options: WilsonOptions = {}): Interval {
  checkOptions("wilson", options, ["level", "continuity"]);
  const { level = 0.95, continuity = false } = options;
  checkChoice("continuity of wilson", continuity, [true, false]);
  checkSample("wilson", successes, n);
  const z = criticalValue(level);
  // R keeps the correction from passing the share that it tests, which is one half unless given.
  const part = continuity ? Math.min(0.5, Math.abs(successes - n / 2)) : 0;
  return { ...widenedWilsonLimits(successes, n, z, part), level };
}
