import { nearestCenters } from "./nearestCenters.js";
import { type Points, squaredDistance } from "./points.js";

/** Points split into clusters. */
export interface Partition {
  /** The cluster of each point. */
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  readonly centers: Float64Array;
  /** The squared distances of the points to their centres, by cluster and in all. */
  readonly inertias: Float64Array;
  readonly inertia: number;
  /** How often points were assigned. */
  readonly iterations: number;
  readonly converged: boolean;
}

/** When {@link lloyd} stops. */
export interface Stopping {
  readonly maximumIterations: number;
  /** Centres that all move by no more than this have arrived; 0: only once no point changes its cluster. */
  readonly stillness: number;
}

/** What one run works on. */
interface Run extends Points {
  readonly k: number;
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  readonly centers: Float64Array;
  readonly sums: Float64Array;
  /** No less than the distance of a point to its centre. */
  readonly upper: Float64Array;
  /** No more than the distance of a point to any other centre. */
  readonly lower: Float64Array;
  /** How far each centre moved last. */
  readonly moves: Float64Array;
  /** More than what rounding can put between a bound and the distance. */
  readonly slack: number;
}

const twoLargest = (values: Float64Array): { largest: number; second: number; place: number } => {
  let [largest, second, place] = [0, 0, -1];
  values.forEach((value, at) => {
    if (value > largest) [largest, second, place] = [value, largest, at];
    else if (value > second) second = value;
  });
  return { largest, second, place };
};

/** Half the distance of each centre to the next: a point that is nearer to its centre has no nearer one. */
function halfGaps({ k, centers, dimensions }: Run): Float64Array {
  return new Float64Array(k).map((_, one) => {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < k; other++) {
      if (other === one) continue;
      least = Math.min(least, squaredDistance(centers, one * dimensions, centers, other * dimensions, dimensions));
    }
    return Math.sqrt(least) / 2;
  });
}

/**
 * Gives each point its nearest centre, and says how many changed theirs. Looks at all centres only where the bounds leave a
 * doubt (Hamerly 2010): the result is that of looking always.
 */
function assign(run: Run): number {
  const { coordinates, n, dimensions, k, labels, sizes, centers, sums, upper, lower, moves, slack } = run;
  const squareTo = squaredDistance;
  const gaps = halfGaps(run);
  const { largest, second, place: mover } = twoLargest(moves);
  sizes.fill(0);
  sums.fill(0);
  let changes = 0;
  for (let point = 0, at = 0; point < n; point++, at += dimensions) {
    let label = labels[point] as number;
    let isNearest = false;
    if (label >= 0) {
      const least = (lower[point] as number) - (label === mover ? second : largest);
      lower[point] = least;
      const bound = Math.max(gaps[label] as number, least) - slack;
      let most = (upper[point] as number) + (moves[label] as number);
      isNearest = most < bound;
      if (!isNearest) {
        most = Math.sqrt(squareTo(coordinates, at, centers, label * dimensions, dimensions));
        isNearest = most < bound;
      }
      upper[point] = most;
    }
    if (!isNearest) {
      let [nearest, distance, next] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let center = 0; center < k; center++) {
        const square = squareTo(coordinates, at, centers, center * dimensions, dimensions);
        if (square < distance) {
          next = distance;
          distance = square;
          nearest = center;
        } else if (square < next) next = square;
      }
      upper[point] = Math.sqrt(distance);
      lower[point] = Math.sqrt(next);
      if (nearest !== label) {
        labels[point] = nearest;
        label = nearest;
        changes++;
      }
    }
    sizes[label] = (sizes[label] as number) + 1;
    const to = label * dimensions;
    for (let place = 0; place < dimensions; place++) {
      sums[to + place] = (sums[to + place] as number) + (coordinates[at + place] as number);
    }
  }
  return changes;
}

