import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { betaQuantile } from "./betaQuantile.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";

/** Options of {@link jeffreys}. */
export interface JeffreysOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * The interval of a share by Jeffreys' prior: the middle of the beta distribution that one half success and one half
 * failure become once the answers are in. At no successes the low end is exactly 0, at nothing but successes the high end
 * is exactly 1, so that the interval covers as it should there too.
 *
 * @param successes How many, 0 to n; need not be whole (weights).
 * @param n Out of how many; at least 0.
 * @param options The confidence level.
 * @returns The interval of the share, within 0–1; where n is 0 nothing is known, so it is all of 0–1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, n is no number of at least 0, or the level is none.
 *
 * @example
 * ```ts
 * import { jeffreys } from "cxkit";
 *
 * jeffreys(81, 263); // => { low: 0.25452193499…, high: 0.36564749917…, level: 0.95 }
 * jeffreys(0, 20); // => { low: 0, high: 0.11663898290…, level: 0.95 }
 * ```
 *
 * @see Brown, Cai and DasGupta (2001), Statistical Science 16, 101–133.
 */
export function jeffreys(successes: number, n: number, options: JeffreysOptions = {}): Interval {
  checkOptions("jeffreys", options, ["level"]);
  const { level = 0.95 } = options;
  checkSample("jeffreys", successes, n);
  criticalValue(level);
  const beyond = (1 - level) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(beyond, a, b),
    high: successes === n ? 1 : betaQuantile(beyond, a, b, "upper"),
    level,
  };
}
