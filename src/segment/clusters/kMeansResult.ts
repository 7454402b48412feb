import type { CustomerId } from "../../kpi/customerMetric.js";
import type { PointFeature } from "../features/featurePoints.js";
import type { FeatureScaling } from "../features/featureScale.js";

/** Customers with the cluster that they are in, as `segmentOf` takes them. */
export interface ClusteredCustomers {
  /**
   * One entry for each row with a customer: the segment is "cluster 0" and so on, null for a row that was left out. None unless
   * `customer` is given.
   */
  readonly customers: readonly { readonly customer: CustomerId; readonly segment: string | null }[];
  /** Rows without a customer; 0 unless `customer` is given. */
  readonly missingCustomers: number;
}

/** What `assignToCenters` needs to know of a {@link KMeansResult}. */
export interface KMeansModel {
  /** One centre for each cluster, in the units of the features. */
  readonly centers: readonly (readonly number[])[];
  /** How features were made comparable. */
  readonly scaling: FeatureScaling;
  /** The features, in the order of the coordinates of a centre, with the scale of each. */
  readonly features: readonly PointFeature[];
}

/**
 * Something to know about a {@link KMeansResult}.
 *
 * | code | says |
 * |---|---|
 * | `no-rows` | no row holds all features: there are no clusters |
 * | `few-rows` | there are fewer than 10 rows for each cluster |
 * | `constant` | these features are the same in all rows, and tell nothing apart |
 * | `unequal-scales` | unscaled, these features vary so much more than others (ten times the variance) that they decide alone |
 * | `one-line` | the centres of three or more clusters lie on one line (95 % of what is between them): steps of one scale, not kinds |
 * | `not-converged` | points still changed their cluster when the most iterations were reached |
 */
export interface KMeansNote {
  readonly code: "no-rows" | "few-rows" | "constant" | "unequal-scales" | "one-line" | "not-converged";
  /** The features that it is about; none where it is about all. */
  readonly features: readonly string[];
}

/** The result of `kMeans`. */
export interface KMeansResult extends KMeansModel, ClusteredCustomers {
  /** For each row its cluster, a place in `centers`; null for a row that was left out. */
  readonly assignments: readonly (number | null)[];
  /** How many rows are in each cluster. */
  readonly sizes: readonly number[];
  /**
   * The squared distances of rows to their centres, summed; of scaled features where there is a scaling. Null without rows, and so
   * are all the other sums.
   */
  readonly inertia: number | null;
  /** The inertia of each cluster. */
  readonly inertias: readonly number[];
  /** The squared distances of rows to the centre of all. */
  readonly total: number | null;
  /** The total less the inertia. */
  readonly between: number | null;
  /** The share of the total that lies between clusters, 0–1; null where all rows are the same. */
  readonly explained: number | null;
  readonly k: number;
  /** How many rows are in clusters. */
  readonly n: number;
  /** Rows left out because a feature is missing. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** How often points were assigned in the start that is kept. */
  readonly iterations: number;
  /** Whether that start ended by itself. */
  readonly converged: boolean;
  readonly starts: number;
  /** How many of the starts ended as well as the best: where it is one of many, more starts may find better. */
  readonly agreeingStarts: number;
  /** Where the draws started; null where the centres were given. */
  readonly seed: number | null;
  readonly notes: readonly KMeansNote[];
}
