import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { checkClassWeights, type OutcomeWeights } from "../../stats/classWeights.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { checkPenalty } from "../../stats/logisticRegression.js";
import type { BinaryOutcome } from "../../stats/readOutcome.js";
import type { FeatureCategory, FeatureReader } from "../features/feature.js";

/** What may tell who churns, by name: numbers, booleans, strings (categories) and Dates; null, undefined and NaN stand for none. */
export type ChurnFeatures<Row> = { readonly [feature: string]: FeatureReader<Row> };

/** Options of {@link fitChurnRisk}. */
export interface ChurnRiskOptions<Row> {
  /**
   * Whether a customer churned: true or 1, false or 0; null, undefined and NaN where that is not known yet. @defaultValue the row's
   * `churned`
   */
  readonly churned?: (row: Row) => BinaryOutcome;
  /** Who it is: several rows of one customer are not as good as rows of several. @defaultValue the row's `customer`, if it has one */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
  /**
   * Ridge penalty on coefficients, each for a standard deviation of its column, as `logisticRegression` has it: 0 is maximum
   * likelihood, more draws coefficients towards 0. @defaultValue 0; 1 where features separate who churned from who stayed, so that
   * there is no maximum likelihood
   */
  readonly regularisation?: number;
  /**
   * How much customers count by their outcome; `balanced` makes both outcomes count the same. Coefficients then have sandwich standard
   * errors, and the intercept is set so that probabilities are right all the same. @defaultValue none
   */
  readonly classWeights?: "balanced" | { readonly churned: number; readonly kept: number };
  /** The level of a category that others are compared with, by feature. @defaultValue the first by code unit */
  readonly references?: { readonly [feature: string]: FeatureCategory };
  /**
   * What becomes of a row that lacks a feature: left out and counted, or kept with the mean in place and a coefficient of its own for
   * not being known. @defaultValue "exclude"
   */
  readonly missing?: "exclude" | "impute";
  /** What becomes of a row with a value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
  /** The level of all intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
}

/** Options that are there. */
export interface ChurnSettings {
  /** Null: 0, or 1 where there is no maximum likelihood. */
  readonly regularisation: number | null;
  readonly classWeights: "balanced" | OutcomeWeights | null;
  readonly references: { readonly [feature: string]: FeatureCategory };
  readonly missing: "exclude" | "impute";
  readonly invalid: InvalidPolicy;
  readonly level: number;
}

/** The names of {@link ChurnRiskOptions}. */
export const churnOptions = [
  "churned",
  "customer",
  "regularisation",
  "classWeights",
  "references",
  "missing",
  "invalid",
  "level",
] as const;

/** Refuses features that are no functions by name. */
function checkFeatures(name: string, features: object): void {
  const readers = Object.values(Object(features));
  if (Array.isArray(features) || readers.length === 0) {
    throw new CxError(
      "invalid-option",
      `${name} requires at least one feature, a function of a row by its name`,
      features,
    );
  }
  for (const read of readers) checkReader(`${name}: features`, read);
}

/** Checks options and fills in those that are not given. */
export function churnSettings<Row>(
  name: string,
  features: ChurnFeatures<Row>,
  options: ChurnRiskOptions<Row>,
): ChurnSettings {
  checkFeatures(name, features);
  const {
    regularisation = null,
    classWeights,
    references = {},
    missing = "exclude",
    invalid = "throw",
    level = 0.95,
  } = options;
  for (const reader of ["churned", "customer"] as const) {
    if (options[reader] !== undefined) checkReader(`${name}: ${reader}`, options[reader]);
  }
  if (regularisation !== null) checkPenalty(`${name}: regularisation`, regularisation);
  checkOptions(`${name}: references`, references, Object.keys(features));
  checkChoice("missing", missing, ["exclude", "impute"]);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  criticalValue(level);
  return { regularisation, classWeights: readClassWeights(name, classWeights), references, missing, invalid, level };
}

function readClassWeights(
  name: string,
  weights: ChurnRiskOptions<never>["classWeights"],
): "balanced" | OutcomeWeights | null {
  if (weights === undefined) return null;
  if (weights === "balanced") return weights;
  checkOptions(`${name}: classWeights`, weights, ["churned", "kept"]);
  const wanted = { zero: weights.kept, one: weights.churned };
  checkClassWeights(name, wanted);
  return wanted;
}
