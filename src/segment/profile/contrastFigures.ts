import { cliffsDelta } from "../../stats/cliffsDelta.js";
import { cohensH } from "../../stats/cohensH.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { differenceOfShares } from "../../stats/differenceOfShares.js";
import { hedgesG } from "../../stats/hedgesG.js";
import { mannWhitneyTest } from "../../stats/mannWhitneyTest.js";
import { quantile } from "../../stats/quantile.js";
import { welchTest } from "../../stats/welchTest.js";
import type { Contrast, ContrastEffect } from "./profileResult.js";

/** Figures of a contrast, before it is known how many there are. */
export interface ContrastFigures extends Pick<Contrast, "difference" | "interval" | "effect" | "pValue"> {
  readonly value: number | null;
  readonly restValue: number | null;
}

/** Cohen's words for g and h, and those for Cliff's delta. */
const bounds = {
  "hedges-g": [0.2, 0.5, 0.8],
  "cohens-h": [0.2, 0.5, 0.8],
  "cliffs-delta": [0.147, 0.33, 0.474],
} as const;

function magnitudeOf(measure: ContrastEffect["measure"], value: number): ContrastEffect["magnitude"] {
  const [small, medium, large] = bounds[measure];
  const size = Math.abs(value);
  return size < small ? "negligible" : size < medium ? "small" : size < large ? "medium" : "large";
}

/** Numbers of a segment beside those of the rest, by their means. */
export function contrastMeans(segment: Float64Array, rest: Float64Array, level: number): ContrastFigures {
  const { means, difference, interval, pValue } = welchTest(segment, rest, { level });
  const { value, interval: around, magnitude, degreesOfFreedom } = hedgesG(segment, rest, { level });
  // Of three values the correction for so few leaves nothing.
  const isKnown = degreesOfFreedom !== null && degreesOfFreedom > 1;
  const nothing = { value: null, interval: null, magnitude: null };
  const effect = { measure: "hedges-g", ...(isKnown ? { value, interval: around, magnitude } : nothing) } as const;
  return { value: means[0], restValue: means[1], difference, interval, effect, pValue };
}

/** Numbers of a segment beside those of the rest, by their ranks. */
export function contrastRanks(segment: Float64Array, rest: Float64Array, level: number): ContrastFigures {
  const { shift, interval, pValue } = mannWhitneyTest(segment, rest, { level });
  const { value, interval: around, magnitude } = cliffsDelta(segment, rest, { level });
  const effect = { measure: "cliffs-delta", value, interval: around, magnitude } as const;
  return {
    value: quantile(segment, 0.5),
    restValue: quantile(rest, 0.5),
    difference: shift,
    interval,
    effect,
    pValue,
  };
}

/** A share of a segment beside that of the rest. */
export function contrastShares(
  [count, n]: readonly [number, number],
  [restCount, restN]: readonly [number, number],
  level: number,
  measure: "cohens-h" | "cliffs-delta",
): ContrastFigures {
  const [value, restValue] = [n > 0 ? count / n : null, restN > 0 ? restCount / restN : null];
  if (value === null || restValue === null) {
    const effect = { measure, value: null, interval: null, magnitude: null };
    return { value, restValue, difference: null, interval: null, effect, pValue: null };
  }
  const { difference, interval, pValue } = differenceOfShares([count, n], [restCount, restN], level);
  // Where all have it or nobody has, there is nothing to test.
  const isTested = count + restCount > 0 && count + restCount < n + restN;
  const size = measure === "cohens-h" ? cohensH(value, restValue) : value - restValue;
  const half = criticalValue(level) * Math.sqrt(1 / n + 1 / restN);
  return {
    value,
    restValue,
    difference,
    interval,
    effect: {
      measure,
      value: size,
      interval: measure === "cohens-h" ? { low: size - half, high: size + half, level } : interval,
      magnitude: magnitudeOf(measure, size),
    },
    pValue: isTested ? pValue : null,
  };
}
