import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { checkFlags } from "./checkFlags.js";
import { type CountTable, checkTable, marginsOf } from "./checkTable.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { logGap } from "./logGap.js";

/** Options of {@link chiSquareTest}. */
export interface ChiSquareTestOptions {
  /** Whether to correct a table of two by two for continuity (Yates); larger tables are never corrected. @defaultValue false */
  readonly continuity?: boolean;
}

/** The result of {@link chiSquareTest}. */
export interface ChiSquareTestResult {
  /** Chi-square; null where there are fewer than two rows or columns with any counts. */
  readonly statistic: number | null;
  /** Of the rows and columns that have any counts. */
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
  /** The likelihood-ratio test of the same, never corrected: G and its p-value; null like `statistic`. */
  readonly likelihoodRatio: { readonly statistic: number | null; readonly pValue: number | null };
  /** The counts that there would be if rows and columns had nothing to do with each other, in the table's shape. */
  readonly expected: readonly (readonly number[])[];
  /** Pearson's: observed less expected, over the root of expected; null where nothing is expected. */
  readonly residuals: readonly (readonly (number | null)[])[];
  /** The same over its standard error: beyond ±2 or 3 a cell stands out. Null where the margins fix the cell. */
  readonly standardisedResiduals: readonly (readonly (number | null)[])[];
  /** 0 (no connection) to 1 (one decides the other), without the correction for continuity. */
  readonly cramersV: number | null;
  /** The smallest expected count; under 5 the p-value is rough, and an exact test better. Null without any counts. */
  readonly smallestExpected: number | null;
  /** All counts together. */
  readonly n: number;
  /** The rows without any counts, counted from 0; they are left out. */
  readonly emptyRows: readonly number[];
  /** The columns without any counts, counted from 0; they are left out. */
  readonly emptyColumns: readonly number[];
}

const emptyOf = (totals: readonly number[]): number[] => totals.flatMap((total, index) => (total === 0 ? [index] : []));

/**
 * Pearson's chi-square test of whether rows and columns of a table of counts have anything to do with each other: channels
 * by answers, segments by complaints.
 *
 * @param table Counts, rows of one length; need not be whole (weights). Rows and columns without any counts are left out
 * and named in the result.
 * @param options Whether to correct for continuity.
 * @returns The test, where each cell departs from what was expected, and how strong the connection is.
 * @throws A {@link CxError} `invalid-value` when the rows differ in length or a count is no number of at least zero.
 *
 * @example
 * ```ts
 * import { chiSquareTest } from "cxkit";
 *
 * const { statistic, pValue, cramersV } = chiSquareTest([[762, 327, 468], [484, 239, 477]]);
 * statistic; // => 30.07014909575…
 * pValue; // => 2.953589183…e-7
 * cramersV; // => 0.10443580235…
 * ```
 *
 * @see Pearson (1900), Philosophical Magazine 50, 157–175; Agresti (2007), "An Introduction to Categorical Data Analysis",
 * section 2.4, also for the likelihood ratio. As R's chisq.test.
 */
export function chiSquareTest(table: CountTable, options: ChiSquareTestOptions = {}): ChiSquareTestResult {
  checkOptions("chiSquareTest", options, ["continuity"]);
  const { continuity = false } = options;
  checkFlags("chiSquareTest", { continuity });
  const given = checkTable("chiSquareTest", table);
  const { rows, columns, n } = marginsOf(given);
  const [emptyRows, emptyColumns] = [emptyOf(rows), emptyOf(columns)];
  const kept = { rows: rows.length - emptyRows.length, columns: columns.length - emptyColumns.length };
  const degreesOfFreedom = Math.max(0, kept.rows - 1) * Math.max(0, kept.columns - 1);

  const expected = rows.map((row) => columns.map((column) => (n === 0 ? 0 : (row * column) / n)));
  const cells = given.flatMap((counts, i) =>
    counts.map((observed, j) => ({ observed, expected: expected[i]?.[j] ?? 0 })).filter((cell) => cell.expected > 0),
  );
  const squares = (correction: number): number =>
    cells.reduce((sum, cell) => {
      const off = Math.abs(cell.observed - cell.expected);
      return sum + (off - Math.min(correction, off)) ** 2 / cell.expected;
    }, 0);
  const testable = degreesOfFreedom > 0;
  const g = !testable
    ? null
    : cells.reduce((sum, cell) => {
        // 2·(O·ln(O/E) − O + E), which is never negative, and does not cancel where O is near E.
        const off = (cell.observed - cell.expected) / cell.expected;
        const gap = cell.observed === 0 ? 0 : (cell.observed / cell.expected) * logGap(off);
        return sum + 2 * cell.expected * (off * off - gap);
      }, 0);
  const statistic = testable ? squares(continuity && degreesOfFreedom === 1 ? 0.5 : 0) : null;
  const scaled = (scale: (i: number, j: number) => number): (number | null)[][] =>
    given.map((counts, i) =>
      counts.map((observed, j) => {
        const divisor = scale(i, j);
        return divisor > 0 ? (observed - (expected[i]?.[j] ?? 0)) / divisor : null;
      }),
    );
  const rest = (totals: readonly number[], index: number): number => (n - (totals[index] ?? 0)) / n;
  return {
    statistic,
    degreesOfFreedom,
    pValue: statistic === null ? null : chiSquareCdf(statistic, degreesOfFreedom, "upper"),
    likelihoodRatio: { statistic: g, pValue: g === null ? null : chiSquareCdf(g, degreesOfFreedom, "upper") },
    expected,
    residuals: scaled((i, j) => Math.sqrt(expected[i]?.[j] ?? 0)),
    standardisedResiduals: scaled((i, j) => Math.sqrt((expected[i]?.[j] ?? 0) * rest(rows, i) * rest(columns, j))),
    cramersV: testable ? Math.min(1, Math.sqrt(squares(0) / (n * (Math.min(kept.rows, kept.columns) - 1)))) : null,
    smallestExpected: n === 0 ? null : cells.reduce((least, cell) => Math.min(least, cell.expected), n),
    n,
    emptyRows,
    emptyColumns,
  };
}
