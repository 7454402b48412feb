import { checkChoice, checkOptions, checkReader } from "../error/checkOptions.js";
import { atRow, CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkClassWeights, classWeights, type OutcomeWeights } from "./classWeights.js";
import { criticalValue } from "./criticalValue.js";
import { logisticModel } from "./logisticModel.js";
import type { LogisticRegressionResult } from "./logisticRegressionResult.js";
import { nullDevianceOf } from "./nullDevianceOf.js";
import { type BinaryOutcome, readOutcome } from "./readOutcome.js";
import { largestNumber } from "./sampleMoments.js";
import { waldEstimate } from "./waldEstimate.js";

/** Options of {@link logisticRegression}. */
export interface LogisticRegressionOptions<Row> {
  /** The outcome of a row: true or 1, false or 0; null, undefined and NaN stand for not known. */
  readonly outcome: (row: Row) => BinaryOutcome;
  /** What explains it, by name: finite numbers, true (1) or false (0); null, undefined and NaN stand for not known. */
  readonly predictors: Readonly<Record<string, (row: Row) => number | boolean | null | undefined>>;
  /** How many equal rows a row stands for: 0, or from 1e-100 to 1e100, not necessarily whole. A row without one is counted in `missing`. */
  readonly weight?: (row: Row) => number | null | undefined;
  /**
   * How much rows count by their outcome; `balanced` makes both outcomes count the same in all. The intercept, and so every
   * probability, is then that of a world with outcomes in these proportions. @defaultValue none
   */
  readonly classWeights?: "balanced" | OutcomeWeights;
  /**
   * Ridge: half of this times the sum of squared coefficients, each for a standard deviation (n − 1) of its predictor, is taken off the
   * log-likelihood, so units do not matter. The intercept is not penalised. 0 is maximum likelihood. @defaultValue 0
   */
  readonly penalty?: number;
  /**
   * `sandwich` is right where weights are no counts (survey weights, class weights), and where the model is not quite.
   * @defaultValue "information", as R's glm has them; "sandwich" with class weights
   */
  readonly standardErrors?: "information" | "sandwich";
  /** The level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

const known = ["outcome", "predictors", "weight", "classWeights", "penalty", "standardErrors", "level"];

/** Refuses a penalty that is none. */
export function checkPenalty(what: string, penalty: unknown): void {
  if (!(typeof penalty === "number" && penalty >= 0 && penalty <= largestNumber)) {
    throw new CxError("invalid-option", `${what} requires a number of at least 0`, penalty);
  }
}

/** Rows as columns, without those that lack something or weigh nothing. */
interface Columns {
  readonly columns: readonly Float64Array[];
  readonly outcomes: Uint8Array;
  readonly weights: Float64Array | null;
  readonly missing: number;
}

function readPredictor(predictor: string, value: unknown): number {
  if (isMissing(value)) return Number.NaN;
  if (typeof value === "boolean" || (typeof value === "number" && Math.abs(value) <= largestNumber))
    return Number(value);
  const requirement = `logisticRegression requires a finite number of at most 1e140, or true or false, as ${predictor}`;
  throw new CxError("invalid-value", requirement, value);
}

function readWeight(value: unknown): number {
  if (isMissing(value)) return Number.NaN;
  if (value === 0 || (typeof value === "number" && value >= 1e-100 && value <= 1e100)) return value;
  throw new CxError("invalid-value", "logisticRegression requires a weight of 0 or from 1e-100 to 1e100", value);
}

function readRows<Row>(rows: Iterable<Row>, options: LogisticRegressionOptions<Row>): Columns {
  const { outcome, weight } = options;
  const names = Object.keys(options.predictors);
  const readers = Object.values(options.predictors);
  const all: readonly Row[] = Array.isArray(rows) ? rows : Array.from(rows);
  const columns = names.map(() => new Float64Array(all.length));
  const outcomes = new Uint8Array(all.length);
  const weights = new Float64Array(all.length);
  let [n, missing] = [0, 0];
  /** Reads a row into place n, and whether it has all that it needs. */
  const readRow = (row: Row): boolean => {
    const one = readOutcome("logisticRegression", outcome(row));
    const weighs = weight === undefined ? 1 : readWeight(weight(row));
    let isWhole = one !== null && !Number.isNaN(weighs);
    for (let place = 0; place < readers.length; place++) {
      const figure = readPredictor(names[place] as string, (readers[place] as (typeof readers)[number])(row));
      (columns[place] as Float64Array)[n] = figure;
      isWhole &&= !Number.isNaN(figure);
    }
    outcomes[n] = Number(one);
    weights[n] = weighs;
    return isWhole;
  };
  for (let row = 0; row < all.length; row++) {
    try {
      if (!readRow(all[row] as Row)) missing++;
      else if (weights[n] !== 0) n++;
    } catch (error) {
      throw atRow(error, row);
    }
  }
  return {
    columns: columns.map((column) => column.subarray(0, n)),
    outcomes: outcomes.subarray(0, n),
    weights: weight === undefined ? null : weights.subarray(0, n),
    missing,
  };
}

/** What rows of outcome 0 and 1 weigh in all. */
function totals({ outcomes, weights }: Columns): { readonly zeros: number; readonly ones: number } {
  const sums = [0, 0] as [number, number];
  outcomes.forEach((outcome, row) => {
    sums[outcome === 1 ? 1 : 0] += weights?.[row] ?? 1;
  });
  return { zeros: sums[0], ones: sums[1] };
}

/**
 * Logistic regression: how the odds of a yes-or-no outcome change with figures, by maximum likelihood or, with a penalty, by ridge.
 *
 * A predictor that does not vary, or that those before it determine, has no coefficient, as in R's glm. Where predictors separate the
 * outcomes there are no coefficients that fit best (glm gives huge ones and warns): then there is no model, and `separation` names
 * them. Leave them out, or set a penalty. Under a penalty coefficients are drawn towards 0, and their standard errors are those of a
 * normal prior with variance 1 ÷ penalty for a standard deviation of each predictor.
 *
 * @param rows The rows; of a matrix, `([wt]) => wt` reads its first column. Time is linear in them, and what is kept is their figures.
 * @param options How to read the outcome and the predictors, weights, the penalty, and the level.
 * @returns Coefficients on the scale of log-odds with Wald's intervals and p-values, deviances and AIC as R's glm has them (AIC with
 * weights that are not whole: without rounding them). They are converged to the last digits; glm stops earlier, which leaves its standard
 * errors right to three or four, unless it is told `epsilon = 1e-14`.
 * @throws A {@link CxError} `invalid-value` when a value is not allowed (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { logisticRegression } from "cxkit";
 *
 * // Who renewed, by months as a customer.
 * const rows = [[2, 0], [3, 0], [5, 1], [6, 0], [8, 1], [9, 0], [11, 1], [14, 1], [15, 1], [4, 0]];
 * const { intercept, coefficients, deviance } = logisticRegression(rows, {
 *   outcome: ([, renewed]) => renewed,
 *   predictors: { months: ([months]) => months },
 * });
 * intercept.value; // => -3.66…
 * coefficients[0]; // => { predictor: "months", value: 0.501…, standardError: 0.301…, pValue: 0.09…, … }
 * deviance; // => 8.28…
 * ```
 *
 * @see McCullagh and Nelder (1989), "Generalized Linear Models", ch. 4; le Cessie and van Houwelingen (1992), Applied Statistics 41,
 * 191–201; Albert and Anderson (1984), Biometrika 71, 1–10; Huber (1967), Fifth Berkeley Symposium 1, 221–233.
 */
export function logisticRegression<Row>(
  rows: Iterable<Row>,
  options: LogisticRegressionOptions<Row>,
): LogisticRegressionResult {
  checkOptions("logisticRegression", options, known);
  const { outcome, predictors, weight, classWeights: wanted, penalty = 0, level = 0.95 } = options;
  const { standardErrors = wanted === undefined ? "information" : "sandwich" } = options;
  checkReader("logisticRegression: outcome", outcome);
  if (Object(predictors) !== predictors) {
    throw new CxError(
      "invalid-option",
      "logisticRegression requires predictors as functions of a row by name",
      predictors,
    );
  }
  for (const read of Object.values(predictors)) checkReader("logisticRegression: predictors", read);
  if (weight !== undefined) checkReader("logisticRegression: weight", weight);
  if (wanted !== undefined) checkClassWeights("logisticRegression", wanted);
  checkPenalty("logisticRegression: penalty", penalty);
  checkChoice("standardErrors", standardErrors, ["information", "sandwich"]);
  criticalValue(level);

  const read = readRows(rows, options);
  const { outcomes } = read;
  const n = outcomes.length;
  const plain = totals(read);
  const bothThere = plain.zeros > 0 && plain.ones > 0;
  const byOutcome = wanted === undefined || !bothThere ? null : classWeights(wanted, plain.zeros, plain.ones);
  const weights =
    byOutcome === null
      ? read.weights
      : Float64Array.from(
          outcomes,
          (one, row) => (read.weights?.[row] ?? 1) * (one === 1 ? byOutcome.one : byOutcome.zero),
        );
  const all = totals({ ...read, weights });
  const model = logisticModel({ ...read, weights, penalty, sandwich: standardErrors === "sandwich" });
  const names = Object.keys(predictors);
  const { logLikelihood, rank } = model;
  const deviance = logLikelihood === null ? null : -2 * logLikelihood;
  return {
    intercept: waldEstimate(model.intercept, level),
    coefficients: model.coefficients.map(({ leftOut, ...fitted }, place) => ({
      // As many as there are names.
      predictor: names[place] as string,
      ...waldEstimate(fitted, level),
      leftOut,
      ...(model.columns[place] as (typeof model.columns)[number]),
    })),
    reason: model.reason,
    separation: model.separation && {
      kind: model.separation.kind,
      predictors: model.separation.columns.map((place) => names[place] as string),
    },
    n,
    ones: outcomes.reduce((sum, one) => sum + one, 0),
    missing: read.missing,
    converged: model.converged,
    iterations: model.iterations,
    logLikelihood,
    deviance,
    nullDeviance: n === 0 ? null : nullDevianceOf(all.zeros, all.ones),
    degreesOfFreedom: deviance === null ? null : n - rank,
    aic: deviance === null || penalty > 0 ? null : deviance + 2 * rank,
    penalty,
    classWeights: byOutcome,
    standardErrors,
  };
}
