import { symmetricEigen } from "../../stats/symmetricEigen.js";
import type { FeaturePoints } from "../features/featurePoints.js";
import type { KMeansNote } from "./kMeansResult.js";
import type { Partition } from "./lloyd.js";
import { centroid, sumsOfSquares } from "./points.js";

/** The features that vary so much more than another one that it has no say. */
function dominating({ features, ...points }: FeaturePoints, mean: Float64Array): string[] {
  const spreads = sumsOfSquares(points, mean);
  // What rounding leaves of a constant is no spread.
  const least = Math.min(...spreads.filter((_, place) => features[place]?.constant === false));
  return features.flatMap(({ feature }, place) => ((spreads[place] as number) > 10 * least ? [feature] : []));
}

/** The share of what lies between clusters that lies along one line. */
function shareAlongLine({ sizes, centers }: Partition, mean: Float64Array): number {
  const [k, dimensions] = [sizes.length, mean.length];
  // Has the same eigenvalues as the scatter of the centres, and is smaller.
  const products = new Float64Array(k * k).map((_, cell) => {
    const [one, other] = [Math.floor(cell / k), cell % k];
    let sum = 0;
    for (let place = 0; place < dimensions; place++) {
      const [first, second] = [one, other].map(
        (cluster) => (centers[cluster * dimensions + place] as number) - (mean[place] as number),
      );
      sum += (first as number) * (second as number);
    }
    return sum * Math.sqrt((sizes[one] as number) * (sizes[other] as number));
  });
  const { values } = symmetricEigen(products, k);
  return Math.max(...values) / values.reduce((sum, value) => sum + value, 0);
}

/**
 * What to know about a result.
 *
 * @param isUnscaled Whether features are as they came, with nobody having thought about their units.
 */
export function kMeansNotes(points: FeaturePoints, found: Partition, isUnscaled: boolean): KMeansNote[] {
  const k = found.sizes.length;
  const mean = centroid(points);
  const constant = points.features.flatMap(({ feature, constant }) => (constant ? [feature] : []));
  const unequal = isUnscaled ? dominating(points, mean) : [];
  const isPlane = points.features.length - constant.length >= 2;
  const notes: [code: KMeansNote["code"], applies: boolean, features: string[]][] = [
    ["few-rows", points.n < 10 * k, []],
    ["constant", constant.length > 0, constant],
    ["unequal-scales", unequal.length > 0, unequal],
    ["one-line", k >= 3 && isPlane && shareAlongLine(found, mean) >= 0.95, []],
    ["not-converged", !found.converged, []],
  ];
  return notes.flatMap(([code, applies, features]) => (applies ? [{ code, features }] : []));
}
