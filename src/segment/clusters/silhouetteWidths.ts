import { type Points, pickPoints, squaredDistance } from "./points.js";

/**
 * The silhouette of some of the points: (b − a) / max(a, b), where a is the mean distance to the others of its cluster, and b that to
 * the nearest other cluster. 0 for a point that is alone in its cluster.
 *
 * @param labels The cluster of each point, 0 to k − 1; k is at least 2, and no cluster is empty.
 * @param which The points that are asked for.
 */
export function silhouetteWidths(points: Points, labels: Int32Array, k: number, which: Uint32Array): Float64Array {
  const { coordinates, n, dimensions } = points;
  const squareTo = squaredDistance;
  const starts = new Uint32Array(k + 1);
  for (const label of labels) starts[label + 1] = (starts[label + 1] as number) + 1;
  for (let label = 0; label < k; label++) starts[label + 1] = (starts[label + 1] as number) + (starts[label] as number);
  // By cluster, so that sums run over points in a row.
  const order = new Uint32Array(n)
    .map((_, point) => point)
    .sort((a, b) => (labels[a] as number) - (labels[b] as number));
  const sorted = pickPoints(points, order).coordinates;
  const meanDistance = (at: number, cluster: number, others: number): number => {
    let sum = 0;
    for (let place = starts[cluster] as number; place < (starts[cluster + 1] as number); place++) {
      sum += Math.sqrt(squareTo(coordinates, at, sorted, place * dimensions, dimensions));
    }
    return sum / others;
  };
  return Float64Array.from(which, (point) => {
    const own = labels[point] as number;
    let [within, nearest] = [0, Number.POSITIVE_INFINITY];
    for (let cluster = 0; cluster < k; cluster++) {
      const size = (starts[cluster + 1] as number) - (starts[cluster] as number);
      if (cluster !== own) nearest = Math.min(nearest, meanDistance(point * dimensions, cluster, size));
      // The distance to itself is 0.
      else if (size > 1) within = meanDistance(point * dimensions, cluster, size - 1);
      else return 0;
    }
    const larger = Math.max(within, nearest);
    return larger === 0 ? 0 : (nearest - within) / larger;
  });
}
