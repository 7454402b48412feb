import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { wilsonLimits } from "./wilson.js";

/** Newcombe's limits of the difference of two shares, for a critical value that is already at hand. */
export function newcombeLimits(
  share1: number,
  n1: number,
  share2: number,
  n2: number,
  z: number,
): { low: number; high: number } {
  const first = wilsonLimits(share1, n1, z);
  const second = wilsonLimits(share2, n2, z);
  const difference = share1 - share2;
  return {
    low: difference - Math.hypot(share1 - first.low, second.high - share2),
    high: difference + Math.hypot(first.high - share1, share2 - second.low),
  };
}

/** Options of {@link newcombeDifference}. */
export interface NewcombeDifferenceOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * Newcombe's hybrid score interval of the difference of two independent shares, first minus second.
 *
 * @param successes1 How many in the first sample, 0 to n1.
 * @param n1 The size of the first sample, positive.
 * @param successes2 How many in the second sample, 0 to n2.
 * @param n2 The size of the second sample, positive.
 * @param options The confidence level.
 * @returns The interval of the difference, within −1 to 1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, an n is not positive, or the level is none.
 *
 * @example
 * ```ts
 * import { newcombeDifference } from "cxkit";
 *
 * newcombeDifference(56, 70, 48, 80); // => { low: 0.05243147240…, high: 0.3338726540…, level: 0.95 }
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 */
export function newcombeDifference(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: NewcombeDifferenceOptions = {},
): Interval {
  checkOptions("newcombeDifference", options, ["level"]);
  const { level = 0.95 } = options;
  for (const [successes, n] of [
    [successes1, n1],
    [successes2, n2],
  ] as const) {
    if (!(n > 0 && Number.isFinite(n)))
      throw new CxError("invalid-option", "newcombeDifference requires a positive n", n);
    if (!(successes >= 0 && successes <= n)) {
      throw new CxError("invalid-option", `newcombeDifference requires successes from 0 to ${n}`, successes);
    }
  }
  return { ...newcombeLimits(successes1 / n1, n1, successes2 / n2, n2, criticalValue(level)), level };
}
