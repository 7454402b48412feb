import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { betaQuantile } from "./betaQuantile.js";
import { checkSample } from "./checkSample.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { wilson } from "./wilson.js";

/** Options of {@link clopperPearson}. */
export interface ClopperPearsonOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * The exact interval of a share by Clopper and Pearson: it holds the true share at least as often as said, whatever that
 * share is, and for that is wider than need be on average. {@link wilson} is right on average.
 *
 * @param successes How many, 0 to n; need not be whole (weights), though the guarantee is for whole ones.
 * @param n Out of how many; at least 0.
 * @param options The confidence level.
 * @returns The interval of the share, within 0–1; where n is 0 nothing is known, so it is all of 0–1.
 * @throws A {@link CxError} `invalid-option` when successes are not within 0 to n, n is no number of at least 0, or the level is none.
 *
 * @example
 * ```ts
 * import { clopperPearson } from "cxkit";
 *
 * clopperPearson(81, 263); // => { low: 0.25273674558…, high: 0.36762192260…, level: 0.95 }
 * clopperPearson(0, 20).high; // => 0.16843347098…
 * ```
 *
 * @see Clopper and Pearson (1934), Biometrika 26, 404–413; as R's binom.test.
 */
export function clopperPearson(successes: number, n: number, options: ClopperPearsonOptions = {}): Interval {
  checkOptions("clopperPearson", options, ["level"]);
  const { level = 0.95 } = options;
  checkSample("clopperPearson", successes, n);
  criticalValue(level);
  const beyond = (1 - level) / 2;
  const failures = n - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(beyond, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(beyond, successes + 1, failures, "upper"),
    level,
  };
}
