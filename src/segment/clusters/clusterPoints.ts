import { CxError } from "../../error/cxError.js";
import { seededRandom } from "../../stats/seededRandom.js";
import type { FeaturePoints } from "../features/featurePoints.js";
import { scaled } from "../features/featureScale.js";
import { type BestPartition, bestPartition } from "./bestPartition.js";
import type { ClusterSettings } from "./clusterSettings.js";
import { lloyd, type Stopping } from "./lloyd.js";
import { numberBySize } from "./numberBySize.js";
import { type Points, totalOfSquares } from "./points.js";

/** When a start ends, for these points. */
export function stoppingFor(points: Points, { maximumIterations, tolerance }: ClusterSettings): Stopping {
  const spread = tolerance === 0 ? 0 : Math.sqrt(totalOfSquares(points) / points.n);
  return { maximumIterations, stillness: tolerance * spread };
}

/** Refuses more clusters than there are points. */
function checkK(name: string, k: number, { n }: Points): void {
  if (k <= n) return;
  throw new CxError("invalid-option", `${name} requires a k of at most ${n}, as many rows as hold all features`, k);
}

function requireDifferentRows<Found>(name: string, k: number, found: Found | null): Found {
  if (found !== null) return found;
  throw new CxError("invalid-option", `${name} requires at least as many rows that are different as its k`, k);
}

/** Clusters points for the function of this name, and numbers the clusters by size. */
export function clusterPoints(name: string, points: Points, k: number, settings: ClusterSettings): BestPartition {
  checkK(name, k, points);
  const { starts, seed } = settings;
  const best = bestPartition(points, k, { ...stoppingFor(points, settings), starts, random: seededRandom(seed) });
  const found = requireDifferentRows(name, k, best);
  return { ...found, ...numberBySize(found, points.dimensions) };
}

/** Clusters points from given centres, in the units of the features and in their order. */
export function clusterFrom(
  name: string,
  points: FeaturePoints,
  centers: readonly (readonly number[])[],
  settings: ClusterSettings,
): BestPartition {
  const { dimensions, features } = points;
  const from = centers.flatMap((center) => {
    if (center.length !== dimensions) {
      const requirement = `${name} requires ${dimensions} numbers in each center, one for each feature`;
      throw new CxError("invalid-option", requirement, center.length);
    }
    return features.map((feature, place) => scaled(center[place] as number, feature));
  });
  checkK(name, centers.length, points);
  const found = lloyd(points, Float64Array.from(from), stoppingFor(points, settings));
  return { ...requireDifferentRows(name, centers.length, found), agreeing: 1 };
}
