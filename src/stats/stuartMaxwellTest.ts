import { CxError } from "../error/cxError.js";
import { marginsOf } from "./checkTable.js";
import { chiSquareCdf } from "./chiSquareCdf.js";

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

/** The differences of the margins, weighed by the inverse of their covariance; and its rank. Gauss's elimination. */
function homogeneity(
  table: readonly (readonly number[])[],
  differences: readonly number[],
): { statistic: number; degreesOfFreedom: number } {
  const left = [...differences];
  const moved = table.map((cells, i) => cells.map((count, j) => (i === j ? 0 : -(count + (table[j]?.[i] ?? 0)))));
  const movers = moved.map((cells) => 0 - cells.reduce((sum, count) => sum + count, 0));
  const covariance = moved.map((cells, i) => cells.map((count, j) => (i === j ? (movers[i] ?? 0) : count)));
  let [statistic, degreesOfFreedom] = [0, 0];
  covariance.forEach((cells, k) => {
    const variance = cells[k] ?? 0;
    // The differences of categories that moves link add up to 0: the last of them is given by the others.
    if (variance <= 1e-11 * (movers[k] ?? 0)) return;
    const own = left[k] ?? 0;
    statistic += own ** 2 / variance;
    degreesOfFreedom++;
    for (let i = k + 1; i < covariance.length; i++) {
      const below = covariance[i] ?? [];
      const factor = (below[k] ?? 0) / variance;
      left[i] = (left[i] ?? 0) - factor * own;
      for (let j = k + 1; j < below.length; j++) below[j] = (below[j] ?? 0) - factor * (cells[j] ?? 0);
    }
  });
  return { statistic, degreesOfFreedom };
}

/**
 * The Stuart–Maxwell test: whether the same people are spread over categories alike before and after. McNemar's test (without
 * correction) for more than two categories.
 *
 * @param table Counts of pairs, whole numbers: rows are the category before, columns the category after, in one order.
 * @returns The test. It rests on the pairs that differ; with few of them chi-square is rough. Cost grows with the cube of the
 * categories.
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
  const { rows, columns, n } = marginsOf(table);
  const differences = rows.map((count, i) => count - (columns[i] ?? 0));
  const { statistic, degreesOfFreedom } = homogeneity(table, differences);
  if (degreesOfFreedom === 0) return { statistic: null, degreesOfFreedom: null, pValue: null, n };
  return { statistic, degreesOfFreedom, pValue: chiSquareCdf(statistic, degreesOfFreedom, "upper"), n };
}
