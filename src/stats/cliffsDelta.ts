import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { knownNumbers, type Sample } from "./knownNumbers.js";
import { studentTQuantile } from "./studentTQuantile.js";

/** Options of {@link cliffsDelta}. */
export interface CliffsDeltaOptions {
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link cliffsDelta}. */
export interface CliffsDeltaResult {
  /** From −1 (every value of the first sample is less) to 1 (greater); null for an empty sample. */
  readonly value: number | null;
  /** (value + 1) / 2, 0–1: the chance that a value of the first sample is greater, ties counting half. */
  readonly probabilityOfSuperiority: number | null;
  /** The usual word: `negligible` below 0.147 either way, `small` below 0.33, `medium` below 0.474, else `large`. */
  readonly magnitude: "negligible" | "small" | "medium" | "large" | null;
  /** Null for a sample of fewer than two, and where no values overlap. */
  readonly interval: Interval | null;
  /** The sizes of both samples. */
  readonly n: readonly [number, number];
  /** How many values are missing in either. */
  readonly missing: readonly [number, number];
}

/** For each of the sorted values: how many of the sorted others are less, minus how many are greater. */
function dominances(values: Float64Array, others: Float64Array): { rows: Float64Array; ties: number } {
  let [less, atMost, ties] = [0, 0, 0];
  const rows = values.map((value) => {
    while (less < others.length && (others[less] as number) < value) less++;
    while (atMost < others.length && (others[atMost] as number) <= value) atMost++;
    ties += atMost - less;
    return less - (others.length - atMost);
  });
  return { rows, ties };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Cliff's interval, which leans towards 0. */
function limits(value: number, variance: number, quantile: number, level: number): Interval | null {
  if (Math.abs(value) === 1) return null;
  const square = quantile ** 2 * variance;
  const half = Math.sqrt(square * ((1 - value ** 2) ** 2 + square));
  const all = 1 - value ** 2 + square;
  const at = (side: number): number => Math.max(-1, Math.min(1, (value - value ** 3 + side * half) / all));
  return { low: at(-1), high: at(1), level };
}

/**
 * Cliff's delta: how much more often a value of the first sample is greater than one of the second than less.
 *
 * @param x The first sample; null, undefined and NaN in it are missing.
 * @param y The second sample.
 * @param options The confidence level.
 * @returns Delta with its interval and the usual word for its size.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { cliffsDelta } from "cxkit";
 *
 * const treated = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
 * cliffsDelta(treated, [10, 20, 30, 40, 40, 50]); // => { value: -0.25, magnitude: "small", … }
 * ```
 *
 * @see Cliff (1993), Psychological Bulletin 114, 494–509; interval: Feng and Cliff (2004), Journal of Modern Applied
 * Statistical Methods 3, 322–332; words: Romano, Kromrey, Coraggio and Skowronek (2006).
 */
export function cliffsDelta(x: Sample, y: Sample, options: CliffsDeltaOptions = {}): CliffsDeltaResult {
  checkOptions("cliffsDelta", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  const [a, b] = [knownNumbers("cliffsDelta", x), knownNumbers("cliffsDelta", y)];
  const [first, second] = [a.values.toSorted(), b.values.toSorted()];
  const [n1, n2] = [first.length, second.length];
  const about = { n: [n1, n2], missing: [a.missing, b.missing] } as const;
  if (n1 === 0 || n2 === 0) {
    return { value: null, probabilityOfSuperiority: null, magnitude: null, interval: null, ...about };
  }
  const { rows, ties } = dominances(first, second);
  const value = sum(rows) / (n1 * n2);
  const size = Math.abs(value);
  return {
    value,
    probabilityOfSuperiority: (value + 1) / 2,
    magnitude: size < 0.147 ? "negligible" : size < 0.33 ? "small" : size < 0.474 ? "medium" : "large",
    interval: Math.min(n1, n2) < 2 ? null : interval(),
    ...about,
  };

  function interval(): Interval | null {
    const columns = dominances(second, first).rows;
    // Each value's own mean dominance, and how these and the single comparisons vary.
    const ofRows = sum(rows.map((row) => (row / n2 - value) ** 2));
    const ofColumns = sum(columns.map((column) => (-column / n1 - value) ** 2));
    const ofPairs = n1 * n2 - ties - n1 * n2 * value ** 2;
    const variance = ((n2 / n1) * ofRows + (n1 / n2) * ofColumns - ofPairs / (n1 * n2)) / ((n1 - 1) * (n2 - 1));
    const least = (1 - value ** 2) / (n1 * n2 - 1);
    return limits(value, Math.max(variance, least), studentTQuantile((1 - level) / 2, n1 + n2 - 2, "upper"), level);
  }
}
