import { type Points, squaredDistance } from "./points.js";

/** How far all points are from the nearest of some centres, the last of which is a point. */
interface Reach {
  readonly drawn: number;
  /** Squared. */
  readonly distances: Float64Array;
  readonly sum: number;
}

/** The reach once a point becomes a centre too. */
function withCenter({ coordinates, n, dimensions }: Points, before: Float64Array, drawn: number): Reach {
  const squareTo = squaredDistance;
  const distances = new Float64Array(n);
  let sum = 0;
  for (let point = 0; point < n; point++) {
    const distance = squareTo(coordinates, point * dimensions, coordinates, drawn * dimensions, dimensions);
    const nearest = Math.min(distance, before[point] as number);
    distances[point] = nearest;
    sum += nearest;
  }
  return { drawn, distances, sum };
}

/** The place at which the running sum of the weights passes a height; never one without weight. */
function drawByWeight(weights: Float64Array, height: number): number {
  let [sum, last] = [0, 0];
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] as number;
    if (weight === 0) continue;
    sum += weight;
    last = place;
    if (sum > height) break;
  }
  return last;
}

/**
 * Draws centres out of the points, each with a chance in proportion to its squared distance to the nearest one before it
 * (k-means++), and each the best of a few such draws; null where there are fewer different points than centres.
 *
 * Arthur and Vassilvitskii (2007), Proceedings of the 18th ACM-SIAM Symposium on Discrete Algorithms, 1027–1035.
 */
export function seedCenters(points: Points, k: number, random: () => number): Float64Array | null {
  const { coordinates, n, dimensions } = points;
  const draws = 2 + Math.floor(Math.log(k));
  const centers = new Float64Array(k * dimensions);
  const anywhere = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let reach = withCenter(points, anywhere, Math.floor(random() * n));
  for (let center = 0; ; center++) {
    const at = reach.drawn * dimensions;
    centers.set(coordinates.subarray(at, at + dimensions), center * dimensions);
    if (center === k - 1) return centers;
    if (reach.sum === 0) return null;
    const { distances, sum } = reach;
    const candidates = Array.from({ length: draws }, () => drawByWeight(distances, random() * sum));
    reach = candidates
      .map((candidate) => withCenter(points, distances, candidate))
      .reduce((best, other) => (other.sum < best.sum ? other : best));
  }
}
