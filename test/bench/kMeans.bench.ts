/** k-means of many customers, against plain Lloyd in a bare loop and what users would pick. */
import { kMeans, seededRandom, silhouette } from "cxkit";
import { kMeansCluster } from "simple-statistics";
import { bench, describe } from "vitest";

const [dimensions, k, rounds] = [5, 8, 20];
const random = seededRandom(7);
const corners = Array.from({ length: 20 }, () => Array.from({ length: dimensions }, () => 10 * random()));
const bell = () => 1.5 * (random() + random() + random() + random() + random() + random() - 3);
const pointsOf = (n: number): number[][] =>
  Array.from({ length: n }, () => (corners[Math.floor(20 * random())] ?? []).map((value) => value + bell()));

/** Twenty rounds of the textbook's loop over flat arrays, which are made within the time. */
function bareLloyd(rows: readonly number[][], from: readonly number[][]): number {
  const points = Float64Array.from(rows.flat());
  const centers = Float64Array.from(from.flat());
  const labels = new Int32Array(rows.length);
  const [sums, sizes] = [new Float64Array(k * dimensions), new Int32Array(k)];
  for (let round = 0; round < rounds; round++) {
    sums.fill(0);
    sizes.fill(0);
    for (let row = 0; row < rows.length; row++) {
      let [nearest, least] = [0, Number.POSITIVE_INFINITY];
      for (let center = 0; center < k; center++) {
        let square = 0;
        for (let place = 0; place < dimensions; place++) {
          const difference = (points[row * dimensions + place] ?? 0) - (centers[center * dimensions + place] ?? 0);
          square += difference * difference;
        }
        if (square < least) {
          least = square;
          nearest = center;
        }
      }
      labels[row] = nearest;
      sizes[nearest] = (sizes[nearest] ?? 0) + 1;
      for (let place = 0; place < dimensions; place++) {
        const at = nearest * dimensions + place;
        sums[at] = (sums[at] ?? 0) + (points[row * dimensions + place] ?? 0);
      }
    }
    for (let at = 0; at < centers.length; at++)
      centers[at] = (sums[at] ?? 0) / (sizes[Math.floor(at / dimensions)] ?? 1);
  }
  return labels.length;
}

for (const n of [50_000, 100_000, 200_000]) {
  const rows = pointsOf(n);
  const objects = rows.map(([a = 0, b = 0, c = 0, d = 0, e = 0]) => ({ a, b, c, d, e }));
  type Row = (typeof objects)[0];
  const features = {
    a: (row: Row) => row.a,
    b: (row: Row) => row.b,
    c: (row: Row) => row.c,
    d: (row: Row) => row.d,
    e: (row: Row) => row.e,
  };
  const centers = rows.slice(0, k);
  describe(`${rounds} rounds of k-means over ${n} × ${dimensions}, k = ${k}`, () => {
    bench("plain Lloyd in a bare loop", () => void bareLloyd(rows, centers));
    bench("cxkit, lists", () => void kMeans(rows, { k, centers, maximumIterations: rounds }));
    bench("cxkit, objects by accessors, standard scaling", () => {
      kMeans(objects, { k, centers, features, scaling: "standard", maximumIterations: rounds });
    });
  });
}

const few = pointsOf(10_000);
const { assignments } = kMeans(few, { k, starts: 1 });
describe("k-means of 10000 × 5 to the end, one start", () => {
  bench("cxkit", () => void kMeans(few, { k, starts: 1 }));
  bench("simple-statistics", () => void kMeansCluster(few, k, seededRandom(1)));
});
describe("silhouette of 10000 × 5", () => {
  bench("cxkit, a sample of 1000", () => void silhouette(few, assignments, { sample: 1000 }));
  bench("cxkit, exact", () => void silhouette(few, assignments), {
    iterations: 2,
    time: 0,
    warmupTime: 0,
    warmupIterations: 0,
  });
});
