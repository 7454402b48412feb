import type { KnownEstimate } from "../metric/compare.js";
import type { CardScale, CardScore, CompositeVariant } from "./cardScore.js";

/** A KPI as `scorecard` takes it; the floor is what scores 0, the target what scores 100, in the unit of the value. */
export interface ScorecardKpi extends CardScale {
  /** No two KPIs of a scorecard have the same. */
  readonly name: string;
  /** A number, or the result of a KPI; null, undefined and NaN stand for no value. */
  readonly value?: number | KnownEstimate | null | undefined;
  /** How much it counts, at least 0, in any unit. @defaultValue 1 */
  readonly weight?: number;
  /** Who answers for it. */
  readonly owner?: string;
  /** What others have: an industry's mean, the best branch. */
  readonly benchmark?: number | KnownEstimate | null | undefined;
  /** What it was in the period before. */
  readonly before?: number | KnownEstimate | null | undefined;
}

/** A composite against another; null where too little of the weight has both values. */
export interface CardComparison {
  /** The other composite, 0–100. */
  readonly value: number | null;
  /** The composite of today minus the other, over the KPIs that have both values. */
  readonly difference: number | null;
}

/** One KPI of a scorecard. */
export interface ScorecardRow extends CardScore, CardScale {
  readonly name: string;
  readonly owner?: string;
  /** In its own unit; null where there is none. */
  readonly value: number | null;
  readonly weight: number;
  /** The benchmark's value and score, and today's score minus that; null where none is given. */
  readonly benchmark: ScoreComparison | null;
  /** The same for the period before. */
  readonly before: ScoreComparison | null;
}

/** A value to compare with. */
export interface ScoreComparison {
  /** In the unit of the KPI. */
  readonly value: number | null;
  /** 0–100. */
  readonly score: number | null;
  /** Today's score minus this one. */
  readonly difference: number | null;
}

/** What a composite would be if a weight were another. */
export interface WeightSensitivity {
  readonly name: string;
  /** The composite with four fifths of the KPI's weight; null where there is no composite. */
  readonly lessWeight: number | null;
  /** The composite with six fifths of it. */
  readonly moreWeight: number | null;
}

/** KPIs on one scale, and their composite. */
export interface ScorecardResult {
  /** The composite, 0–100; null where too little of the weight has a value. */
  readonly value: number | null;
  /** The share of the weight that has a value, 0–1; null where there is no KPI. */
  readonly coverage: number | null;
  readonly kpis: readonly ScorecardRow[];
  /** Against the benchmarks; null where no KPI has one. */
  readonly benchmark: CardComparison | null;
  /** Against the period before; null where no KPI has one. */
  readonly before: CardComparison | null;
  /** How much each weight decides, of the KPIs that have a value and a weight. */
  readonly sensitivity: readonly WeightSensitivity[];
  /** How it was made. */
  readonly definition: {
    readonly kpi: "scorecard";
    readonly variant: CompositeVariant;
    readonly minimumCoverage: number;
  };
}
