import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkFlags } from "./checkFlags.js";
import { fCdf } from "./fCdf.js";
import { knownGroups, type Sample } from "./knownNumbers.js";
import { type SampleMoments, sampleMoments } from "./sampleMoments.js";

/** Options of {@link analysisOfVariance}. */
export interface AnalysisOfVarianceOptions {
  /** Whether all groups are taken to vary alike, as Fisher's classical test does. @defaultValue false */
  readonly equalVariances?: boolean;
}

/** The result of {@link analysisOfVariance}. */
export interface AnalysisOfVarianceResult {
  /** F; null where it cannot be told, or is infinite. */
  readonly statistic: number | null;
  /** Between and within groups; null where they cannot be told. */
  readonly degreesOfFreedom: readonly [number, number] | null;
  /** Null where there are too few groups or values, or where they do not vary. */
  readonly pValue: number | null;
  /** The share of the whole variation that lies between the groups, 0–1; null where there is none. */
  readonly etaSquared: number | null;
  /** The mean of each group, in the order of the groups; null for an empty one. */
  readonly means: readonly (number | null)[];
  /** How many values in all. */
  readonly n: number;
  /** How many values are missing. */
  readonly missing: number;
}

type Test = Pick<AnalysisOfVarianceResult, "statistic" | "degreesOfFreedom" | "pValue">;
const nothing: Test = { statistic: null, degreesOfFreedom: null, pValue: null };

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function tested(statistic: number, between: number, within: number): Test {
  const pValue = fCdf(statistic, between, within, "upper");
  return { statistic: Number.isFinite(statistic) ? statistic : null, degreesOfFreedom: [between, within], pValue };
}

/** Welch's F: each group weighs as its mean is known. */
function welch(groups: readonly SampleMoments[]): Test {
  const k = groups.length;
  const weights = groups.map(({ n, variance }) => (variance === null || variance === 0 ? Number.NaN : n / variance));
  const all = total(weights);
  if (!Number.isFinite(all)) return nothing;
  const centre = total(groups.map(({ offset }, i) => offset * ((weights[i] as number) / all)));
  const spread = total(groups.map(({ n }, i) => (1 - (weights[i] as number) / all) ** 2 / (n - 1))) / (k * k - 1);
  const between = total(groups.map(({ offset }, i) => (weights[i] as number) * (offset - centre) ** 2)) / (k - 1);
  return tested(between / (1 + 2 * (k - 2) * spread), k - 1, 1 / (3 * spread));
}

/**
 * Tests whether several independent groups have one mean: Welch's form, for which the groups need not vary alike, or
 * Fisher's classical form.
 *
 * @param groups The values of each group, in one unit; null, undefined and NaN are missing. Empty groups count for nothing.
 * @param options Which form.
 * @returns F, its degrees of freedom, the p-value of no difference, and eta², the share of the variation that lies between
 * the groups. Null where it cannot be told: fewer than two groups, for Welch's form a group of fewer than two values or
 * without variation, for Fisher's no variation within groups at all.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number of at most 1e140 (with its index),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { analysisOfVariance } from "cxkit";
 *
 * const groups = [[2.9, 3, 2.5, 2.6, 3.2], [3.8, 2.7, 4, 2.4], [2.8, 3.4, 3.7, 2.2, 2]];
 * analysisOfVariance(groups); // => { statistic: 0.3919…, pValue: 0.693…, etaSquared: 0.0924…, … }
 * analysisOfVariance(groups, { equalVariances: true }); // => { statistic: 0.5600…, pValue: 0.586…, … }
 * ```
 *
 * @see Welch (1951), Biometrika 38, 330–336; Fisher (1925), "Statistical Methods for Research Workers", chapter 7.
 */
export function analysisOfVariance(
  groups: readonly Sample[],
  options: AnalysisOfVarianceOptions = {},
): AnalysisOfVarianceResult {
  checkOptions("analysisOfVariance", options, ["equalVariances"]);
  const { equalVariances = false } = options;
  checkFlags("analysisOfVariance", { equalVariances });
  const given = knownGroups("analysisOfVariance", groups);
  const missing = total(given.map((group) => group.missing));
  const origin = given.find(({ values }) => values.length > 0)?.values[0];
  const moments = given.map(({ values }) => (values.length === 0 ? null : sampleMoments(values, origin)));
  const known = moments.filter((each) => each !== null);
  const n = total(known.map((each) => each.n));
  const means = moments.map((each) => each?.mean ?? null);
  if (known.length === 0) return { ...nothing, etaSquared: null, means, n, missing };
  const centre = total(known.map((each) => each.offset * (each.n / n)));
  const between = total(known.map((each) => each.n * (each.offset - centre) ** 2));
  const within = total(known.map((each) => (each.variance ?? 0) * (each.n - 1)));
  // What rounding leaves between equal means is no variation.
  const varies = between + within > n * (4 * Number.EPSILON * (centre + (origin ?? 0))) ** 2;
  const etaSquared = varies ? between / (between + within) : null;
  const k = known.length;
  if (k < 2) return { ...nothing, etaSquared, means, n, missing };
  if (!equalVariances) return { ...welch(known), etaSquared, means, n, missing };
  if (n <= k || within === 0) return { ...nothing, etaSquared, means, n, missing };
  return { ...tested(between / (k - 1) / (within / (n - k)), k - 1, n - k), etaSquared, means, n, missing };
}
