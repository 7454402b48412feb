import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { Initiative } from "../../model/initiative.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { Interval } from "../../stats/interval.js";
import { figuresIn, type GapFigures, type GapRun, gapChange } from "./gapChange.js";

/** Options of {@link initiativeImpact}. */
export interface InitiativeImpactOptions {
  /** The confidence level of the intervals, and 1 − level how often a change may be called one that is none. @defaultValue 0.95 */
  readonly level?: number;
}

/** What became of one gap that an initiative was to close. */
export interface GapImpact {
  readonly id: string;
  /** Before; null where that run does not know the gap. */
  readonly before: GapFigures | null;
  /** After; null where that run does not tell it and did not judge it, or was no report. */
  readonly after: GapFigures | null;
  /** The share of affected customers after minus before; null where either is not known. */
  readonly difference: number | null;
  /** Newcombe's. */
  readonly interval: Interval | null;
  readonly pValue: number | null;
  /** For all gaps of the initiative (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
  /**
   * `smaller` and `larger` where the share surely changed; `no-change-shown` where it may be chance; `gone` where it was told before
   * and is not after, with nothing to compare; `unknown` where the run before does not know it.
   */
  readonly verdict: "smaller" | "larger" | "no-change-shown" | "gone" | "unknown";
}

/** What an initiative did to its gaps. */
export interface InitiativeImpact {
  readonly initiative: string;
  readonly gaps: readonly GapImpact[];
  /** How many of them surely became smaller, and how many surely larger. */
  readonly smaller: number;
  readonly larger: number;
  /**
   * How many fewer customers the gaps affect than they would at the shares before, among the customers of the run after; with the sum of
   * the ends of the intervals. A customer with two gaps counts twice. Null where no gap can be compared.
   */
  readonly spared: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/**
 * What an initiative did to the gaps that it was to close: the share of customers affected, before and after.
 *
 * Both runs should be of the same design and options, over different customers: those before the change and those after it. It is a
 * comparison in time, and what else changed in that time is in it too; `impact` of a KPI takes a control group.
 *
 * @param initiative The initiative, with the ids of its gaps.
 * @param before The run before, of `journeyGapReport`, or the gaps alone.
 * @param after The run after. Give a report: a list of gaps does not have the share of a gap that is no longer told.
 * @param options The confidence level.
 * @returns A verdict on each gap, once, in the order of the initiative, with the difference, its interval and p-value.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or the runs are none.
 *
 * @example
 * ```ts
 * import { eventLog, initiativeImpact, journeyGapReport } from "cxkit";
 *
 * const journey = { stages: [{ id: "s", name: "Buy", touchpoints: ["order", "notice", "box"].map((id) => ({ id, name: id })) }] };
 * const report = (without: number) => {
 *   const rows = Array.from({ length: 200 }, (_, i) => (i < without ? ["order", "box"] : ["order", "notice", "box"]))
 *     .flatMap((path, who) => path.map((touchpoint, at) => ({ who: `c${who}`, touchpoint, at })));
 *   return journeyGapReport({ journey, log: eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.touchpoint, at: (row) => row.at }) });
 * };
 * const initiative = { id: "notices", gaps: ["missing-touchpoint/s/notice"] };
 * const { gaps, spared } = initiativeImpact(initiative, report(60), report(10));
 * gaps[0]; // => { id: "missing-touchpoint/s/notice", difference: -0.25, verdict: "smaller", … }
 * spared?.value; // => 50
 * ```
 */
export function initiativeImpact(
  initiative: Pick<Initiative, "id" | "gaps">,
  before: GapRun,
  after: GapRun,
  options: InitiativeImpactOptions = {},
): InitiativeImpact {
  checkOptions("initiativeImpact", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  for (const run of [before, after]) checkRun(run);
  if (!Array.isArray(initiative?.gaps))
    refuseOption("initiativeImpact requires an initiative with its gaps", initiative);
  const [figuresBefore, figuresAfter] = [figuresIn(before), figuresIn(after)];
  const changes = Array.from(new Set(initiative.gaps), (id) => {
    const [was, is] = [figuresBefore(id), figuresAfter(id)];
    return { id, before: was, after: is, change: gapChange(was, is, level) };
  });
  const adjusted = benjaminiHochberg(changes.map(({ change }) => change?.pValue ?? null));
  const gaps = changes.map(({ change, ...figures }, index): GapImpact => {
    const adjustedPValue = adjusted[index] ?? null;
    return {
      ...figures,
      difference: change?.difference ?? null,
      interval: change?.interval ?? null,
      pValue: change?.pValue ?? null,
      adjustedPValue,
      verdict: verdictOn(figures, change?.difference ?? null, adjustedPValue, level),
    };
  });
  const compared = gaps.flatMap(({ difference, interval, after: is }) =>
    difference === null || interval === null || is === null ? [] : [{ difference, interval, of: is.of }],
  );
  const sum = (read: (one: (typeof compared)[0]) => number): number =>
    compared.reduce((total, one) => total - one.of * read(one), 0) || 0;
  return {
    initiative: initiative.id,
    gaps,
    smaller: gaps.filter(({ verdict }) => verdict === "smaller").length,
    larger: gaps.filter(({ verdict }) => verdict === "larger").length,
    spared:
      compared.length === 0
        ? null
        : {
            value: sum(({ difference }) => difference),
            low: sum(({ interval }) => interval.high),
            high: sum(({ interval }) => interval.low),
          },
  };
}

/** Refuses what is neither a list of gaps nor a report. */
function checkRun(run: GapRun): void {
  if (Array.isArray(run) || (Object(run) === run && "gaps" in run && Array.isArray(run.gaps))) return;
  refuseOption("initiativeImpact requires the gaps of a run, or its report", run);
}

function verdictOn(
  { before, after }: Pick<GapImpact, "before" | "after">,
  difference: number | null,
  adjustedPValue: number | null,
  level: number,
): GapImpact["verdict"] {
  if (before === null) return "unknown";
  if (difference === null) return after === null ? "gone" : "unknown";
  if (adjustedPValue === null || adjustedPValue > 1 - level) return "no-change-shown";
  return difference < 0 ? "smaller" : "larger";
}
