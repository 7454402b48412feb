import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { adjustedRandIndex } from "../../stats/adjustedRandIndex.js";
import { seededRandom } from "../../stats/seededRandom.js";
import { type Features, featurePoints } from "../features/featurePoints.js";
import { bestPartition } from "./bestPartition.js";
import { clusterPoints, stoppingFor } from "./clusterPoints.js";
import { type ClusterOptions, checkWhole, clusterOptions, clusterSettings } from "./clusterSettings.js";
import { drawSample } from "./drawSample.js";
import { pickPoints } from "./points.js";

/** Options of {@link segmentStability}. */
export interface SegmentStabilityOptions<Row> extends ClusterOptions<Row> {
  /** How many clusters, at least 1. */
  readonly k: number;
  /** How often rows are drawn again. @defaultValue 50 */
  readonly rounds?: number;
  /** `bootstrap`: as many rows as there are, with replacement; `subsample`: half of them, none twice. @defaultValue "bootstrap" */
  readonly method?: "bootstrap" | "subsample";
}

/**
 * What a stability says, where there are at least ten rows for each cluster: from 0.85 the segment is found again nearly always, from 0.75 it is stable; from 0.6 there is something, but
 * who belongs to it is doubtful; below, it is not to be trusted.
 */
export type StabilityReading = "highly stable" | "stable" | "doubtful" | "not to be trusted";

/** How stable one cluster is. */
export interface ClusterStability {
  /** Its number in the result of `kMeans` with the same options. */
  readonly cluster: number;
  readonly size: number;
  /** The mean over the rounds of its Jaccard coefficient with the cluster that is most like it, 0–1. */
  readonly jaccard: number | null;
  /** The share of rounds in which it was found again: a coefficient above 0.75. */
  readonly recovered: number | null;
  /** The share of rounds in which it fell apart: a coefficient of at most 0.5. */
  readonly dissolved: number | null;
  readonly reading: StabilityReading | null;
}

