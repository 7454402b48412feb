/** Fitting and scoring a model of churning, against bare loops over typed arrays that do no more than the arithmetic. */
import { fitChurnRisk, logisticRegression, scoreChurnRisk } from "cxkit";
import { bench, describe } from "vitest";
import { seededRandom } from "../seededRandom.js";

const width = 10;
// Each run takes long enough to tell.
const runs = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

/** Rows of ten figures that have something to do with churning. */
function rowsOf(n: number) {
  const random = seededRandom(7);
  return Array.from({ length: n }, (_, customer) => {
    const [a, b, c, d, e] = [random(), 10 * random(), 100 * random(), random(), 10 * random()];
    const [f, g, h, i, j] = [100 * random(), random(), 10 * random(), 100 * random(), random()];
    const logOdds = 2 * (a - 0.5) + 0.3 * (b - 5) - 0.02 * (c - 50) + h / 10 - j - 1;
    return { customer, churned: random() < 1 / (1 + Math.exp(-logOdds)), a, b, c, d, e, f, g, h, i, j };
  });
}
type Row = ReturnType<typeof rowsOf>[number];
const features = {
  a: (row: Row) => row.a,
  b: (row: Row) => row.b,
  c: (row: Row) => row.c,
  d: (row: Row) => row.d,
  e: (row: Row) => row.e,
  f: (row: Row) => row.f,
  g: (row: Row) => row.g,
  h: (row: Row) => row.h,
  i: (row: Row) => row.i,
  j: (row: Row) => row.j,
};
const readers = Object.values(features);

/** Newton's method as one would write it down, seven rounds, on figures that are at hand in a typed array. */
function bareFit(figures: Float64Array, outcomes: Uint8Array): Float64Array {
  const size = width + 1;
  const coefficients = new Float64Array(size);
  for (let round = 0; round < 7; round++) {
    const [gradient, matrix] = [new Float64Array(size), new Float64Array(size * (size + 1))];
    for (let row = 0; row < outcomes.length; row++) {
      let logOdds = coefficients[0] ?? 0;
      for (let k = 0; k < width; k++) logOdds += (coefficients[k + 1] ?? 0) * (figures[row * width + k] ?? 0);
      const chance = 1 / (1 + Math.exp(-logOdds));
      const [missed, spread] = [(outcomes[row] ?? 0) - chance, chance * (1 - chance)];
      for (let j = 0; j < size; j++) {
        const figure = j === 0 ? 1 : (figures[row * width + j - 1] ?? 0);
        gradient[j] = (gradient[j] ?? 0) + missed * figure;
        for (let k = 0; k <= j; k++) {
          const other = k === 0 ? 1 : (figures[row * width + k - 1] ?? 0);
          matrix[j * (size + 1) + k] = (matrix[j * (size + 1) + k] ?? 0) + spread * figure * other;
        }
      }
    }
    // Gauss and Jordan's elimination.
    for (let j = 0; j < size; j++) {
      for (let k = j + 1; k < size; k++) matrix[j * (size + 1) + k] = matrix[k * (size + 1) + j] ?? 0;
      matrix[j * (size + 1) + size] = gradient[j] ?? 0;
    }
    for (let pivot = 0; pivot < size; pivot++) {
      for (let row = 0; row < size; row++) {
        if (row === pivot) continue;
        const factor = (matrix[row * (size + 1) + pivot] ?? 0) / (matrix[pivot * (size + 1) + pivot] ?? 1);
        for (let k = pivot; k <= size; k++) {
          matrix[row * (size + 1) + k] =
            (matrix[row * (size + 1) + k] ?? 0) - factor * (matrix[pivot * (size + 1) + k] ?? 0);
        }
      }
    }
    for (let j = 0; j < size; j++) {
      coefficients[j] =
        (coefficients[j] ?? 0) + (matrix[j * (size + 1) + size] ?? 0) / (matrix[j * (size + 1) + j] ?? 1);
    }
  }
  return coefficients;
}

for (const n of [25_000, 50_000, 100_000]) {
  const rows = rowsOf(n);
  const figures = Float64Array.from(rows.flatMap((row) => readers.map((read) => read(row))));
  const outcomes = Uint8Array.from(rows, (row) => Number(row.churned));
  describe(`a logistic model of ${n} rows and ${width} features`, () => {
    bench("bare Newton on a typed array", () => void bareFit(figures, outcomes), runs);
    bench(
      "logisticRegression",
      () => void logisticRegression(rows, { outcome: (row) => row.churned, predictors: features }),
      runs,
    );
    bench("fitChurnRisk, with calibration, AUC and lift", () => void fitChurnRisk(rows, features), runs);
  });
}

const million = rowsOf(1_000_000);
const model = fitChurnRisk(million.slice(0, 10_000), features);
const coefficients = Float64Array.from(model.coefficients, ({ value }) => value ?? 0);
// Of reasons each is an object with a sentence, which would be all that is measured.
describe("scoring a million rows", () => {
  bench(
    "bare dot products of the rows",
    () => {
      const risks = new Float64Array(million.length);
      million.forEach((row, index) => {
        let logOdds = model.intercept.value ?? 0;
        for (let k = 0; k < width; k++) logOdds += (coefficients[k] ?? 0) * (readers[k]?.(row) ?? 0);
        risks[index] = 1 / (1 + Math.exp(-logOdds));
      });
    },
    runs,
  );
  bench("scoreChurnRisk without reasons", () => void scoreChurnRisk(model, million, features, { reasons: 0 }), runs);
});
