import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { wilson } from "./wilson.js";

/** Options of {@link agrestiCoull}. */
export interface AgrestiCoullOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /**
   * How many pseudo-answers to add, half of them successes. 4 gives the rule "add two successes and two failures".
   * @defaultValue z², 3.84 at 95 %
   */
  readonly added?: number;
}

/**
 * The interval of a share by Agresti and Coull ("adjusted Wald"): the textbook interval after a few pseudo-answers were
 * added, half of them successes. Cut off at 0 and 1. With z² of them it has the centre of {@link wilson} and is a little wider.
 *
 * @param successes How many, 0 to n; need not be whole (weights).
 * @param n Out of how many; at least 0.
 * @param options The confidence level, and how many pseudo-answers are added.
 * @returns The interval of the share, within 0–1; where n is 0 nothing is known, so it is all of 0–1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, n is no number of at least 0, the level is none, or
 * `added` is no number of at least zero.
 *
 * @example
 * ```ts
 * import { agrestiCoull } from "cxkit";
 *
 * agrestiCoull(81, 263); // => { low: 0.25522066518…, high: 0.36627743167…, level: 0.95 }
 * agrestiCoull(12, 100, { added: 4 }); // => { low: 0.069018…, high: 0.200212…, level: 0.95 }
 * ```
 *
 * @see Agresti and Coull (1998), The American Statistician 52, 119–126.
 */
export function agrestiCoull(successes: number, n: number, options: AgrestiCoullOptions = {}): Interval {
  checkOptions("agrestiCoull", options, ["level", "added"]);
  const { level = 0.95 } = options;
  checkSample("agrestiCoull", successes, n);
  const z = criticalValue(level);
  const { added = z * z } = options;
  if (!(typeof added === "number" && added >= 0 && Number.isFinite(added))) {
    throw new CxError("invalid-option", "agrestiCoull requires added to be a number of at least zero", added);
  }
  if (n === 0) return { low: 0, high: 1, level };
  const share = (successes + added / 2) / (n + added);
  const half = z * Math.sqrt((share * (1 - share)) / (n + added));
  return { low: Math.max(0, share - half), high: Math.min(1, share + half), level };
}
