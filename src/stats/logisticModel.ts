import { cholesky, solveCholesky, solveLower } from "./cholesky.js";
import { dotProduct } from "./dotProduct.js";
import { type LogisticFit, type LogisticRows, logisticFit, logOddsOf, type SeparationKind } from "./logisticFit.js";
import { type OrthogonalColumns, orthogonalColumns } from "./orthogonalColumns.js";
import { separatingColumns } from "./separatingColumns.js";
import { type Standardised, standardise } from "./standardise.js";

/** Why a column has no coefficient: it does not vary, or those before it determine it. */
export type LeftOut = "constant" | "collinear";

/** Why there is no model: no rows, one outcome only, no maximum of the likelihood, or none found. */
export type NoLogisticModel = "no-rows" | "one-outcome" | "separation" | "not-converged";

/** What a logistic model is fitted on. */
export interface LogisticColumns {
  readonly columns: readonly Float64Array[];
  readonly outcomes: Uint8Array;
  /** How much each row counts, all positive; null where all count once. */
  readonly weights: Float64Array | null;
  readonly penalty: number;
  /** Whether variances allow for weights that are no counts, and for a model that is not quite right. */
  readonly sandwich: boolean;
}

/** A fitted coefficient, in the unit of its column; both null where there is none. */
export interface FittedCoefficient {
  readonly value: number | null;
  readonly standardError: number | null;
}

/** A logistic model of columns. */
export interface LogisticModel {
  readonly reason: NoLogisticModel | null;
  readonly intercept: FittedCoefficient;
  readonly coefficients: readonly (FittedCoefficient & { readonly leftOut: LeftOut | null })[];
  /** Mean and standard deviation (n − 1) of each column, without weights. */
  readonly columns: readonly Pick<Standardised, "mean" | "standardDeviation">[];
  /** Columns that split the outcomes: each alone, or, where none does, together. */
  readonly separation: { readonly kind: SeparationKind; readonly columns: readonly number[] } | null;
  /** Coefficients that were estimated, the intercept among them. */
  readonly rank: number;
  readonly logLikelihood: number | null;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Columns as they are fitted: uncorrelated ones for the maximum likelihood, the standardised ones where a penalty is on them. */
function basisOf(standardised: readonly Float64Array[], penalty: number): OrthogonalColumns {
  if (penalty === 0) return orthogonalColumns(standardised);
  const size = standardised.length;
  const triangle = new Float64Array(size * size);
  for (let i = 0; i < size; i++) triangle[i * (size + 1)] = 1;
  return { columns: standardised, kept: standardised.map((_, index) => index), triangle };
}

function rowAfterRow(columns: readonly Float64Array[], rows: number): Float64Array {
  const figures = new Float64Array(rows * columns.length);
  columns.forEach((column, place) => {
    for (let row = 0; row < rows; row++) figures[row * columns.length + place] = column[row] as number;
  });
  return figures;
}

/**
 * The rows of a square matrix that takes coefficients of the basis to those of the given columns: intercept first, in the unit of each.
 */
function backFrom(triangle: Float64Array, standardised: readonly Standardised[]): Float64Array[] {
  const size = standardised.length;
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(size + 1));
  const intercept = rows[0] as Float64Array;
  intercept[0] = 1;
  // The inverse of the triangle, one column after the other.
  for (let column = 0; column < size; column++) {
    for (let row = column; row >= 0; row--) {
      let left = row === column ? 1 : 0;
      for (let k = row + 1; k <= column; k++) {
        left -= (triangle[row * size + k] as number) * ((rows[k + 1] as Float64Array)[column + 1] as number);
      }
      (rows[row + 1] as Float64Array)[column + 1] = left / (triangle[row * (size + 1)] as number);
    }
  }
  standardised.forEach(({ mean, standardDeviation }, place) => {
    const row = rows[place + 1] as Float64Array;
    for (let k = 1; k <= size; k++) {
      row[k] = (row[k] as number) / (standardDeviation as number);
      intercept[k] = (intercept[k] as number) - (row[k] as number) * (mean as number);
    }
  });
  return rows;
}

