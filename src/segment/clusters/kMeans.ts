import { checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import { rowList } from "../features/featureColumns.js";
import { type Features, featurePoints, isEncoding } from "../features/featurePoints.js";
import { leastFor, unscaled } from "../features/featureScale.js";
import { clusteredCustomers } from "./clusteredCustomers.js";
import { clusterFrom, clusterPoints } from "./clusterPoints.js";
import { type ClusterOptions, checkWhole, clusterOptions, clusterSettings } from "./clusterSettings.js";
import { kMeansNotes } from "./kMeansNotes.js";
import type { KMeansResult } from "./kMeansResult.js";
import { totalOfSquares } from "./points.js";

/** Options of {@link kMeans}. */
export interface KMeansOptions<Row> extends ClusterOptions<Row> {
  /** How many clusters, at least 1. */
  readonly k: number;
  /**
   * Where the clusters begin, one list for each in the units of the features: there is one start then, and `seed` and `starts` have
   * no say. @defaultValue drawn out of the rows
   */
  readonly centers?: readonly (readonly number[])[];
  /** The customer of a row, of whom there is one row: then `segmentOf` takes the result. */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
}

/** Refuses centres that are not k lists of numbers which the scaling allows. */
function checkCenters(centers: readonly (readonly number[])[], k: number, least: number): void {
  if (!(Array.isArray(centers) && centers.length === k)) {
    throw new CxError("invalid-option", `kMeans requires ${k} centers, as many as k`, Object(centers).length);
  }
  for (const center of centers) {
    if (!(Array.isArray(center) && center.every((value) => Number.isFinite(value) && value >= least))) {
      throw new CxError("invalid-option", "kMeans requires centers of numbers that features may have", String(center));
    }
  }
}

/**
 * Groups rows that are like each other: k clusters, each around a centre, such that the squared distances of rows to the centre of
 * their cluster are as small as can be found.
 *
 * Distances add up over features, so a feature in cents outweighs the same in euros a hundred times: unless all features have one
 * unit, give a `scaling` or rows from `encode`. Clusters are found in any data, also where there are none: look at `silhouette`,
 * `chooseK` and `segmentStability` before giving them names.
 *
 * @param rows Any rows with `features`, or lists of numbers. A row that lacks a feature is left out, and counted.
 * @param options `k`, the features and their scaling, and how to go about it.
 * @returns The cluster of each row, and the centres in the units of the features (of `log1p` and other scalings turned back).
 * Clusters are numbered from the largest to the smallest; where `centers` are given, as these. Each row is at its nearest centre.
 * Cost grows with the rows, times k, times the iterations, times the starts.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or k is greater than the number of rows that are different;
 * `invalid-value` when a feature of a row is no number (with the row), or a customer has two rows.
 *
 * @example
 * ```ts
 * import { kMeans } from "cxkit";
 *
 * const visitors = [
 *   { who: "ann", visits: 1, spend: 20 },
 *   { who: "bob", visits: 2, spend: 35 },
 *   { who: "cat", visits: 30, spend: 900 },
 *   { who: "dan", visits: 28, spend: 750 },
 *   { who: "eve", visits: 2, spend: 15 },
 *   { who: "fay", visits: 3, spend: null },
 * ];
 * const result = kMeans(visitors, {
 *   k: 2,
 *   features: { visits: (row) => row.visits, spend: (row) => row.spend },
 *   scaling: "standard",
 *   customer: (row) => row.who,
 * });
 * result.assignments; // => [0, 0, 1, 1, 0, null]
 * result.centers; // => [[1.666…, 23.333…], [29, 825]]
 * result.explained; // => 0.9911…
 * result.customers[2]; // => { customer: "cat", segment: "cluster 1" }
 * ```
 *
 * @see Lloyd (1982), IEEE Transactions on Information Theory 28, 129–137; seeds: Arthur and Vassilvitskii (2007), "k-means++",
 * SODA, 1027–1035; each start is then improved by single exchanges: Hartigan (1975), "Clustering Algorithms", chapter 4.
 */
export function kMeans<Row extends ArrayLike<number | boolean | null | undefined>>(
  rows: Iterable<Row>,
  options: KMeansOptions<Row>,
): KMeansResult;
export function kMeans<Row>(
  rows: Iterable<Row>,
  options: KMeansOptions<Row> & { readonly features: Features<Row> },
): KMeansResult;
export function kMeans<Row>(rows: Iterable<Row>, options: KMeansOptions<Row>): KMeansResult {
  checkOptions("kMeans", options, [...clusterOptions, "k", "centers", "customer"]);
  const { k, centers, features, scaling = "none", customer } = options;
  checkWhole("kMeans", "k", k, 1);
  if (centers !== undefined) checkCenters(centers, k, leastFor(scaling));
  if (customer !== undefined) checkReader("kMeans: customer", customer);
  const settings = clusterSettings("kMeans", options);
  const all = rowList(rows);
  const points = featurePoints("kMeans", all, options);
  const { n, dimensions, rowOf, missing, invalid } = points;
  const about = {
    scaling,
    features: points.features,
    k,
    n,
    missing,
    invalid,
    seed: centers === undefined ? settings.seed : null,
  };
  const assignments = new Array<number | null>(all.length).fill(null);
  if (n === 0) {
    return {
      assignments,
      centers: [],
      sizes: [],
      ...{ inertia: null, inertias: [], total: null, between: null, explained: null },
      ...about,
      ...{ iterations: 0, converged: true, starts: 0, agreeingStarts: 0 },
      ...clusteredCustomers("kMeans", all, assignments, customer),
      notes: [{ code: "no-rows", features: [] }],
    };
  }
  const total = totalOfSquares(points);
  const found =
    centers === undefined
      ? clusterPoints("kMeans", points, k, settings)
      : clusterFrom("kMeans", points, centers, settings);
  rowOf.forEach((row, point) => {
    assignments[row] = found.labels[point] as number;
  });
  const between = Math.max(0, total - found.inertia);
  return {
    assignments,
    centers: Array.from({ length: k }, (_, cluster) =>
      points.features.map((feature, place) => unscaled(found.centers[cluster * dimensions + place] as number, feature)),
    ),
    sizes: Array.from(found.sizes),
    inertia: found.inertia,
    inertias: Array.from(found.inertias),
    total,
    between,
    explained: total > 0 ? between / total : null,
    ...about,
    iterations: found.iterations,
    converged: found.converged,
    starts: centers === undefined ? settings.starts : 1,
    agreeingStarts: found.agreeing,
    ...clusteredCustomers("kMeans", all, assignments, customer),
    notes: kMeansNotes(points, found, scaling === "none" && !isEncoding(features)),
  };
}
