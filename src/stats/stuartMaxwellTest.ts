import { CxError } from "../error/cxError.js";
import { marginsOf } from "./checkTable.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** The result of {@link stuartMaxwellTest}. */
export interface StuartMaxwellTestResult {
  /** Chi-square; null where no pair differs. */
  readonly statistic: number | null;
  /** Categories less one, fewer where some share no differing pair with the others; null where there is no statistic. */
  readonly degreesOfFreedom: number | null;
  /** Null where no pair differs. */
  readonly pValue: number | null;
  /** How many pairs. */
  readonly n: number;
}

function checkSquare(table: readonly (readonly number[])[]): void {
  const name = "stuartMaxwellTest";
  if (!Array.isArray(table)) throw new CxError("invalid-option", `${name} requires a table of counts`, table);
  table.forEach((cells, row) => {
    if (!Array.isArray(cells) || cells.length !== table.length) {
      throw new CxError("invalid-value", `${name} requires as many columns as rows, ${table.length}`, cells, row);
    }
    for (const count of cells) {
      if (!(Number.isSafeInteger(count) && count >= 0)) {
        throw new CxError("invalid-value", `${name} requires counts, whole numbers of at least zero`, count, row);
      }
    }
  });
}

/**
 * The Stuart–Maxwell test: whether the same people are spread over categories alike before and after. McNemar's test (without
 * correction) for more than two categories.
 *
 * @param table Counts of pairs, whole numbers: rows are the category before, columns the category after, in one order.
 * @returns The test. It rests on the pairs that differ; with few of them chi-square is rough.
 * @throws A {@link CxError} `invalid-value` when the table is not square or a count is not a whole number of at least zero.
 *
 * @example
 * ```ts
 * import { stuartMaxwellTest } from "cxkit";
 *
 * const vision = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]];
 * const { statistic, degreesOfFreedom, pValue } = stuartMaxwellTest(vision);
 * statistic; // => 11.95656…
 * degreesOfFreedom; // => 3
 * pValue; // => 0.00753…
 * ```
 *
 * @see Stuart (1955), "A test for homogeneity of the marginal distributions in a two-way classification", Biometrika 42, 412–416,
 * whose figures these are; Maxwell (1970), British Journal of Psychiatry 116, 651–655.
 */
export function stuartMaxwellTest(table: readonly (readonly number[])[]): StuartMaxwellTestResult {
  checkSquare(table);
  const size = table.length;
  const { rows, columns, n } = marginsOf(table);
  const differences = rows.map((count, i) => count - (columns[i] ?? 0));
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const moved = (table[i]?.[j] ?? 0) + (table[j]?.[i] ?? 0);
      covariance[i * size + j] = -moved;
      covariance[i * size + i] = (covariance[i * size + i] ?? 0) + moved;
    }
  }
  const { values, vectors } = symmetricEigen(covariance, size);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  let [statistic, degreesOfFreedom] = [0, 0];
  values.forEach((value, k) => {
    // Differences add up to nothing within categories that pairs link: one direction each has no variance.
    if (value <= 1e-11 * largest) return;
    const along = differences.reduce((sum, difference, i) => sum + difference * (vectors[i * size + k] ?? 0), 0);
    statistic += along ** 2 / value;
    degreesOfFreedom++;
  });
  if (degreesOfFreedom === 0) return { statistic: null, degreesOfFreedom: null, pValue: null, n };
  return { statistic, degreesOfFreedom, pValue: chiSquareCdf(statistic, degreesOfFreedom, "upper"), n };
}
