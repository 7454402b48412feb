import { type Points, squaredDistance } from "./points.js";

/** For each point the nearest of the centres. */
export interface NearestCenters {
  readonly labels: Int32Array;
  /** Squared. */
  readonly distances: Float64Array;
}

/** The nearest centre of each point; of several that are as near, the first. */
export function nearestCenters({ coordinates, n, dimensions }: Points, centers: Float64Array): NearestCenters {
  const squareTo = squaredDistance;
  const labels = new Int32Array(n);
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (let point = 0; point < n; point++) {
    for (let center = 0; center * dimensions < centers.length; center++) {
      const distance = squareTo(coordinates, point * dimensions, centers, center * dimensions, dimensions);
      if (distance < (distances[point] as number)) {
        distances[point] = distance;
        labels[point] = center;
      }
    }
  }
  return { labels, distances };
}
