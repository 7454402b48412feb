/** Points one after the other: the coordinates of point i are at i × dimensions and on. */
export interface Points {
  readonly coordinates: Float64Array;
  readonly n: number;
  readonly dimensions: number;
}

/**
 * The squared distance of a point to a centre, each given by where its coordinates begin. Loops over many points give it a name of
 * their own first: where modules are run unbundled, an imported one is looked up anew at every call.
 */
export function squaredDistance(
  coordinates: Float64Array,
  at: number,
  centers: Float64Array,
  to: number,
  dimensions: number,
): number {
  let sum = 0;
  for (let place = 0; place < dimensions; place++) {
    const difference = (coordinates[at + place] as number) - (centers[to + place] as number);
    sum += difference * difference;
  }
  return sum;
}

/** The mean of all points. */
export function centroid({ coordinates, n, dimensions }: Points): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < coordinates.length; at += dimensions) {
    for (let place = 0; place < dimensions; place++)
      mean[place] = (mean[place] as number) + (coordinates[at + place] as number);
  }
  return mean.map((sum) => sum / n);
}

/** The squared distances of all points to their mean, summed: along each dimension. */
export function sumsOfSquares({ coordinates, dimensions }: Points, mean: Float64Array): Float64Array {
  const sums = new Float64Array(dimensions);
  for (let at = 0; at < coordinates.length; at += dimensions) {
    for (let place = 0; place < dimensions; place++) {
      const difference = (coordinates[at + place] as number) - (mean[place] as number);
      sums[place] = (sums[place] as number) + difference * difference;
    }
  }
  return sums;
}

/** The same in all. */
export function totalOfSquares(points: Points): number {
  return sumsOfSquares(points, centroid(points)).reduce((sum, one) => sum + one, 0);
}

/** Some of the points, in the order given. */
export function pickPoints({ coordinates, dimensions }: Points, places: ArrayLike<number>): Points {
  const picked = new Float64Array(places.length * dimensions);
  for (let place = 0; place < places.length; place++) {
    const at = (places[place] as number) * dimensions;
    picked.set(coordinates.subarray(at, at + dimensions), place * dimensions);
  }
  return { coordinates: picked, n: places.length, dimensions };
}
