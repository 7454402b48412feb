import type { AverageResult } from "../kpi/average.js";
import type { Estimate, Interval } from "../metric/estimate.js";
import type { Group } from "../metric/group.js";
import type { CommentCounts } from "./reports/eachComment.js";
import type { ThemeDevelopment } from "./themeDevelopments.js";

/** A theme in one group of rows. */
export interface ThemeShare {
  /** How many comments of the group are about it. */
  readonly comments: number;
  /** Out of all comments of the group, 0–1. */
  readonly share: number;
  /** The Wilson interval of the share. */
  readonly interval: Interval;
  /** The KPI among the comments of the group about it. */
  readonly with: Estimate;
}

/** One theme and what goes with it. */
export interface ThemeImpact<Dimension extends string = string> extends ThemeShare {
  /** The id of the theme. */
  readonly theme: string;
  readonly name: string;
  /** The id of the theme that it is a part of, or null. */
  readonly parent: string | null;
  /** The KPI among all other comments. */
  readonly without: Estimate;
  /** The KPI of all comments minus that without the theme: what goes with it, in the KPI's unit; null where one has no value. */
  readonly impact: number | null;
  readonly impactInterval: Interval | null;
  /**
   * The share of the answers with the theme times the KPI with it minus the KPI of all: over themes of which every comment has exactly
   * one, contributions add up to 0. Null where one has no value.
   */
  readonly contribution: number | null;
  /** Of no difference with and without the theme, adjusted for the number of themes (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
  /** The mean of `sentiment` over the comments about it, those of unknown sentiment in `missing`; null where it was not asked for. */
  readonly sentiment: AverageResult | null;
  /** What has changed since the period before; null where no rows of it were given. */
  readonly change: ThemeDevelopment | null;
  /** For each way of parting the comments, the theme in every group that has comments, sorted as by `groupBy`. */
  readonly by: { readonly [name in Dimension]: readonly Group<ThemeShare>[] };
}

/** What comments are about, and what goes with it. */
export interface ThemeReport<Dimension extends string = string> {
  /** The lowest impact first, the most harmful of a KPI where higher is better; those without a KPI last. Themes that no comment is about, now or before, are left out. */
  readonly themes: readonly ThemeImpact<Dimension>[];
  /** How many rows have a comment. */
  readonly comments: number;
  /** How many rows have none. */
  readonly missing: number;
  /** How many comments are about no theme. */
  readonly untagged: number;
  /** The KPI of all comments. */
  readonly all: Estimate;
  /** How many rows of the period before have a comment, and how many have none; null where no rows of it were given. */
  readonly before: CommentCounts | null;
}
