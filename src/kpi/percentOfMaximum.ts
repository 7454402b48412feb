import { CxError } from "../error/cxError.js";
import type { Scale } from "../model/scale.js";

/**
 * A score in percent of the maximum possible (POMP): 0 is the worst answer of its scale and 100 the best, so that answers on
 * different scales can be set side by side. On 1–5, the answers 1, 2, 3, 4, 5 become 0, 25, 50, 75, 100.
 *
 * @param score An answer on the scale.
 * @param scale The ends of the scale; where lower is better, the score is turned round.
 * @returns Percent, 0–100.
 * @throws A {@link CxError} `invalid-value` when the score is off the scale, `invalid-option` when the scale is none.
 *
 * @example
 * ```ts
 * import { percentOfMaximum } from "cxkit";
 *
 * percentOfMaximum(4, { low: 1, high: 5 }); // => 75
 * percentOfMaximum(2, { low: 1, high: 5, direction: "lower-is-better" }); // => 75
 * percentOfMaximum(9, { low: 1, high: 5 }); // throws invalid-value
 * ```
 *
 * @see Cohen, Cohen, Aiken and West (1999), "The Problem of Units and the Circumstance for POMP", Multivariate Behavioral
 * Research 34, 315–346.
 */
export function percentOfMaximum(score: number, scale: Scale): number {
  const { low, high, direction } = scale;
  if (!(low < high && Number.isFinite(high - low))) {
    const received = typeof low === "number" && typeof high === "number" ? `${low} to ${high}` : scale;
    throw new CxError(
      "invalid-option",
      "percentOfMaximum requires a scale { low, high } with low under high",
      received,
    );
  }
  if (!(typeof score === "number" && score >= low && score <= high)) {
    throw new CxError("invalid-value", `percentOfMaximum requires a score from ${low} to ${high}`, score);
  }
  const above = (100 * (score - low)) / (high - low);
  return direction === "lower-is-better" ? 100 - above : above;
}
