import type { CxError } from "../error/cxError.js";
import {
  type EffectSizeOptions,
  type EffectSizeResult,
  type SampleSummary,
  standardisedDifference,
} from "./cohensD.js";
import type { Sample } from "./knownNumbers.js";

/**
 * Hedges's g: Cohen's d times 1 − 3/(4·df − 1), which takes out nearly all of what d is too large by in small samples.
 *
 * @param x The first sample: values, of which null, undefined and NaN are missing, or its mean, standard deviation (with n − 1) and
 * size.
 * @param y The second sample.
 * @param options The confidence level.
 * @returns As `cohensD`, all figures multiplied.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index), or the figures
 * are those of no sample; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { hedgesG } from "cxkit";
 *
 * const now = { mean: 103, standardDeviation: 5.5, n: 50 };
 * hedgesG(now, { mean: 100, standardDeviation: 4.5, n: 50 }).value; // => 0.5924…
 * ```
 *
 * @see Hedges (1981), Journal of Educational Statistics 6, 107–128.
 */
export function hedgesG(
  x: Sample | SampleSummary,
  y: Sample | SampleSummary,
  options: EffectSizeOptions = {},
): EffectSizeResult {
  return standardisedDifference("hedgesG", x, y, options, (degreesOfFreedom) => 1 - 3 / (4 * degreesOfFreedom - 1));
}
