import type { GroupKey } from "../../metric/group.js";
import type { Interval } from "../../stats/interval.js";
import type { FeatureCategory, FeatureKind } from "../features/feature.js";

/** A segment as rows name it. */
export type SegmentLabel = Exclude<GroupKey, null>;

/**
 * What a contrast says in words. `may be chance`: by its adjusted p-value it cannot be told from none; `no difference worth
 * telling`: it can, or is made, but is negligible; `not known`: there is too little to compare.
 */
export type ContrastReading =
  | "much higher"
  | "higher"
  | "slightly higher"
  | "no difference worth telling"
  | "slightly lower"
  | "lower"
  | "much lower"
  | "may be chance"
  | "not known";

/** The size of a difference on a scale on which features compare. */
export interface ContrastEffect {
  /**
   * By means: Hedges's g for numbers, Cohen's h for shares. By ranks: Cliff's delta for both, which for shares is their difference.
   */
  readonly measure: "hedges-g" | "cohens-h" | "cliffs-delta";
  /** Segment less rest; null where it cannot be told. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** The usual word for its size. */
  readonly magnitude: "negligible" | "small" | "medium" | "large" | null;
}

/** What rests on one side of a contrast. */
export interface ContrastSide {
  /**
   * The mean (by ranks the median) of a number, or of a date in days since 1970; the share of true or of the category, 0–1. Null
   * without rows.
   */
  readonly value: number | null;
  /** How many rows hold the feature. */
  readonly n: number;
  /** How many rows do not. */
  readonly missing: number;
}

/** One feature of a segment beside that of all other rows. */
export interface Contrast {
  readonly feature: string;
  /** The category whose share it is; null where the feature is none. */
  readonly category: FeatureCategory | null;
  readonly kind: FeatureKind;
  readonly segment: ContrastSide;
  /** All rows of other segments. */
  readonly rest: ContrastSide;
  /** Segment less rest, in the unit of the values; by ranks the median of all differences. */
  readonly difference: number | null;
  /** Of the difference. */
  readonly interval: Interval | null;
  readonly effect: ContrastEffect;
  /** Of no difference; null where it cannot be told, and for what segments are made from. */
  readonly pValue: number | null;
  /** The same for as many tests as there are, by Benjamini and Hochberg. */
  readonly adjustedPValue: number | null;
  readonly reading: ContrastReading;
}

/** One segment in a {@link ProfileResult}. */
export interface SegmentProfile {
  readonly segment: SegmentLabel;
  /** How many rows are in it. */
  readonly n: number;
  /** The share of the rows that have a segment, 0–1. */
  readonly share: number;
  /** What sets it apart first: what can be told, by the size of the effect, then what may be chance. */
  readonly contrasts: readonly Contrast[];
}

/** The result of `profile`. */
export interface ProfileResult {
  /** Sorted as `groupBy` sorts. */
  readonly segments: readonly SegmentProfile[];
  /** How many rows have a segment, or are known to have none. */
  readonly n: number;
  /** Rows whose segment is not known. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** How many p-values there are, for which they are adjusted. */
  readonly tests: number;
  readonly method: "means" | "ranks";
  readonly level: number;
}
