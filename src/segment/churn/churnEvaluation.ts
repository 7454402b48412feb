import type { ChurnPerformance, ChurnRiskModel } from "./churnRiskModel.js";

/** Rows on one side of a split. */
export interface ChurnSample {
  readonly n: number;
  readonly churned: number;
  /** churned ÷ n, 0–1; null for no rows. */
  readonly churnRate: number | null;
  /** The first and the last time of its rows, as ISO strings; null for no rows. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What giving every customer the churn rate of the training rows would have done on the test rows. */
export interface ChurnBaseline {
  /** That rate, 0–1. */
  readonly risk: number | null;
  /** Its Brier score on the test rows. */
  readonly brier: number | null;
  /** 1 − the model's Brier score ÷ its: what the model gains; below 0 it is worse than no model. */
  readonly skill: number | null;
}

/** One split: a model of what was known by then, and how it did later. */
export interface ChurnFold {
  /** ISO. */
  readonly splitAt: string;
  /** The end of the test rows, exclusive, which is the next split; null for the last. */
  readonly until: string | null;
  /** Rows from before the split whose outcome was known by then, and that the model was fitted on. */
  readonly train: ChurnSample;
  /** Rows from the split on that have an outcome by now and a risk. */
  readonly test: ChurnSample;
  /** Rows from before the split whose outcome was not known by then: in neither. */
  readonly notYetKnown: number;
  /** Rows after the split with an outcome whose risk cannot be told. */
  readonly unscored: number;
  /** Customers of the test rows that the model had met before; null where rows do not tell. */
  readonly customersInBoth: number | null;
  /** Why there are no figures: either side lacks who churned or who stayed, or there is no model; null where there are. */
  readonly reason: "train-lacks-an-outcome" | "test-lacks-an-outcome" | "no-model" | null;
  /** As it was fitted on the training rows alone. */
  readonly model: ChurnRiskModel;
  /** On the test rows; null where there are no figures. */
  readonly performance: ChurnPerformance | null;
  readonly baseline: ChurnBaseline;
}

/** How a model of churning does on later rows than it learnt from. */
export interface ChurnEvaluation {
  /** By time; one for a single split. */
  readonly folds: readonly ChurnFold[];
  /** On the test rows of all folds that have figures, together; null for none. */
  readonly performance: ChurnPerformance | null;
  /** Against it, over the same rows, each with the rate of its own training rows (`risk` is their mean). */
  readonly baseline: ChurnBaseline;
  /** Rows given. */
  readonly rows: number;
  /** Rows left out because nobody knows yet whether they churn. */
  readonly missingOutcome: number;
  /** Rows left out because their time is not known. */
  readonly missingTime: number;
  /** Rows left out for a value that is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}
