import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { chiSquareQuantile } from "./chiSquareQuantile.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { type KnownNumbers, knownNumbers, type Sample } from "./knownNumbers.js";
import { noncentralTCdf } from "./noncentralTCdf.js";
import { normalQuantile } from "./normalQuantile.js";
import { sampleMoments } from "./sampleMoments.js";

/** A sample that is known by its figures. */
export interface SampleSummary {
  readonly mean: number;
  /** With n − 1, in the unit of the mean. */
  readonly standardDeviation: number;
  readonly n: number;
}

/** Options of {@link cohensD} and `hedgesG`. */
export interface EffectSizeOptions {
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** A difference of two means in standard deviations. */
export interface EffectSizeResult {
  /** First minus second, over the pooled standard deviation; null where there is none. */
  readonly value: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Of the pooled standard deviation: all values less two; null where there is none. */
  readonly degreesOfFreedom: number | null;
  /** The usual word: `negligible` below 0.2 either way, `small` below 0.5, `medium` below 0.8, else `large`. */
  readonly magnitude: "negligible" | "small" | "medium" | "large" | null;
  /** The sizes of both samples. */
  readonly n: readonly [number, number];
  /** How many values are missing in either. */
  readonly missing: readonly [number, number];
}

/** Cohen's words for d and h. */
function magnitudeOf(value: number): "negligible" | "small" | "medium" | "large" {
  const size = Math.abs(value);
  return size < 0.2 ? "negligible" : size < 0.5 ? "small" : size < 0.8 ? "medium" : "large";
}

const isSummary = (sample: Sample | SampleSummary): sample is SampleSummary =>
  Object(sample) === sample && "mean" in sample;

type Summary = SampleSummary & { readonly missing: number };

/** The figures of two samples, n being 0 where one holds no values. Of two lists the means are from one origin. */
function summariesOf(name: string, x: Sample | SampleSummary, y: Sample | SampleSummary): [Summary, Summary] {
  const [first, second] = [x, y].map((sample) => (isSummary(sample) ? null : knownNumbers(name, sample)));
  const origin = first && second ? (first.values[0] ?? 0) : 0;
  const summaryOf = (sample: Sample | SampleSummary, known: KnownNumbers | null | undefined): Summary => {
    if (isSummary(sample)) return checkedSummary(name, sample);
    if (!known || known.values.length === 0)
      return { n: 0, mean: 0, standardDeviation: 0, missing: known?.missing ?? 0 };
    const { n, offset, variance } = sampleMoments(known.values, origin);
    return { n, mean: offset, standardDeviation: Math.sqrt(variance ?? 0), missing: known.missing };
  };
  return [summaryOf(x, first), summaryOf(y, second)];
}

function checkedSummary(name: string, sample: SampleSummary): Summary {
  const { mean, standardDeviation, n } = sample;
  const refuse = (required: string, received: unknown): never => {
    throw new CxError("invalid-value", `${name} requires ${required}`, received);
  };
  if (!(typeof mean === "number" && Math.abs(mean) <= 1e140)) refuse("a finite mean of at most 1e140", mean);
  if (!(standardDeviation >= 0 && standardDeviation <= 1e140)) {
    refuse("a standard deviation from 0 to 1e140", standardDeviation);
  }
  if (!(n >= 1 && n <= 1e140)) refuse("an n of at least 1", n);
  return { mean, standardDeviation, n, missing: 0 };
}

/**
 * The noncentrality at which the tail beyond t has the probability p: by the secant method on the scale where the tail is
 * nearly straight, held between values on both sides.
 */
function noncentralityWith(t: number, df: number, p: number, tail: "lower" | "upper"): number {
  // So far out, what the means vary by is nothing beside what the standard deviation does.
  if (Math.abs(t) > 1e10) {
    const shares = chiSquareQuantile(p, df, (tail === "lower") === t > 0 ? "upper" : "lower") / df;
    return t * Math.sqrt(shares);
  }
  const side = tail === "lower" ? 1 : -1;
  const wanted = normalQuantile(p, "upper");
  const spread = Math.sqrt(1 + (t * t) / (2 * df));
  // Rises with the noncentrality for either tail.
  const miss = (noncentrality: number): number => {
    const chance = Math.min(1 - 1e-16, Math.max(1e-300, noncentralTCdf(t, df, noncentrality, tail)));
    return side * (normalQuantile(chance, "upper") - wanted);
  };
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let before = { at: t, miss: miss(t) };
  let at = t + side * wanted * spread;
  for (let round = 0; round < 60 && Math.abs(at - before.at) > 1e-13 * Math.max(spread, Math.abs(at)); round++) {
    const now = { at, miss: miss(at) };
    if (now.miss > 0) high = at;
    else low = at;
    const secant = at - (now.miss * (at - before.at)) / (now.miss - before.miss);
    const held = secant > low && secant < high;
    before = now;
    at = held ? secant : Number.isFinite(low + high) ? (low + high) / 2 : at - Math.sign(now.miss) * spread;
    if (now.miss === 0) return now.at;
  }
  return at;
}

/** d for {@link cohensD} and `hedgesG`, which multiplies it. */
export function standardisedDifference(
  name: string,
  first: Sample | SampleSummary,
  second: Sample | SampleSummary,
  options: EffectSizeOptions,
  correction: (degreesOfFreedom: number) => number,
): EffectSizeResult {
  checkOptions(name, options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  const [a, b] = summariesOf(name, first, second);
  const degreesOfFreedom = a.n + b.n - 2;
  const about = { n: [a.n, b.n], missing: [a.missing, b.missing] } as const;
  const nothing = {
    value: null,
    standardError: null,
    interval: null,
    degreesOfFreedom: null,
    magnitude: null,
    ...about,
  };
  if (a.n === 0 || b.n === 0 || !(degreesOfFreedom > 0)) return nothing;
  const squares = (a.n - 1) * a.standardDeviation ** 2 + (b.n - 1) * b.standardDeviation ** 2;
  if (!(squares > 0)) return nothing;
  const plain = (a.mean - b.mean) / Math.sqrt(squares / degreesOfFreedom);
  const known = 1 / a.n + 1 / b.n;
  const j = correction(degreesOfFreedom);
  const t = plain / Math.sqrt(known);
  const end = (tail: "lower" | "upper"): number =>
    j * Math.sqrt(known) * noncentralityWith(t, degreesOfFreedom, (1 - level) / 2, tail);
  return {
    value: j * plain,
    standardError: j * Math.hypot(Math.sqrt(known), plain / Math.sqrt(2 * (a.n + b.n))),
    interval: { low: end("upper"), high: end("lower"), level },
    degreesOfFreedom,
    magnitude: magnitudeOf(j * plain),
    ...about,
  };
}

/**
 * Cohen's d: the difference of two means in pooled standard deviations, so that differences on different scales compare.
 * In small samples d is too large on average; `hedgesG` is not.
 *
 * @param x The first sample: values, of which null, undefined and NaN are missing, or its mean, standard deviation (with n − 1) and
 * size.
 * @param y The second sample.
 * @param options The confidence level.
 * @returns d with its standard error, and the exact interval for normal values (by the noncentral t distribution). Null where
 * a sample is empty, there are fewer than three values in all, or they do not vary.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index), or the figures
 * are those of no sample; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { cohensD } from "cxkit";
 *
 * const now = { mean: 103, standardDeviation: 5.5, n: 50 };
 * cohensD(now, { mean: 100, standardDeviation: 4.5, n: 50 }); // => { value: 0.597…, magnitude: "medium", … }
 * ```
 *
 * @see Cohen (1988), "Statistical Power Analysis for the Behavioral Sciences"; interval: Steiger and Fouladi (1997); standard
 * error: Borenstein, Hedges, Higgins and Rothstein (2009), "Introduction to Meta-Analysis", chapter 4.
 */
export function cohensD(
  x: Sample | SampleSummary,
  y: Sample | SampleSummary,
  options: EffectSizeOptions = {},
): EffectSizeResult {
  return standardisedDifference("cohensD", x, y, options, () => 1);
}
