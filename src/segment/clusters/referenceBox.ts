import { symmetricEigen } from "../../stats/symmetricEigen.js";
import { centroid, type Points } from "./points.js";

/**
 * A function that draws as many points as there are, evenly out of the box that the points fill along their principal axes: data of
 * the same extent and without clusters. Turned to the axes, which distances between points do not depend on.
 */
export function referenceBox(points: Points, random: () => number): () => Points {
  const { coordinates, n, dimensions } = points;
  const mean = centroid(points);
  const deviation = (at: number, place: number): number =>
    (coordinates[at + place] as number) - (mean[place] as number);
  const spread = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < coordinates.length; at += dimensions) {
    for (let cell = 0; cell < spread.length; cell++) {
      const [one, other] = [Math.floor(cell / dimensions), cell % dimensions];
      spread[cell] = (spread[cell] as number) + deviation(at, one) * deviation(at, other);
    }
  }
  const { vectors } = symmetricEigen(spread, dimensions);
  const sides = new Float64Array(dimensions).map((_, axis) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < coordinates.length; at += dimensions) {
      let along = 0;
      for (let place = 0; place < dimensions; place++)
        along += deviation(at, place) * (vectors[place * dimensions + axis] as number);
      low = Math.min(low, along);
      high = Math.max(high, along);
    }
    return high - low;
  });
  return () => ({
    coordinates: new Float64Array(n * dimensions).map((_, at) => random() * (sides[at % dimensions] as number)),
    n,
    dimensions,
  });
}
