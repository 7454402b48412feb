import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { wilson } from "./wilson.js";

/** Options of {@link wald}. */
export interface WaldOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * The textbook interval of a share: the share and z standard errors either way, cut off at 0 and 1. It covers too seldom
 * where n is small or the share is near 0 or 1, and has no width at no or nothing but successes: it is here to
 * reproduce other people's figures. {@link wilson} is the one to use.
 *
 * @param successes How many, 0 to n; need not be whole (weights).
 * @param n Out of how many; at least 0.
 * @param options The confidence level.
 * @returns The interval of the share, within 0–1; where n is 0 nothing is known, so it is all of 0–1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, n is no number of at least 0, or the level is none.
 *
 * @example
 * ```ts
 * import { wald } from "cxkit";
 *
 * wald(81, 263); // => { low: 0.25219012621…, high: 0.36377945553…, level: 0.95 }
 * wald(1, 29).low; // => 0
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 857–872, method 1.
 */
export function wald(successes: number, n: number, options: WaldOptions = {}): Interval {
  checkOptions("wald", options, ["level"]);
  const { level = 0.95 } = options;
  checkSample("wald", successes, n);
  const z = criticalValue(level);
  if (n === 0) return { low: 0, high: 1, level };
  const share = successes / n;
  const half = z * Math.sqrt((share * (1 - share)) / n);
  return { low: Math.max(0, share - half), high: Math.min(1, share + half), level };
}