/** Gives each cluster without points the one that is farthest from its centre; false where all points are at theirs. */
function fillEmpty(run: Run): boolean {
  const { coordinates, n, dimensions, labels, sizes, centers, sums, upper, lower } = run;
  for (let empty = sizes.indexOf(0); empty >= 0; empty = sizes.indexOf(0)) {
    let [farthest, distance] = [-1, 0];
    for (let point = 0; point < n; point++) {
      const label = labels[point] as number;
      if ((sizes[label] as number) < 2) continue;
      const square = squaredDistance(coordinates, point * dimensions, centers, label * dimensions, dimensions);
      if (square > distance) [farthest, distance] = [point, square];
    }
    if (farthest < 0) return false;
    const from = labels[farthest] as number;
    for (let place = 0; place < dimensions; place++) {
      const coordinate = coordinates[farthest * dimensions + place] as number;
      sums[from * dimensions + place] = (sums[from * dimensions + place] as number) - coordinate;
      sums[empty * dimensions + place] = coordinate;
    }
    sizes[from] = (sizes[from] as number) - 1;
    sizes[empty] = 1;
    labels[farthest] = empty;
    // It will be at its centre, and how far the others are is not known.
    upper[farthest] = 0;
    lower[farthest] = 0;
  }
  return true;
}

/** Moves each centre to the mean of its points. */
function update({ k, dimensions, sizes, centers, sums, moves }: Run): void {
  for (let center = 0; center < k; center++) {
    let square = 0;
    for (let at = center * dimensions; at < (center + 1) * dimensions; at++) {
      const mean = (sums[at] as number) / (sizes[center] as number);
      square += (mean - (centers[at] as number)) ** 2;
      centers[at] = mean;
    }
    moves[center] = Math.sqrt(square);
  }
}

/** Where points and centres came to rest. */
function partitionOf(run: Run, iterations: number, converged: boolean): Partition {
  const { coordinates, n, dimensions, k, centers } = run;
  // Centres that were moved last may have nearer points than those that they are the mean of.
  const labels = converged ? run.labels : nearestCenters(run, centers).labels;
  const [sizes, inertias] = [new Int32Array(k), new Float64Array(k)];
  for (let point = 0; point < n; point++) {
    const label = labels[point] as number;
    sizes[label] = (sizes[label] as number) + 1;
    inertias[label] =
      (inertias[label] as number) +
      squaredDistance(coordinates, point * dimensions, centers, label * dimensions, dimensions);
  }
  return {
    labels,
    sizes,
    centers,
    inertias,
    inertia: inertias.reduce((sum, one) => sum + one, 0),
    iterations,
    converged,
  };
}

/**
 * Lloyd's algorithm: each point to its nearest centre, each centre to the mean of its points, until nothing changes. Null where
 * there are fewer different points than centres.
 *
 * Lloyd (1982), IEEE Transactions on Information Theory 28, 129–137; bounds: Hamerly (2010), Proceedings of the 2010 SIAM
 * International Conference on Data Mining, 130–140.
 */
export function lloyd(
  points: Points,
  from: Float64Array,
  { maximumIterations, stillness }: Stopping,
): Partition | null {
  const { coordinates, n, dimensions } = points;
  const k = from.length / dimensions;
  let largest = 0;
  for (let at = 0; at < coordinates.length; at++) largest = Math.max(largest, Math.abs(coordinates[at] as number));
  const run: Run = {
    ...points,
    k,
    labels: new Int32Array(n).fill(-1),
    sizes: new Int32Array(k),
    centers: from.slice(),
    sums: new Float64Array(from.length),
    upper: new Float64Array(n),
    lower: new Float64Array(n),
    moves: new Float64Array(k),
    slack: 1e-11 * largest * Math.sqrt(dimensions),
  };
  for (let iteration = 1; iteration <= maximumIterations; iteration++) {
    const changes = assign(run);
    const isFull = !run.sizes.includes(0);
    if (changes === 0 && isFull) return partitionOf(run, iteration, true);
    if (!isFull && !fillEmpty(run)) return null;
    update(run);
    if (stillness > 0 && run.moves.every((move) => move <= stillness)) {
      return { ...partitionOf(run, iteration, false), converged: true };
    }
  }
  return partitionOf(run, maximumIterations, false);
}
