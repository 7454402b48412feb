import { lloyd, type Partition, type Stopping } from "./lloyd.js";
import { type Points, squaredDistance } from "./points.js";

/**
 * Moves single points to another cluster, and both means with them, wherever that makes the sum of squares less: a point at its
 * nearest centre may still be better off elsewhere, as the centre that it leaves stops being drawn to it. Gives the centres
 * after all moves; null where there are none.
 */
function exchangedCenters({ coordinates, n, dimensions }: Points, partition: Partition): Float64Array | null {
  const squareTo = squaredDistance;
  const [labels, sizes, centers] = [partition.labels, partition.sizes.slice(), partition.centers.slice()];
  let moved = false;
  for (let point = 0, at = 0; point < n; point++, at += dimensions) {
    const from = labels[point] as number;
    const size = sizes[from] as number;
    if (size < 2) continue;
    const gain = (squareTo(coordinates, at, centers, from * dimensions, dimensions) * size) / (size - 1);
    // Not for what may be rounding, or points could go to and fro.
    let [to, least] = [from, gain * (1 - 1e-9)];
    for (let center = 0; center < sizes.length; center++) {
      const others = sizes[center] as number;
      const square = squareTo(coordinates, at, centers, center * dimensions, dimensions);
      const cost = (square * others) / (others + 1);
      if (center !== from && cost < least) [to, least] = [center, cost];
    }
    if (to === from) continue;
    moved = true;
    const others = sizes[to] as number;
    for (let place = 0; place < dimensions; place++) {
      const coordinate = coordinates[at + place] as number;
      const [left, joined] = [from * dimensions + place, to * dimensions + place];
      centers[left] = ((centers[left] as number) * size - coordinate) / (size - 1);
      centers[joined] = ((centers[joined] as number) * others + coordinate) / (others + 1);
    }
    sizes[from] = size - 1;
    sizes[to] = others + 1;
  }
  return moved ? centers : null;
}

/**
 * Improves what Lloyd's algorithm ended in, until no point would be better off in another cluster; each is then at its nearest
 * centre too.
 *
 * Hartigan (1975), "Clustering Algorithms", chapter 4; Telgarsky and Vattani (2010), Proceedings of Machine Learning Research 9,
 * 820–827.
 */
export function exchange(points: Points, partition: Partition, stopping: Stopping): Partition {
  let best = partition;
  while (best.converged && best.iterations < stopping.maximumIterations) {
    const centers = exchangedCenters(points, best);
    const left = stopping.maximumIterations - best.iterations;
    const next = centers === null ? null : lloyd(points, centers, { ...stopping, maximumIterations: left });
    if (next === null) break;
    best = { ...next, iterations: best.iterations + next.iterations };
  }
  return best;
}