/** The result of {@link segmentStability}. */
export interface SegmentStabilityResult {
  /** The mean adjusted Rand index of the clusters with those of the rounds: 1 for the same, 0 for chance; null where there is none. */
  readonly adjustedRandIndex: number | null;
  /** The index of each round. */
  readonly adjustedRandIndices: readonly number[];
  /** By number. */
  readonly clusters: readonly ClusterStability[];
  /** That of the least stable cluster. */
  readonly reading: StabilityReading | null;
  readonly rounds: number;
  /** Rounds that drew fewer different rows than there are clusters; they count for nothing. */
  readonly undefinedRounds: number;
  readonly n: number;
  /** Rows left out because a feature is missing. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** With fewer rows for each cluster, draws agree because so little is left to differ. */
const fewestRows = 10;

function readingOf(jaccard: number | null, rowsPerCluster: number): StabilityReading | null {
  if (jaccard === null || rowsPerCluster < fewestRows) return null;
  return jaccard >= 0.85
    ? "highly stable"
    : jaccard >= 0.75
      ? "stable"
      : jaccard >= 0.6
        ? "doubtful"
        : "not to be trusted";
}

/** For each cluster its best Jaccard coefficient with any of the others; null for one without points. */
function bestJaccards(labels: Int32Array, others: Int32Array, k: number): (number | null)[] {
  const [sizes, otherSizes, both] = [new Int32Array(k), new Int32Array(k), new Int32Array(k * k)];
  labels.forEach((label, point) => {
    const other = others[point] as number;
    sizes[label] = (sizes[label] as number) + 1;
    otherSizes[other] = (otherSizes[other] as number) + 1;
    both[label * k + other] = (both[label * k + other] as number) + 1;
  });
  return Array.from(sizes, (size, label) => {
    if (size === 0) return null;
    const coefficients = Array.from(otherSizes, (otherSize, other) => {
      const shared = both[label * k + other] as number;
      return shared / (size + otherSize - shared);
    });
    return Math.max(...coefficients);
  });
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Draws of rows: places of points, each once, as a bootstrap sample counts each as often as it was drawn but compares it once. */
function drawer(n: number, method: "bootstrap" | "subsample", random: () => number): () => Uint32Array {
  if (method === "subsample") return () => drawSample(n, Math.ceil(n / 2), random);
  return () => new Uint32Array(n).map(() => Math.floor(random() * n)).sort();
}

/**
 * Whether the clusters of `kMeans` would be found again in other customers of the same kind: draws rows again and again, clusters
 * each draw, and compares with the clusters of all rows.
 *
 * Clusters that are not stable are made by chance, and no ground to treat customers differently. Stable ones need not be real: two
 * halves of one long cloud are stable too, so look at `silhouette` as well.
 *
 * @param rows Any rows with `features`, or lists of numbers; rows that lack a feature are left out.
 * @param options As for `kMeans`, and how rows are drawn. The scaling is that of all rows.
 * @returns How well the whole and each cluster are found again, over the rows of each draw, each row once. Cost is that of `kMeans`
 * in each round.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or k is greater than the number of rows that are different;
 * `invalid-value` when a feature of a row is no number (with the row).
 *
 * @example
 * ```ts
 * import { segmentStability } from "cxkit";
 *
 * // Thirty customers around each of three points.
 * const rows = Array.from({ length: 90 }, (_, i) => [
 *   5 * (i % 3) + ((i * 7) % 10) / 5,
 *   (i % 3 === 1 ? 9 : 0) + ((i * 3) % 11) / 5,
 * ]);
 * segmentStability(rows, { k: 3 }); // => { adjustedRandIndex: 1, reading: "highly stable", … }
 * segmentStability(rows, { k: 5 }).reading; // => "doubtful"
 * ```
 *
 * @see Hennig (2007), Computational Statistics and Data Analysis 52, 258–271, whose bounds the words are; Hubert and Arabie (1985),
 * Journal of Classification 2, 193–218.
 */
export function segmentStability<Row extends ArrayLike<number | boolean | null | undefined>>(
  rows: Iterable<Row>,
  options: SegmentStabilityOptions<Row>,
): SegmentStabilityResult;
export function segmentStability<Row>(
  rows: Iterable<Row>,
  options: SegmentStabilityOptions<Row> & { readonly features: Features<Row> },
): SegmentStabilityResult;
export function segmentStability<Row>(
  rows: Iterable<Row>,
  options: SegmentStabilityOptions<Row>,
): SegmentStabilityResult {
  checkOptions("segmentStability", options, [...clusterOptions, "k", "rounds", "method"]);
  const { k, rounds = 50, method = "bootstrap" } = options;
  checkWhole("segmentStability", "k", k, 1);
  checkWhole("segmentStability", "rounds", rounds, 1);
  checkChoice("method", method, ["bootstrap", "subsample"]);
  const settings = clusterSettings("segmentStability", options);
  const points = featurePoints("segmentStability", rows, options);
  const { n, missing, invalid } = points;
  const about = { rounds, n, missing, invalid };
  if (n === 0) {
    return {
      adjustedRandIndex: null,
      adjustedRandIndices: [],
      clusters: [],
      reading: null,
      undefinedRounds: 0,
      ...about,
    };
  }
  const { labels, sizes } = clusterPoints("segmentStability", points, k, settings);
  const random = seededRandom(settings.seed);
  const draw = drawer(n, method, random);
  const indices: number[] = [];
  const jaccards: number[][] = Array.from(sizes, () => []);
  let undefinedRounds = 0;
  for (let round = 0; round < rounds; round++) {
    const drawn = draw();
    const again = bestPartition(pickPoints(points, drawn), k, {
      ...stoppingFor(points, settings),
      starts: settings.starts,
      random,
    });
    if (again === null) {
      undefinedRounds++;
      continue;
    }
    const once = Uint32Array.from(drawn.keys()).filter((place) => drawn[place] !== drawn[place - 1]);
    const before = Int32Array.from(once, (place) => labels[drawn[place] as number] as number);
    const after = Int32Array.from(once, (place) => again.labels[place] as number);
    const index = adjustedRandIndex(before, after);
    if (index !== null) indices.push(index);
    for (const [cluster, jaccard] of bestJaccards(before, after, k).entries()) {
      if (jaccard !== null) jaccards[cluster]?.push(jaccard);
    }
  }
  const clusters = jaccards.map((found, cluster): ClusterStability => {
    const jaccard = meanOf(found);
    return {
      cluster,
      size: sizes[cluster] as number,
      jaccard,
      recovered: meanOf(found.map((one) => Number(one > 0.75))),
      dissolved: meanOf(found.map((one) => Number(one <= 0.5))),
      reading: readingOf(jaccard, n / k),
    };
  });
  const known = clusters.flatMap(({ jaccard }) => (jaccard === null ? [] : [jaccard]));
  return {
    adjustedRandIndex: meanOf(indices),
    adjustedRandIndices: indices,
    clusters,
    reading: known.length === 0 ? null : readingOf(Math.min(...known), n / k),
    undefinedRounds,
    ...about,
  };
}
