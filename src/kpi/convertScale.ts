import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { Scale } from "../model/scale.js";
import { percentOfMaximum } from "./percentOfMaximum.js";

/** Options of {@link convertScale}. */
export interface ConvertScaleOptions {
  /** The scale that the scores were given on. */
  readonly from: Scale;
  /** The scale that they shall be shown on. */
  readonly to: Scale;
}

/** Scores on another scale, and what was done to them. */
export interface ConvertedScores {
  /** In the order of the input, not rounded; null for no score. */
  readonly scores: readonly (number | null)[];
  /** How many are null. */
  readonly missing: number;
  readonly from: Scale;
  readonly to: Scale;
  /** Whether the scale was turned round, the good end of the one being the low end of the other. */
  readonly reversed: boolean;
  /** What a score is multiplied by, then `offset` added. */
  readonly factor: number;
  readonly offset: number;
  /** The same in words. */
  readonly description: string;
}

/**
 * Scores of one scale on another, end to end and in a straight line: on 1–5 shown on 0–100, the answers 1, 2, 3, 4, 5 become 0, 25,
 * 50, 75, 100. It says what it did, so that nobody takes the result for answers.
 *
 * Converted scores are for showing side by side: people answer a scale of five differently from one of ten, and no arithmetic mends
 * that. A KPI that counts boxes (`nps`, `csat`) must be measured on the answers as they were given.
 *
 * @param scores Scores on the first scale; null, undefined and NaN stand for none.
 * @param options The two scales.
 * @returns The converted scores with the rule that made them.
 * @throws A {@link CxError} `invalid-value` when a score is off its scale (with the row), `invalid-option` when a scale is none.
 *
 * @example
 * ```ts
 * import { convertScale } from "cxkit";
 *
 * const effort = { low: 1, high: 5, direction: "lower-is-better" as const };
 * convertScale([1, 4, null], { from: effort, to: { low: 0, high: 100 } });
 * // => { scores: [100, 25, null], missing: 1, reversed: true, description: "0–100 = 125 − 25 × 1–5 (turned round)", … }
 * ```
 *
 * @see Cohen, Cohen, Aiken and West (1999), "The Problem of Units and the Circumstance for POMP", Multivariate Behavioral
 * Research 34, 315–346.
 */
export function convertScale(
  scores: Iterable<number | null | undefined>,
  options: ConvertScaleOptions,
): ConvertedScores {
  checkOptions("convertScale", options, ["from", "to"]);
  const { from, to } = options;
  for (const scale of [from, to]) {
    if (Object(scale) !== scale)
      throw new CxError("invalid-option", "convertScale requires scales as { low, high }", scale);
    // Refuses ends that make no scale, even where there are no scores.
    percentOfMaximum(scale.low, scale);
  }
  const reversed = (from.direction === "lower-is-better") !== (to.direction === "lower-is-better");
  const length = to.high - to.low;
  const factor = ((reversed ? -1 : 1) * length) / (from.high - from.low);
  const offset = (reversed ? to.high : to.low) - factor * from.low;
  const converted: (number | null)[] = [];
  eachRow(scores, (score) => {
    if (isMissing(score)) converted.push(null);
    else {
      const share = percentOfMaximum(score, { low: from.low, high: from.high }) / 100;
      converted.push(reversed ? to.high - length * share : to.low + length * share);
    }
  });
  const [size, sign] = [Math.abs(factor), factor < 0 ? "−" : "+"];
  return {
    scores: converted,
    missing: converted.filter((score) => score === null).length,
    from,
    to,
    reversed,
    factor,
    offset,
    description: `${to.low}–${to.high} = ${offset < 0 ? "−" : ""}${Math.abs(offset)} ${sign} ${size} × ${from.low}–${from.high}${reversed ? " (turned round)" : ""}`,
  };
}
