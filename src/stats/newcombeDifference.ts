import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkFlags } from "./checkFlags.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { widenedWilsonLimits, wilsonLimits } from "./wilson.js";

type Limits = { low: number; high: number };

/** The limits of the difference of two shares from the limits of each. */
function hybridLimits(share1: number, first: Limits, share2: number, second: Limits): Limits {
  const difference = share1 - share2;
  return {
    low: difference - Math.hypot(share1 - first.low, second.high - share2),
    high: difference + Math.hypot(first.high - share1, share2 - second.low),
  };
}

/** Newcombe's limits of the difference of two shares, for a critical value that is already at hand. */
export function newcombeLimits(share1: number, n1: number, share2: number, n2: number, z: number): Limits {
  return hybridLimits(share1, wilsonLimits(share1, n1, z), share2, wilsonLimits(share2, n2, z));
}

/** Options of {@link newcombeDifference}. */
export interface NewcombeDifferenceOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /** Whether to widen the limits of both samples by half an answer (Newcombe's method 11), one half included. @defaultValue false */
  readonly continuity?: boolean;
}

/**
 * Newcombe's hybrid score interval of the difference of two independent shares, first minus second.
 *
 * @param successes1 How many in the first sample, 0 to n1.
 * @param n1 The size of the first sample, at least 0.
 * @param successes2 How many in the second sample, 0 to n2.
 * @param n2 The size of the second sample, at least 0.
 * @param options The confidence level, and whether to correct for continuity.
 * @returns The interval of the difference, within −1 to 1; where an n is 0 nothing is known, so it is all of that.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, an n is no number of at least 0, or the level is none.
 *
 * @example
 * ```ts
 * import { newcombeDifference } from "cxkit";
 *
 * newcombeDifference(56, 70, 48, 80); // => { low: 0.05243147240…, high: 0.3338726540…, level: 0.95 }
 * ```
 *
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890, methods 10 and 11.
 */
export function newcombeDifference(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  options: NewcombeDifferenceOptions = {},
): Interval {
  checkOptions("newcombeDifference", options, ["level", "continuity"]);
  const { level = 0.95, continuity = false } = options;
  checkFlags("newcombeDifference", { continuity });
  checkSample("newcombeDifference", successes1, n1);
  checkSample("newcombeDifference", successes2, n2);
  const z = criticalValue(level);
  if (n1 === 0 || n2 === 0) return { low: -1, high: 1, level };
  const [share1, share2] = [successes1 / n1, successes2 / n2];
  if (!continuity) return { ...newcombeLimits(share1, n1, share2, n2, z), level };
  const first = widenedWilsonLimits(successes1, n1, z);
  return { ...hybridLimits(share1, first, share2, widenedWilsonLimits(successes2, n2, z)), level };
}
