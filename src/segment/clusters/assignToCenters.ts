import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { rowList } from "../features/featureColumns.js";
import { type Features, featurePoints, isEncoding } from "../features/featurePoints.js";
import { type FeatureScale, scaled } from "../features/featureScale.js";
import { clusteredCustomers } from "./clusteredCustomers.js";
import type { ClusteredCustomers, KMeansModel } from "./kMeansResult.js";
import { nearestCenters } from "./nearestCenters.js";

/** Options of {@link assignToCenters}. */
export interface AssignToCentersOptions<Row> {
  /** As they were for `kMeans`: by the same names, or as many of them. @defaultValue the numbers of a row */
  readonly features?: Features<Row>;
  /** The customer of a row, of whom there is one row: then `segmentOf` takes the result. */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
  /** What becomes of a row with a value that is no number. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The result of {@link assignToCenters}. */
export interface CenterAssignments extends ClusteredCustomers {
  /** For each row its cluster, a place in the centres of the model; null for a row that was left out. */
  readonly assignments: readonly (number | null)[];
  /** How far each row is from its centre, of scaled features; null for a row that was left out. */
  readonly distances: readonly (number | null)[];
  /** How many rows have a cluster. */
  readonly n: number;
  /** Rows left out because a feature is missing. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** Features by name in the order of the model; lists as they are. */
function inOrder<Row>(model: KMeansModel, features: Features<Row> | undefined): Features<Row> | undefined {
  if (features === undefined || typeof features === "function" || Array.isArray(features) || isEncoding(features)) {
    return features;
  }
  const named = new Map(Object.entries(features));
  const ordered = model.features.flatMap(({ feature }) => {
    const read = named.get(feature);
    return read === undefined ? [] : [[feature, read] as const];
  });
  // Others are left where they are, so that the error is that of unequal features.
  return ordered.length === named.size ? Object.fromEntries(ordered) : features;
}

/**
 * The nearest centre of each row: puts new customers into clusters that were found before.
 *
 * @param model What `kMeans` gave, or the parts of it that are read: its centres, scaling and features. Plain data, so it may have
 * been stored as JSON.
 * @param rows Any rows with `features`, or lists of numbers; encoded ones must be encoded like those of the model.
 * @param options The features, by the names that the model has, and the customer.
 * @returns For each row its cluster, and how far it is from the centre: rows far from all centres are like none of the clusters.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, the model is none, or the features are not its own; `invalid-value`
 * when a feature of a row is no number (with the row), or a customer has two rows.
 *
 * @example
 * ```ts
 * import { assignToCenters, kMeans } from "cxkit";
 *
 * const visits = (row: { visits: number }) => row.visits;
 * const model = kMeans([{ visits: 1 }, { visits: 2 }, { visits: 2 }, { visits: 30 }], { k: 2, features: { visits } });
 * assignToCenters(model, [{ visits: 25 }, { visits: 3 }], { features: { visits } }).assignments; // => [1, 0]
 * ```
 */
export function assignToCenters<Row>(
  model: KMeansModel,
  rows: Iterable<Row>,
  options: AssignToCentersOptions<Row> = {},
): CenterAssignments {
  checkOptions("assignToCenters", options, ["features", "customer", "invalid"]);
  if (!(Array.isArray(model?.centers) && Array.isArray(model.features))) {
    throw new CxError(
      "invalid-option",
      "assignToCenters requires a model of kMeans first, with centers and features",
      model,
    );
  }
  const { customer, ...reading } = options;
  const features = inOrder(model, options.features);
  const all = rowList(rows);
  const scaling = isEncoding(features) ? "none" : model.scaling;
  const unscaled: FeatureScale = { scaling: "none", center: 0, scale: 1 };
  const points = featurePoints(
    "assignToCenters",
    all,
    { ...reading, ...(features && { features }), scaling },
    (_, place) => model.features[place] ?? unscaled,
  );
  const [wanted, received] = [model, points].map((one) => one.features.map(({ feature }) => feature).join(", "));
  if (points.n > 0 && wanted !== received) {
    throw new CxError("invalid-option", `assignToCenters requires the features of the model, ${wanted}`, received);
  }
  const centers = model.centers.flatMap((center) =>
    model.features.map((feature, place) => scaled(center[place] as number, feature)),
  );
  if (points.n > 0 && centers.length === 0) {
    throw new CxError("invalid-option", "assignToCenters requires a model with centers", model.centers.length);
  }
  const nearest = nearestCenters(points, Float64Array.from(centers));
  const assignments = new Array<number | null>(all.length).fill(null);
  const distances = assignments.slice();
  points.rowOf.forEach((row, point) => {
    assignments[row] = nearest.labels[point] as number;
    distances[row] = Math.sqrt(nearest.distances[point] as number);
  });
  const { n, missing, invalid } = points;
  return {
    assignments,
    distances,
    n,
    missing,
    invalid,
    ...clusteredCustomers("assignToCenters", all, assignments, customer),
  };
}
