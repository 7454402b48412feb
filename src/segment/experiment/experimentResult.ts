import type { Definition, Estimate, Interval } from "../../metric/estimate.js";
import type { SequentialLook, SequentialMethod } from "../../stats/sequentialBoundaries.js";

/** One variant of an experiment. */
export interface ExperimentArm {
  readonly variant: string;
  /** The share of customers that was planned, 0–1. */
  readonly share: number;
  /** The customers who had this variant and no other. */
  readonly customers: number;
  /** How many customers the plan makes of all that were counted. */
  readonly expected: number;
  /** Their rows. */
  readonly rows: number;
  /** The outcome; `n` counts customers that have one, `missing` those that have none. */
  readonly result: Estimate;
}

/** A variant against the control. Figures are in the unit of the outcome, and null where they cannot be told. */
export interface ExperimentComparison {
  readonly variant: string;
  /** The variant less the control. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Two-sided, for no difference at all. */
  readonly pValue: number | null;
  /** The p-value adjusted by Holm for all comparisons of the experiment. */
  readonly adjustedPValue: number | null;
  /** Whether the adjusted p-value is no greater than `threshold`. */
  readonly significant: boolean | null;
  /** The difference over the control's value: 0.1 stands for 10 % more. Null where that value is not above 0. */
  readonly lift: number | null;
  /** Of the lift; null where the control's value may be 0. */
  readonly liftInterval: Interval | null;
  /** The smallest rise and the smallest fall that so many customers show in four of five experiments; without regard to other comparisons. */
  readonly minimumDetectable: { readonly increase: number | null; readonly decrease: number | null };
  /** The chance that so many customers show the `relevantDifference`, if it is there; null without one. */
  readonly power: number | null;
}

/** What to know before an experiment is believed. */
export interface ExperimentWarning {
  /**
   * | code | what is wrong |
   * |---|---|
   * | `sample-ratio` | variants have not the shares of customers that were planned (p < 0.001): something sorts customers |
   * | `contamination` | customers had more than one variant |
   * | `early-look` | it is looked at before the customers that were planned are in |
   * | `peeking` | it is looked at several times |
   */
  readonly code: "sample-ratio" | "contamination" | "early-look" | "peeking";
  readonly words: string;
}

/** The looks at an experiment. */
export interface ExperimentLooks {
  /** Which of the looks this is, from 1. */
  readonly look: number;
  readonly looks: readonly SequentialLook[];
  /** The chance of a false alarm at any of the looks, if each was tested as if it was the only one. */
  readonly peeking: number;
  readonly method: SequentialMethod;
}

/** The result of {@link experiment}. */
export interface ExperimentResult {
  /** In the planned order, or else by name. */
  readonly arms: readonly ExperimentArm[];
  /** The variant that the others are compared with; null without any rows or plan. */
  readonly control: string | null;
  /** The other variants, in the order of the arms. */
  readonly comparisons: readonly ExperimentComparison[];
  /** Whether customers are spread over the variants as was planned. */
  readonly sampleRatio: {
    readonly statistic: number | null;
    readonly degreesOfFreedom: number;
    readonly pValue: number | null;
    /** p < 0.001: then no difference below can be put down to the variants. */
    readonly mismatch: boolean;
  };
  /** False where the sample ratio is not as planned. */
  readonly trustworthy: boolean;
  readonly warnings: readonly ExperimentWarning[];
  /** What adjusted p-values are held against: 1 − level, or what the present look allows. */
  readonly threshold: number;
  /** Null unless looks or the planned number of customers were told. */
  readonly sequential: ExperimentLooks | null;
  /** Customers in all arms. */
  readonly n: number;
  /** Those who had more than one variant; they are in no arm. */
  readonly contaminated: { readonly customers: number; readonly rows: number };
  /** Rows without a customer or a variant. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** What was measured. */
  readonly definition: Definition;
}
