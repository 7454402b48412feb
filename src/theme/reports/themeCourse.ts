import type { AverageResult } from "../../kpi/average.js";
import type { Interval } from "../../metric/estimate.js";
import type { ThemeName } from "./themeSource.js";

/** A theme in one period. */
export interface ThemePoint {
  readonly start: string;
  readonly end: string;
  /** How many comments of the period are about it. */
  readonly comments: number;
  /** Out of all comments of the period, 0–1; null where there are none. */
  readonly share: number | null;
  /** The Wilson interval of the share. */
  readonly interval: Interval | null;
  /** The mean of `sentiment` over its comments; null where it was not asked for. */
  readonly sentiment: AverageResult | null;
  /** Whether the period is over, so that its counts are whole. */
  readonly complete: boolean;
}

/** How a share has changed, and whether that is news. */
export interface ThemeShift {
  /** In shares, 0–1: more is over 0. Null where it cannot be told. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /**
   * How many times as much the share swings from period to period as sampling alone makes it (Pearson's chi-square over its degrees of
   * freedom); over 1, interval and p-value allow for it. Null where fewer than five periods before (six for the slope) tell.
   */
  readonly dispersion: number | null;
  /** Of no change, adjusted for the number of themes (Benjamini and Hochberg); null where the theme was not tested. */
  readonly adjustedPValue: number | null;
  /** Null where chance alone may have made it. */
  readonly direction: "rises" | "falls" | null;
}

/** A theme over time. */
export interface ThemeCourse extends ThemeName {
  /** In all periods together. */
  readonly comments: number;
  /** One for every period, none left out. */
  readonly points: readonly ThemePoint[];
  /** The share of the last period that is over, less that of the periods before. */
  readonly change: ThemeShift;
  /** The change of the share per period, along all periods that are over. */
  readonly slope: ThemeShift;
}

/** What comments are about, period by period. */
export interface ThemeTrend {
  /** What has changed most surely in the last period first; themes that no comment is about are left out. */
  readonly themes: readonly ThemeCourse[];
  /** The periods with all their comments. */
  readonly periods: readonly {
    readonly start: string;
    readonly end: string;
    readonly comments: number;
    readonly complete: boolean;
  }[];
  /** The start of the period that `change` is about, the last that is over; null where none is. */
  readonly last: string | null;
  /** With how many periods before it that was compared. */
  readonly against: number;
  /** Comments in these periods. */
  readonly comments: number;
  /** Rows without a comment. */
  readonly missing: number;
  /** Comments without a time. */
  readonly untimed: number;
  /** Comments before `from` or after `to`. */
  readonly outside: number;
}
