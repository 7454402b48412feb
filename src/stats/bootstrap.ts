import { checkChoice, checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import { jackknifeAcceleration } from "./jackknifeAcceleration.js";
import { normalCdf } from "./normalCdf.js";
import { normalQuantile } from "./normalQuantile.js";
import { powerOfTwoScale } from "./powerOfTwoScale.js";
import { quantileOfSorted } from "./quantile.js";
import { seededRandom } from "./seededRandom.js";

/** Options of {@link bootstrap}. */
export interface BootstrapOptions<Row> {
  /**
   * `percentile`: the middle of the replicates; `bca`: the same, corrected for bias and for a standard error that changes with
   * the value, at the cost of one more replicate for each row (at most 1000). @defaultValue "percentile"
   */
  readonly method?: "percentile" | "bca";
  /** How many samples are drawn, at least 2. @defaultValue 2000, for `bca` 5000 */
  readonly replicates?: number;
  /** The confidence level of the interval, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** A whole number; the same seed gives the same result on every machine. @defaultValue 1 */
  readonly seed?: number;
  /** Which rows belong together, such as all answers of a customer: they are drawn together. By default each row alone. */
  readonly cluster?: (row: Row) => string | number;
}

/** The result of {@link bootstrap}. */
export interface BootstrapResult {
  /** The statistic of all rows; null where it has none. */
  readonly value: number | null;
  /** Null where the statistic has no value, there are fewer than two rows (or clusters), or no two replicates differ. */
  readonly interval: Interval | null;
  /** The standard deviation of the replicates. */
  readonly standardError: number | null;
  /** The mean of the replicates minus the value. */
  readonly bias: number | null;
  /** How fast the standard error changes with the value; null unless `bca` was asked for and could be told. */
  readonly acceleration: number | null;
  /** How many samples were drawn. */
  readonly replicates: number;
  /** Of how many of these the statistic was null or no number of at most 1e300; they are in no figure. */
  readonly undefinedReplicates: number;
  /**
   * How the interval was made: `percentile` although `bca` was asked for where all replicates lie on one side of the value, or
   * the statistic has no value without some row.
   */
  readonly method: "percentile" | "bca";
  /** How many rows, or clusters of rows, were drawn from. */
  readonly n: number;
}

/** Rows by what they have in common. */
function clustersOf<Row>(rows: readonly Row[], cluster: (row: Row) => string | number): Row[][] {
  const clusters = new Map<string | number, Row[]>();
  for (const row of rows) {
    const key = cluster(row);
    const rowsOfKey = clusters.get(key);
    if (rowsOfKey === undefined) clusters.set(key, [row]);
    else rowsOfKey.push(row);
  }
  return Array.from(clusters.values());
}

/** Puts the rows that were drawn, or those of the clusters that were, into one list that is used again and again. */
function sampler<Row>(rows: readonly Row[], clusters: readonly Row[][] | null): (drawn: Uint32Array) => Row[] {
  const sample: Row[] = [];
  return (drawn) => {
    if (clusters === null) {
      sample.length = drawn.length;
      for (let place = 0; place < drawn.length; place++) sample[place] = rows[drawn[place] as number] as Row;
    } else {
      sample.length = 0;
      for (const i of drawn) for (const row of clusters[i] as Row[]) sample.push(row);
    }
    return sample;
  };
}

/** The share of the sorted replicates below each end of the interval, by Efron's formula; null where it breaks down. */
function correctedShares(
  sorted: Float64Array,
  value: number,
  acceleration: number,
  z: number,
): readonly [number, number] | null {
  let twice = 0;
  for (const replicate of sorted) twice += replicate < value ? 2 : replicate === value ? 1 : 0;
  const below = twice / (2 * sorted.length);
  if (below === 0 || below === 1) return null;
  const shift = normalQuantile(below);
  const ends = [shift - z, shift + z].map((end) => ({ end, stretch: 1 - acceleration * end }));
  if (!ends.every(({ stretch }) => stretch > 0)) return null;
  const [low, high] = ends.map(({ end, stretch }) => normalCdf(shift + end / stretch));
  return [low as number, high as number];
}

/**
 * The uncertainty of any statistic, by drawing samples out of the sample: for medians, ratios, and whatever has no formula.
 * Not for maxima and minima, and hardly for fewer than eight rows.
 *
 * @param rows The rows.
 * @param statistic The figure of some rows; null (or no finite number of at most 1e300) where there is none. Its argument is filled
 * anew for each sample: it may sort it, but not keep it.
 * @param options The method, how many samples, the level, the seed, and which rows are drawn together.
 * @returns The statistic with its interval, standard error and bias.
 * @throws A {@link CxError} `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { bootstrap, quantile } from "cxkit";
 *
 * const days = [3, 8, 1, 12, 5, 2, 30, 4, 6, 2, 9, 7];
 * const result = bootstrap(days, (sample) => quantile(sample, 0.5), { seed: 7 });
 * result; // => { value: 5.5, replicates: 2000, undefinedReplicates: 0, method: "percentile", n: 12, … }
 * ```
 *
 * @see Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapters 13 and 14.
 */
export function bootstrap<Row>(
  rows: Iterable<Row>,
  statistic: (sample: Row[]) => number | null,
  options: BootstrapOptions<Row> = {},
): BootstrapResult {
  checkOptions("bootstrap", options, ["method", "replicates", "level", "seed", "cluster"]);
  const { method: wanted = "percentile", level = 0.95, seed = 1, cluster } = options;
  checkChoice("method", wanted, ["percentile", "bca"]);
  const { replicates = wanted === "bca" ? 5000 : 2000 } = options;
  if (!(Number.isSafeInteger(replicates) && replicates >= 2)) {
    throw new CxError("invalid-option", "bootstrap requires a whole number of at least two replicates", replicates);
  }
  if (typeof Object(rows)[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "bootstrap requires rows that can be gone through", rows);
  }
  checkReader("bootstrap", statistic);
  if (cluster !== undefined) checkReader("bootstrap", cluster);
  const z = criticalValue(level);
  const random = seededRandom(seed);
  const all = Array.from(rows);
  const clusters = cluster === undefined ? null : clustersOf(all, cluster);
  const n = clusters?.length ?? all.length;
  const sampleOf = sampler(all, clusters);
  const statisticOf = (drawn: Uint32Array): number | null => {
    const value = statistic(sampleOf(drawn));
    return typeof value === "number" && Math.abs(value) <= 1e300 ? value : null;
  };

  const nothing = { standardError: null, bias: null, interval: null, acceleration: null, method: wanted, n };
  const drawn = new Uint32Array(n).map((_, i) => i);
  const value = n === 0 ? null : statisticOf(drawn);
  if (value === null || n < 2) return { value, ...nothing, replicates: 0, undefinedReplicates: 0 };
  const known: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random() * n);
    const one = statisticOf(drawn);
    if (one !== null) known.push(one);
  }
  const counts = { replicates, undefinedReplicates: replicates - known.length };
  if (known.length < 2) return { value, ...nothing, ...counts };
  const sorted = Float64Array.from(known).sort();
  const scale = powerOfTwoScale(known);
  const offs = known.map((one) => one / scale - value / scale);
  const bias = offs.reduce((sum, off) => sum + off, 0) / known.length;
  const squares = offs.reduce((sum, off) => sum + (off - bias) ** 2, 0);
  const standardError = scale * Math.sqrt(squares / (known.length - 1));
  const acceleration = wanted === "bca" ? jackknifeAcceleration(n, statisticOf, random) : null;
  const corrected = acceleration === null ? null : correctedShares(sorted, value, acceleration, z);
  const [low, high] = corrected ?? [(1 - level) / 2, (1 + level) / 2];
  const varies = sorted[0] !== sorted.at(-1);
  return {
    value,
    interval: varies ? { low: quantileOfSorted(sorted, low, 6), high: quantileOfSorted(sorted, high, 6), level } : null,
    standardError: varies ? standardError : 0,
    bias: varies ? scale * bias : (sorted[0] as number) - value,
    acceleration,
    ...counts,
    method: corrected === null ? "percentile" : "bca",
    n,
  };
}
