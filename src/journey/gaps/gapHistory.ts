import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import { atRow, type CxError } from "../../error/cxError.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { formatTime } from "../../time/formatTime.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import type { Gap, GapKind } from "./gap.js";
import { figuresIn, type GapFigures, gapChange, type ReportedGaps } from "./gapChange.js";

/** The gaps of one run with its time: `{ at, gaps }`, or `{ at, ...report }`, which also says what was judged and not told. */
export interface DatedGapRun extends ReportedGaps {
  readonly at: TimeInput;
}

/** Options of {@link gapHistory}. */
export interface GapHistoryOptions {
  /** 1 − level is how often one gap may be called worse or better that did not change. @defaultValue 0.95 */
  readonly level?: number;
}

/** What one run says of a gap. */
export interface GapMoment {
  /** ISO time. */
  readonly at: string;
  /**
   * `opened` and `reopened` where it is told again, `worse` or `better` where surely more or fewer are affected than in the last run
   * that told it, `unchanged` where not; `closed` where it is told no longer, `absent` where it is not told as before; `not-judged`
   * where the run was too thin to say.
   */
  readonly change: "opened" | "reopened" | "worse" | "better" | "unchanged" | "closed" | "absent" | "not-judged";
  /** Null where the run does not say. */
  readonly figures: GapFigures | null;
}

/** One gap over all runs. */
export interface GapRecord {
  readonly id: string;
  readonly kind: GapKind;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  /** Whether the last run that judged it tells it. */
  readonly open: boolean;
  /** When it was first told. */
  readonly opened: string;
  /** When it was first told no longer, the last time; null where it is open. */
  readonly closed: string | null;
  /** One for each run. */
  readonly moments: readonly GapMoment[];
}

/**
 * The life of every gap over the runs of a programme: opened, worse, better, closed, opened again.
 *
 * Gaps are known by their ids, which stay the same from run to run for the same kind at the same place. The runs should be over
 * different customers, such as those of one quarter each; "worse" is a test of two shares (exact where counts are small).
 *
 * @param runs The runs, in any order.
 * @param options How sure to be of a change.
 * @returns The gaps: open ones first, then by when they were opened, then by id.
 * @throws A {@link CxError} `invalid-time` when a run has no readable time, `invalid-option` when an option is wrong, two runs have the same
 * time, or a run has no gaps.
 *
 * @example
 * ```ts
 * import { type Gap, gapHistory } from "cxkit";
 *
 * const gap = (count: number): Gap => ({
 *   id: "drop-off/buy/pay", kind: "drop-off", stage: "buy", touchpoint: "pay", harm: 0.6, severity: 0.3, effect: null,
 *   customers: { count, of: 1000, share: count / 1000, estimated: count, interval: null },
 *   evidence: {}, remedy: "redesign", explanation: "…",
 * });
 * const [record] = gapHistory([
 *   { at: "2026-01-01T00:00:00Z", gaps: [gap(100)] },
 *   { at: "2026-04-01T00:00:00Z", gaps: [gap(180)] },
 *   { at: "2026-07-01T00:00:00Z", gaps: [] },
 * ]);
 * record?.moments.map(({ change }) => change); // => ["opened", "worse", "closed"]
 * record?.open; // => false
 * ```
 */
export function gapHistory(runs: Iterable<DatedGapRun>, options: GapHistoryOptions = {}): GapRecord[] {
  checkOptions("gapHistory", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  const readTime = timeReader(undefined, "gapHistory");
  const dated = Array.from(runs, (run, index) => {
    try {
      if (!Array.isArray(run?.gaps)) refuseOption("gapHistory requires runs with their time and gaps", run);
      return { time: readTime(run.at), run };
    } catch (error) {
      throw atRow(error, index);
    }
  }).sort((a, b) => a.time - b.time);
  if (new Set(dated.map(({ time }) => time)).size < dated.length) {
    refuseOption("gapHistory requires runs of different times", dated.length);
  }
  const told = new Map<string, Gap>();
  for (const { run } of dated) for (const gap of run.gaps) told.set(gap.id, told.get(gap.id) ?? gap);
  const lookups = dated.map(({ time, run }) => ({
    at: formatTime(time),
    figuresOf: figuresIn(run),
    thin: new Set(run.tooThin?.map(({ id }) => id)),
  }));
  return Array.from(told.values(), ({ id, kind, stage, touchpoint }): GapRecord => {
    const moments: GapMoment[] = [];
    let last: GapFigures | null = null;
    let opened: string | null = null;
    let closed: string | null = null;
    for (const { at, figuresOf, thin } of lookups) {
      const figures = figuresOf(id);
      if (figures?.told === true) {
        const wasOpen = opened !== null && closed === null;
        const change = wasOpen ? changeOf(last, figures, level) : opened === null ? "opened" : "reopened";
        moments.push({ at, change, figures });
        opened ??= at;
        closed = null;
        last = figures;
      } else if (thin.has(id)) moments.push({ at, change: "not-judged", figures: null });
      else {
        const closes = opened !== null && closed === null;
        moments.push({ at, change: closes ? "closed" : "absent", figures });
        if (closes) closed = at;
      }
    }
    return { id, kind, stage, touchpoint, open: closed === null, opened: opened ?? "", closed, moments };
  }).sort(
    (a, b) =>
      Number(b.open) - Number(a.open) || (a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : a.id < b.id ? -1 : 1),
  );
}

function changeOf(before: GapFigures | null, after: GapFigures, level: number): "worse" | "better" | "unchanged" {
  const change = gapChange(before, after, level);
  if (change === null || change.pValue === null || change.pValue > 1 - level) return "unchanged";
  return change.difference > 0 ? "worse" : "better";
}
