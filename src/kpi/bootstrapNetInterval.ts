import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { binomialQuantile } from "../stats/binomialQuantile.js";
import type { Interval } from "../stats/interval.js";
import { quantile } from "../stats/quantile.js";
import { seededRandom } from "../stats/seededRandom.js";
import type { NetCounts } from "./netInterval.js";

/** Options of {@link bootstrapNetInterval}. */
export interface BootstrapNetIntervalOptions {
  /** The confidence level, 0–1. */
  readonly level: number;
  /** How many samples are drawn again. @defaultValue 2000 */
  readonly replicates?: number;
  /** Where the generator of random numbers starts. @defaultValue 1 */
  readonly seed?: number;
}

/**
 * The percentile bootstrap interval of a net share. A `method` for `nps`, and for the net forms of `csat` and `ces`. The samples
 * are drawn as counts, so it costs no more for a million answers than for a hundred. Like the plain Wald interval it has no width where
 * everybody agrees.
 *
 * @param counts How many answers count for, neither, and against; weighted ones are taken as the nearest whole numbers.
 * @param options The confidence level, how many samples, and the seed.
 * @returns The interval of the net share, −1 to 1.
 * @throws A {@link CxError} `invalid-option` when there are no answers, or an option is wrong.
 *
 * @example
 * ```ts
 * import { bootstrapNetInterval, nps } from "cxkit";
 *
 * nps([0, 7, 7, 9, 9, 9], { method: bootstrapNetInterval }).interval; // => { low: -33.33…, high: 83.3…, level: 0.95 }
 * ```
 *
 * @see Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13.
 */
export function bootstrapNetInterval(counts: NetCounts, options: BootstrapNetIntervalOptions): Interval {
  checkOptions("bootstrapNetInterval", options, ["level", "replicates", "seed"]);
  const { level, replicates = 2000, seed = 1 } = options;
  if (!(Number.isInteger(replicates) && replicates >= 100 && replicates <= 1_000_000)) {
    throw new CxError("invalid-option", "bootstrapNetInterval requires from 100 to 1,000,000 replicates", replicates);
  }
  const [positive, neutral, negative] = [counts.positive, counts.neutral, counts.negative].map(Math.round) as [
    number,
    number,
    number,
  ];
  const n = positive + neutral + negative;
  if (!(n > 0)) throw new CxError("invalid-option", "bootstrapNetInterval requires answers", n);
  const random = seededRandom(seed);
  const drawn = (trials: number, share: number): number =>
    trials === 0 || share <= 0 ? 0 : share >= 1 ? trials : binomialQuantile(random(), trials, share);
  const scores = Array.from({ length: replicates }, () => {
    const up = drawn(n, positive / n);
    return (up - drawn(n - up, negative / (n - positive))) / n;
  });
  const limit = (p: number): number => quantile(scores, p) ?? Number.NaN;
  return { low: limit((1 - level) / 2), high: limit((1 + level) / 2), level };
}
