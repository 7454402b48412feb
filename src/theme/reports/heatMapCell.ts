import type { AverageResult } from "../../kpi/average.js";
import type { Estimate, Interval } from "../../metric/estimate.js";
import type { GroupKey } from "../../metric/group.js";
import type { Suppressed } from "../../metric/suppressed.js";
import type { ThemeName } from "./themeSource.js";

/** A theme in a group of comments. Where it is hidden, all its figures are null. */
export interface HeatMapCell extends ThemeName {
  /** What the comments of the group have in common; null for those of no group. */
  readonly group: GroupKey;
  /** How many comments of the group are about the theme. */
  readonly comments: number | null;
  /** Out of all comments of the group, 0–1. */
  readonly share: number | null;
  /** The Wilson interval of the share. */
  readonly interval: Interval | null;
  /** How many there would be, were the theme as common in the group as in all comments. */
  readonly expected: number | null;
  /** `comments` ÷ `expected`: 1 for as common as anywhere. */
  readonly lift: number | null;
  /** The share in the group less that in all other comments; null where there are no others. */
  readonly difference: number | null;
  /** Newcombe's interval of the difference. */
  readonly differenceInterval: Interval | null;
  /** `comments` less `expected`, in standard errors: beyond ±2 or 3 the cell stands out. Null where the margins fix the cell. */
  readonly residual: number | null;
  /**
   * Of no difference from all other comments (Fisher's where fewer than five are expected), adjusted for the number of cells (Benjamini and
   * Hochberg).
   */
  readonly adjustedPValue: number | null;
  /** The KPI of the group's comments about the theme; null where none was asked for. */
  readonly kpi: Estimate | Suppressed<Estimate> | null;
  /** The mean of `sentiment` over them; null where it was not asked for. */
  readonly sentiment: AverageResult | Suppressed<AverageResult> | null;
  /** Whether the cell is hidden, see `minimumN`. */
  readonly suppressed: boolean;
}
