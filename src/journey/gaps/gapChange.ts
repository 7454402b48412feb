import { differenceOfShares } from "../../stats/differenceOfShares.js";
import type { Interval } from "../../stats/interval.js";
import type { Gap } from "./gap.js";
import type { JourneyGapReport } from "./journeyGapReport.js";

/** A run as `journeyGapReport` gives it; of `journeyGaps`, the gaps alone. */
export interface ReportedGaps
  extends Pick<JourneyGapReport, "gaps">,
    Partial<Pick<JourneyGapReport, "judged" | "tooThin">> {}

/** What a run of `journeyGaps` or `journeyGapReport` found. */
export type GapRun = readonly Gap[] | ReportedGaps;

/** Whom a gap affected in a run, whether it was told or only judged. */
export interface GapFigures {
  readonly count: number;
  readonly of: number;
  /** Whether it was told as a gap. */
  readonly told: boolean;
  /** Null where it was not told. */
  readonly severity: number | null;
}

/** Looks up what a run says of a gap; null where it was too thin to judge, or a list of gaps does not have it. */
export function figuresIn(run: GapRun): (id: string) => GapFigures | null {
  const { gaps, judged = [] }: ReportedGaps = "gaps" in run ? run : { gaps: run };
  const figures = new Map<string, GapFigures>();
  for (const { id, customers } of judged) {
    figures.set(id, { count: customers.count, of: customers.of, told: false, severity: null });
  }
  for (const { id, customers, severity } of gaps) {
    figures.set(id, { count: customers.count, of: customers.of, told: true, severity });
  }
  return (id) => figures.get(id) ?? null;
}

/** How the share of affected customers changed. */
export interface ShareChange {
  /** The share after minus the share before. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, for no change: of two shares, and exact where counts are small. */
  readonly pValue: number | null;
}

/** The change of a share between two runs over different customers; null where either has nobody. */
export function gapChange(
  before: Pick<GapFigures, "count" | "of"> | null,
  after: Pick<GapFigures, "count" | "of"> | null,
  level: number,
): ShareChange | null {
  if (before === null || after === null || before.of === 0 || after.of === 0) return null;
  const { difference, interval, pValue } = differenceOfShares(
    [after.count, after.of],
    [before.count, before.of],
    level,
  );
  return difference === null || interval === null ? null : { difference, interval, pValue };
}
