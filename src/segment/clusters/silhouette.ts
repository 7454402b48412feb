import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { GroupKey } from "../../metric/group.js";
import { seededRandom } from "../../stats/seededRandom.js";
import { rowList } from "../features/featureColumns.js";
import { type FeaturePoints, featurePoints, type PointOptions, pointOptions } from "../features/featurePoints.js";
import { checkWhole } from "./clusterSettings.js";
import { drawSample } from "./drawSample.js";
import { pickPoints } from "./points.js";
import { silhouetteWidths } from "./silhouetteWidths.js";

/** Options of {@link silhouette}. */
export interface SilhouetteOptions<Row> extends PointOptions<Row> {
  /** Of how many rows to find the silhouette, drawn by chance; each is still held against all rows. @defaultValue all rows */
  readonly sample?: number;
  /** Where the draw of the sample starts, a whole number. @defaultValue 1 */
  readonly seed?: number;
}

/** The usual word for a mean silhouette: above 0.7 strong, above 0.5 reasonable, above 0.25 weak, else none. */
export type ClusterStructure = "strong" | "reasonable" | "weak" | "none";

/** The silhouette of one cluster. */
export interface ClusterSilhouette {
  readonly cluster: string | number | boolean;
  readonly size: number;
  /** −1 to 1; null where there is but one cluster, or none of its rows was drawn. */
  readonly mean: number | null;
}

/** The result of {@link silhouette}. */
export interface SilhouetteResult {
  /** −1 to 1; null where there are fewer than two clusters. */
  readonly mean: number | null;
  readonly structure: ClusterStructure | null;
  /** What drawing a sample makes uncertain of the mean; 0 without a sample, null for fewer than two rows. */
  readonly standardError: number | null;
  /** Sorted as `groupBy` sorts. */
  readonly clusters: readonly ClusterSilhouette[];
  /** For each row its own; null for a row that was left out or not drawn. */
  readonly points: readonly (number | null)[];
  /** How many rows are in clusters. */
  readonly n: number;
  /** Rows left out because they have no cluster, or a feature is missing. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** Names the structure that a mean silhouette speaks of. */
export function structureOf(mean: number | null): ClusterStructure | null {
  if (mean === null) return null;
  return mean > 0.7 ? "strong" : mean > 0.5 ? "reasonable" : mean > 0.25 ? "weak" : "none";
}

/** The mean, and the standard error that a sample without replacement out of n has. */
export function meanOfSample(values: Float64Array, n: number): { mean: number; standardError: number | null } {
  const size = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: size < 2 ? null : Math.sqrt((squares / (size - 1) / size) * (1 - size / n)) };
}

/** The points that have a cluster, with its place among the clusters that occur. */
function labelled(points: FeaturePoints, assignments: ArrayLike<GroupKey | undefined>) {
  const labelOf = (point: number): GroupKey => assignments[points.rowOf[point] as number] ?? null;
  const kept = Uint32Array.from({ length: points.n }, (_, point) => point).filter(
    (point) => !isMissing(labelOf(point)),
  );
  const clusters = [...new Set(Array.from(kept, labelOf))].sort(compareKeys);
  const places = new Map(clusters.map((cluster, place) => [cluster, place]));
  return { kept, clusters, labels: Int32Array.from(kept, (point) => places.get(labelOf(point)) ?? 0) };
}

/**
 * How well rows lie in their clusters: near 1 where a row is much closer to its own than to the next, 0 on the border, negative where
 * it would be better off in the other one. Whether there are any clusters is what the mean says.
 *
 * @param rows Any rows with `features`, or lists of numbers, as they were given to `kMeans`.
 * @param assignments The cluster of each row, from `kMeans` or elsewhere; null, undefined and NaN where a row has none.
 * @param options The features and their scaling (as they were for the clusters), and a sample.
 * @returns The silhouette of all rows, of each cluster and of each row; 0 for a row that is alone in its cluster. Exact, at a cost
 * that grows with the square of the rows, or with `sample` times the rows: use a sample for more than some 10,000 rows.
 * @throws A {@link CxError} `invalid-option` when there is not one assignment for each row, or an option is wrong; `invalid-value`
 * when a feature of a row is no number (with the row).
 *
 * @example
 * ```ts
 * import { silhouette } from "cxkit";
 *
 * const waits = [[1], [2], [3], [20], [22], [60]];
 * const result = silhouette(waits, [0, 0, 0, 1, 1, 2]);
 * result.mean; // => 0.762…
 * result.clusters; // => [{ cluster: 0, size: 3, mean: 0.92… }, { cluster: 1, mean: 0.8…, … }, { cluster: 2, mean: 0, … }]
 * ```
 *
 * @see Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65; words: Kaufman and Rousseeuw (1990), "Finding
 * Groups in Data", chapter 2.
 */
export function silhouette<Row>(
  rows: Iterable<Row>,
  assignments: ArrayLike<string | number | boolean | null | undefined>,
  options: SilhouetteOptions<Row> = {},
): SilhouetteResult {
  checkOptions("silhouette", options, [...pointOptions, "sample", "seed"]);
  const { sample = Number.MAX_SAFE_INTEGER, seed = 1 } = options;
  checkWhole("silhouette", "sample", sample, 1);
  const random = seededRandom(seed);
  const all = rowList(rows);
  if (assignments?.length !== all.length) {
    const requirement = `silhouette requires ${all.length} assignments, one for each row`;
    throw new CxError("invalid-option", requirement, assignments?.length);
  }
  const points = featurePoints("silhouette", all, options);
  const { kept, clusters, labels } = labelled(points, assignments);
  const n = kept.length;
  const which = drawSample(n, Math.min(sample, n), random);
  const measurable = clusters.length >= 2;
  const widths = measurable
    ? silhouetteWidths(pickPoints(points, kept), labels, clusters.length, which)
    : new Float64Array();
  const own = new Array<number | null>(all.length).fill(null);
  widths.forEach((width, place) => {
    own[points.rowOf[kept[which[place] as number] as number] as number] = width;
  });
  const { mean, standardError } = measurable ? meanOfSample(widths, n) : { mean: null, standardError: null };
  return {
    mean,
    structure: structureOf(mean),
    standardError,
    clusters: clusters.map((cluster, code) => {
      const those = widths.filter((_, place) => labels[which[place] as number] === code);
      return {
        cluster: cluster as string | number | boolean,
        size: labels.filter((label) => label === code).length,
        mean: those.length === 0 ? null : meanOfSample(those, n).mean,
      };
    }),
    points: own,
    n,
    missing: all.length - n - points.invalid,
    invalid: points.invalid,
  };
}
