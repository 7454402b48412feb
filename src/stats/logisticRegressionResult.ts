import type { OutcomeWeights } from "./classWeights.js";
import type { SeparationKind } from "./logisticFit.js";
import type { LeftOut, NoLogisticModel } from "./logisticModel.js";
import type { LogisticEstimate } from "./waldEstimate.js";

/** The coefficient of a predictor: the change of the log-odds for one more of it. */
export interface LogisticCoefficient extends LogisticEstimate {
  readonly predictor: string;
  /** Why it has none: it does not vary, or predictors before it determine it. Null where it has one, or there is no model. */
  readonly leftOut: LeftOut | null;
  /** Of the rows in the model, without weights. */
  readonly mean: number | null;
  /** The same, with n − 1; 0 where the predictor does not vary. */
  readonly standardDeviation: number | null;
}

/** Predictors that split the outcomes, so that no finite coefficients fit best. */
export interface LogisticSeparation {
  /** `quasi-complete`: but for rows on the border. */
  readonly kind: SeparationKind;
  /** Those that do so each alone or, where none does, together. */
  readonly predictors: readonly string[];
}

/** A logistic regression, as plain data. */
export interface LogisticRegressionResult {
  readonly intercept: LogisticEstimate;
  /** One for each predictor, in their order. */
  readonly coefficients: readonly LogisticCoefficient[];
  /** Why there is no model; null where there is one. */
  readonly reason: NoLogisticModel | null;
  /** Null where nothing separates. With a penalty, only predictors that separate each alone are looked for. */
  readonly separation: LogisticSeparation | null;
  /** Rows in the model: those of weight 0 are not. */
  readonly n: number;
  /** How many of them have outcome 1. */
  readonly ones: number;
  /** Rows left out because the outcome, a predictor or the weight is not known. */
  readonly missing: number;
  readonly converged: boolean;
  /** Rounds of Newton's method. */
  readonly iterations: number;
  /** Without the penalty. */
  readonly logLikelihood: number | null;
  /** −2 times the log-likelihood. */
  readonly deviance: number | null;
  /** That of a model without predictors. */
  readonly nullDeviance: number | null;
  /** Of the deviance: n less the coefficients estimated. */
  readonly degreesOfFreedom: number | null;
  /** The deviance and twice the coefficients estimated; null with a penalty, under which these do not count in full. */
  readonly aic: number | null;
  readonly penalty: number;
  /** Null without class weights. */
  readonly classWeights: OutcomeWeights | null;
  readonly standardErrors: "information" | "sandwich";
}