/** The sum of squared pulls of the rows, whose share of the information says how far it may be trusted: lower triangle. */
function squaredPulls(rows: LogisticRows, coefficients: Float64Array): Float64Array {
  const { figures, width, outcomes, weights } = rows;
  const size = width + 1;
  const sums = new Float64Array(size * size);
  for (let row = 0; row < outcomes.length; row++) {
    const chance = 1 / (1 + Math.exp(-logOddsOf(rows, coefficients, row)));
    const square = ((weights?.[row] ?? 1) * ((outcomes[row] as number) - chance)) ** 2;
    const figure = (j: number): number => (j === 0 ? 1 : (figures[row * width + j - 1] as number));
    for (let j = 0; j < size; j++) {
      for (let k = 0; k <= j; k++) {
        sums[j * size + k] = (sums[j * size + k] as number) + square * figure(j) * figure(k);
      }
    }
  }
  return sums;
}

/** A function that gives the variance of a sum of multiples of the coefficients; null where rounding leaves none. */
function varianceOf(
  rows: LogisticRows,
  { information, coefficients }: LogisticFit,
  sandwich: boolean,
): ((multiples: Float64Array) => number) | null {
  const size = rows.width + 1;
  const factor = cholesky(information, size);
  if (factor === null) return null;
  const pulls = sandwich ? squaredPulls(rows, coefficients) : null;
  return (multiples) => {
    // A sum of squares, which rounding cannot bring below 0.
    if (pulls === null) return solveLower(factor, size, multiples).reduce((sum, part) => sum + part ** 2, 0);
    const solved = solveCholesky(factor, size, multiples);
    let variance = 0;
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        const pull = pulls[Math.max(j, k) * size + Math.min(j, k)] as number;
        variance += (solved[j] as number) * pull * (solved[k] as number);
      }
    }
    return Math.max(0, variance);
  };
}

/** Fits a logistic model on columns of figures. */
export function logisticModel(data: LogisticColumns): LogisticModel {
  const { columns, outcomes, weights, penalty, sandwich } = data;
  const standardised = columns.map((column) => standardise(column));
  const varying = standardised.flatMap(({ scores }, index) => (scores === null ? [] : [index]));
  const scores = standardised.flatMap((column) => column.scores ?? []);
  const none = { value: null, standardError: null };
  const ones = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const oneOutcome = ones === 0 || ones === outcomes.length;
  const alone = oneOutcome ? null : separatingColumns(columns, outcomes);
  const about = {
    columns: standardised.map(({ mean, standardDeviation }) => ({ mean, standardDeviation })),
    separation: alone,
  };
  const without = (
    reason: NoLogisticModel,
    tried: Pick<LogisticModel, "iterations" | "separation">,
  ): LogisticModel => ({
    ...about,
    ...tried,
    reason,
    intercept: none,
    coefficients: columns.map((_, index) => ({ ...none, leftOut: varying.includes(index) ? null : "constant" })),
    rank: 0,
    logLikelihood: null,
    converged: false,
  });
  if (oneOutcome) {
    return without(outcomes.length === 0 ? "no-rows" : "one-outcome", { iterations: 0, separation: null });
  }
  const basis = basisOf(scores, penalty);
  const rows = {
    figures: rowAfterRow(basis.columns, outcomes.length),
    width: basis.columns.length,
    outcomes,
    weights,
    penalty,
  };
  const fit = logisticFit(rows);
  const kept = basis.kept.map((index) => varying[index] as number);
  const back = backFrom(
    basis.triangle,
    kept.map((index) => standardised[index] as Standardised),
  );
  if (fit.separation !== null) {
    const { kind, direction } = fit.separation;
    const along = kept.map((index, place) =>
      Math.abs(dotProduct(back[place + 1] as Float64Array, direction) * (standardised[index]?.standardDeviation ?? 0)),
    );
    const together = kept.filter((_, place) => (along[place] as number) > 1e-4 * Math.max(...along));
    return without("separation", { ...fit, separation: { kind, columns: alone?.columns ?? together } });
  }
  const variance = fit.converged ? varianceOf(rows, fit, sandwich) : null;
  if (variance === null) return without("not-converged", { ...fit, separation: alone });
  const coefficientOf = (place: number): FittedCoefficient => {
    const multiples = back[place] as Float64Array;
    return { value: dotProduct(multiples, fit.coefficients), standardError: Math.sqrt(variance(multiples)) };
  };
  return {
    ...about,
    reason: null,
    intercept: coefficientOf(0),
    coefficients: columns.map((_, index) => {
      const place = kept.indexOf(index);
      if (place >= 0) return { ...coefficientOf(place + 1), leftOut: null };
      return { ...none, leftOut: varying.includes(index) ? "collinear" : "constant" };
    }),
    rank: kept.length + 1,
    logLikelihood: fit.logLikelihood,
    converged: true,
    iterations: fit.iterations,
  };
}
