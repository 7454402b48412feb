import type { AucResult } from "../../stats/auc.js";
import type { BrierScoreResult } from "../../stats/brierScore.js";
import type { CalibrationResult } from "../../stats/calibration.js";
import type { Interval } from "../../stats/interval.js";
import type { LiftResult } from "../../stats/lift.js";
import type { SeparationKind } from "../../stats/logisticFit.js";
import type { LeftOut, NoLogisticModel } from "../../stats/logisticModel.js";
import type { LogisticEstimate } from "../../stats/waldEstimate.js";
import type { FeatureCategory, FeatureKind } from "../features/feature.js";

/** By how much odds are multiplied. */
export interface OddsRatio {
  /** Null where there is none, or it is beyond the range of numbers. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** What a feature, or one of its levels, does to the log-odds of churning, the others being equal. */
export interface ChurnCoefficient extends LogisticEstimate {
  /** The feature, with its level or "missing" where it stands for that: "plan: pro". */
  readonly term: string;
  readonly feature: string;
  /** `level`: of a category, against the reference. `missing`: for not being known. */
  readonly part: "value" | "level" | "missing";
  /** Null unless it stands for one. */
  readonly level: FeatureCategory | null;
  /** For one unit more; for the level against the reference; for not being known. Dates are in days. */
  readonly oddsRatio: OddsRatio;
  /** For one standard deviation more: what makes numbers in different units comparable. */
  readonly oddsRatioPerStandardDeviation: OddsRatio;
  /** Of the column in the rows of the model; the share of the customers, for a level. */
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Why it has no coefficient: the column does not vary, or others determine it. */
  readonly leftOut: LeftOut | null;
}

/** A level of a category. */
export interface ChurnLevel {
  readonly level: FeatureCategory;
  /** Rows in the model that have it. */
  readonly n: number;
  /** How many of them churned. */
  readonly churned: number;
}

/** A feature as the model knows it. */
export interface ChurnFeature {
  readonly feature: string;
  /** By the type of its first value; null where no row had one. */
  readonly kind: FeatureKind | null;
  /** Rows with a known outcome that have no value of it. */
  readonly missing: number;
  /** The level that others are compared with; null unless it is a category. */
  readonly reference: FeatureCategory | null;
  /** Sorted, reference included; none unless it is a category. */
  readonly levels: readonly ChurnLevel[];
}

/** How well probabilities of churning tell customers apart, and whether they are probabilities. */
export interface ChurnPerformance {
  /** Discrimination: the chance that one who churned had a higher risk than one who stayed. */
  readonly auc: AucResult;
  readonly calibration: CalibrationResult;
  readonly brier: BrierScoreResult;
  /** By tenths of the customers, from the highest risk down. */
  readonly lift: LiftResult;
}

/** Something that whoever uses a model should know. */
export interface ChurnWarning {
  readonly code: "no-model" | "separation" | "few-events" | "left-out" | "recalibrated" | "repeated-customers";
  /** The terms that it is about; none where it is about all. */
  readonly terms: readonly string[];
  /** In plain English. */
  readonly words: string;
}

/** A model of who churns, as plain data. */
export interface ChurnRiskModel {
  readonly model: "churn-logistic";
  /** Why there is no model; null where there is one. */
  readonly reason: NoLogisticModel | null;
  /** The log-odds of a customer whose every figure is 0 and every level the reference. */
  readonly intercept: LogisticEstimate;
  readonly coefficients: readonly ChurnCoefficient[];
  /** The log-odds of the average customer, whom reasons compare with; null where there is no model. */
  readonly averageLogOdds: number | null;
  readonly features: readonly ChurnFeature[];
  /** Rows given: n and all that were left out. */
  readonly rows: number;
  /** Rows in the model. */
  readonly n: number;
  /** How many of them churned. */
  readonly churned: number;
  /** churned ÷ n, 0–1; null for no rows. */
  readonly churnRate: number | null;
  /** Rows left out because nobody knows yet whether they churn. */
  readonly missingOutcome: number;
  /** Rows left out because a feature is missing; 0 where these are imputed. */
  readonly missingFeatures: number;
  /** Rows left out for a value that is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Customers in the model; null where rows do not tell. */
  readonly customers: number | null;
  /** What becomes of missing features, in the model and when customers are scored. */
  readonly missing: "exclude" | "impute";
  /** The ridge penalty that was used. */
  readonly regularisation: number;
  /** How much customers counted by their outcome; null where all counted the same. */
  readonly classWeights: { readonly churned: number; readonly kept: number } | null;
  /** What was added to the intercept so that probabilities are those of the rows, class weights or not; 0 without them. */
  readonly interceptShift: number;
  /** Terms that split who churned from who stayed; null where none does. */
  readonly separation: { readonly kind: SeparationKind; readonly terms: readonly string[] } | null;
  /** The fewer of churned and stayed, for each coefficient; under 10 these are shaky. Null where there is no coefficient. */
  readonly eventsPerVariable: number | null;
  readonly converged: boolean;
  readonly iterations: number;
  readonly deviance: number | null;
  readonly nullDeviance: number | null;
  /** Null with a penalty, and with class weights. */
  readonly aic: number | null;
  /** On the very rows of the model, which flatters it: see `evaluateChurnRisk`. Null where there is no model. */
  readonly performance: ChurnPerformance | null;
  readonly warnings: readonly ChurnWarning[];
  /** Of all intervals, 0–1. */
  readonly level: number;
}
