import { checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { addCounts } from "../metric/addRows.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type Tally, valueMetric } from "../metric/valueMetric.js";
import { dayMs } from "../time/zone.js";
import { type CaseJudgement, caseJudge } from "./caseJudge.js";
import { countShare } from "./countShare.js";
import { type FirstContactResolutionOptions, firstContactSettings } from "./firstContactSettings.js";
import { type IssueContact, issueOutcomes } from "./issueOutcomes.js";
import { rowTimes } from "./rowTimes.js";
import type { SupportCase } from "./supportCase.js";

/** The share of issues solved at the first contact, 0–1, with its uncertainty; `n` is the issues that could be judged. */
export interface FirstContactResolutionResult extends Estimate {
  /** How many were solved at the first contact. */
  readonly count: number;
  /** Resolved, but too recently to tell whether they stay solved; in no share. Of `windowed` alone, 0 for the others. */
  readonly pending: number;
  /** Not resolved; in no share. */
  readonly open: number;
  /** Cases that are a repeat contact about an issue, and no issue of their own. Of `windowed` alone, 0 for the others. */
  readonly repeats: number;
  /** Resolved, but not solvable at the first level; in no share. Of `net` alone, 0 for the others. */
  readonly excluded: number;
}

/** The accumulator of {@link firstContactResolutionMetric}. */
export interface FirstContactCounts extends Tally {
  solved: number;
  notSolved: number;
  open: number;
  excluded: number;
  /** For `windowed`: every case. */
  readonly contacts: IssueContact[];
  /** The latest time seen, in epoch milliseconds; null before there is any. */
  latest: number | null;
}

/**
 * {@link firstContactResolution} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * Repeat contacts are found among the rows that the metric is given: in groups and periods, only among those of the same group or
 * period. Where customers come back by another channel or in the next month, measure by what they have in common.
 *
 * @param read Takes the case out of a row, with those fields that the variant needs; null and undefined stand for none.
 * @param options The variant, the window, the moment that things are seen from, the interval, and what becomes of invalid rows and
 * small results.
 * @returns A metric whose accumulator is a few counts; for `windowed` it keeps a few figures of every case, and grows with the rows.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option; `invalid-value` for a case that is resolved
 * before it is opened or has a field that is not allowed, `invalid-time` for one whose time is none.
 *
 * @example
 * ```ts
 * import { firstContactResolutionMetric, measure } from "cxkit";
 *
 * const tickets = [
 *   { solved: "2026-03-02T09:30:00Z", agentReplies: 1 },
 *   { solved: "2026-03-02T11:00:00Z", agentReplies: 3 },
 *   { solved: null, agentReplies: 1 },
 * ];
 * const oneTouch = firstContactResolutionMetric(
 *   (row: (typeof tickets)[0]) => ({ resolvedAt: row.solved, replies: row.agentReplies }),
 *   { variant: "one-touch" },
 * );
 * measure(tickets, oneTouch); // => { value: 0.5, n: 2, count: 1, open: 1, … }
 * ```
 */
export function firstContactResolutionMetric<Row>(
  read: (row: Row) => SupportCase | null | undefined,
  options?: FirstContactResolutionOptions<Row> & NoMinimumN,
): Metric<Row, FirstContactCounts, FirstContactResolutionResult>;
export function firstContactResolutionMetric<Row>(
  read: (row: Row) => SupportCase | null | undefined,
  options: FirstContactResolutionOptions<Row> & MinimumN,
): Metric<Row, FirstContactCounts, FirstContactResolutionResult | Suppressed<FirstContactResolutionResult>>;
export function firstContactResolutionMetric<Row>(
  read: (row: Row) => SupportCase | null | undefined,
  options: FirstContactResolutionOptions<Row> & MinimumN = {},
): Metric<Row, FirstContactCounts, FirstContactResolutionResult | Suppressed<FirstContactResolutionResult>> {
  checkReader("firstContactResolution", read);
  const { variant, days, minimumReplies } = firstContactSettings(options);
  const shareOf = countShare("firstContactResolution", options);
  const times = rowTimes("firstContactResolution", options);
  const judge = caseJudge({ variant, window: days * dayMs, minimumReplies }, times);
  const defining = { windowed: { variant, days }, "one-touch": { variant, minimumReplies } }[variant as string];
  const definition: Definition = {
    kpi: "firstContactResolution",
    family: "proportion",
    unit: "share",
    options: defining ?? { variant },
  };
  const judged = (row: Row): unknown => {
    const supportCase = read(row);
    if (supportCase === null || supportCase === undefined) return null;
    if (Object(supportCase) === supportCase) return judge(supportCase);
    throw new CxError("invalid-value", "firstContactResolution requires a support case", supportCase);
  };
  return valueMetric<Row, FirstContactCounts, FirstContactResolutionResult>(judged, {
    kpi: "firstContactResolution",
    allowed: "a support case",
    options,
    createAccumulator: () => ({
      solved: 0,
      notSolved: 0,
      open: 0,
      excluded: 0,
      contacts: [],
      latest: null,
      missing: 0,
      invalid: 0,
      dismissed: 0,
    }),
    add: (accumulator, value) => {
      const judgement = value as CaseJudgement;
      if (judgement === true) accumulator.solved++;
      else if (judgement === false) accumulator.notSolved++;
      else if (judgement === "open" || judgement === "excluded") accumulator[judgement]++;
      else if (typeof judgement === "object" && judgement !== null && "solvedAtOnce" in judgement) {
        accumulator.contacts.push(judgement);
        accumulator.latest = Math.max(accumulator.latest ?? judgement.opened, judgement.resolved ?? judgement.opened);
      } else return false;
      return true;
    },
    addAll: (into, { contacts, latest, ...counts }) => {
      for (const contact of contacts) into.contacts.push(contact);
      if (latest !== null) into.latest = Math.max(into.latest ?? latest, latest);
      addCounts(into, counts);
    },
    extractOutput: ({ contacts, latest, solved, notSolved, open, excluded, missing, invalid, dismissed }) => {
      const issues = issueOutcomes(contacts, times.now ?? latest ?? 0, days * dayMs);
      const count = solved + issues.solvedAtFirst;
      return {
        ...shareOf(count, count + notSolved + issues.notSolvedAtFirst, { missing, invalid }, definition),
        dismissed,
        count,
        pending: issues.pending,
        open: open + issues.open,
        repeats: issues.repeats,
        excluded,
      };
    },
  });
}

/**
 * First contact resolution (FCR): the share of issues that were solved in one contact and stayed solved, 0–1.
 *
 * By default an issue counts as solved at the first contact when the customer had to make no more than one contact, it was not
 * reopened, and no other case of the same customer and topic was opened before it was resolved or within `days` after (while it is
 * open: after its opening). Such a case is a repeat contact about the same issue, and no issue of its own: it makes the first one
 * fail, and is not called solved at the first contact itself. Where one customer asks about many things, give the topic.
 *
 * An issue whose window has not passed by `now` is `pending`, whatever has happened so far, for failures show sooner than successes.
 * `contacts` and `reopened` may be absent: nothing is then known but the cases themselves. A count of reopenings does not say when
 * these were; give `reopenedAt` too, or a late one changes a share that was told before.
 *
 * @param cases Support cases: a `Case`, or rows with fields of these names. Null and undefined stand for none.
 * @param options The variant, the window, the moment that things are seen from, the interval, and what becomes of invalid cases and
 * small results.
 * @returns The share with its Wilson interval; null where no issue could be judged. `missing` counts cases without a field that the
 * variant needs.
 * @throws A {@link CxError} `invalid-value` when a case is resolved before it is opened, opened after `now`, or has a field that is not
 * allowed, `invalid-time` when a time is none (both with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { firstContactResolution } from "cxkit";
 *
 * const cases = [
 *   { customer: "ann", topic: "bill", openedAt: "2026-03-02T09:00:00Z", resolvedAt: "2026-03-02T09:30:00Z", contacts: 1 },
 *   { customer: "ann", topic: "bill", openedAt: "2026-03-05T09:00:00Z", resolvedAt: "2026-03-05T09:20:00Z", contacts: 1 },
 *   { customer: "bob", topic: "bill", openedAt: "2026-03-03T12:00:00Z", resolvedAt: "2026-03-03T12:10:00Z", contacts: 1 },
 *   { customer: "cat", topic: "app", openedAt: "2026-03-29T08:00:00Z", resolvedAt: "2026-03-29T08:05:00Z", contacts: 1 },
 * ];
 * firstContactResolution(cases, { now: "2026-04-01T00:00:00Z" });
 * // => { value: 0.5, n: 2, count: 1, pending: 1, repeats: 1, … }
 * firstContactResolution(cases, { variant: "gross" }).value; // => 1
 * ```
 *
 * @see Call Centre Helper ("How to calculate first contact resolution"), Medallia (gross and net), Zendesk ("How are one-touch
 * resolutions calculated?"); interval: Wilson (1927), JASA 22, 209–212.
 */
export function firstContactResolution(
  cases: Iterable<SupportCase | null | undefined>,
  options?: FirstContactResolutionOptions & NoMinimumN,
): FirstContactResolutionResult;
export function firstContactResolution(
  cases: Iterable<SupportCase | null | undefined>,
  options: FirstContactResolutionOptions & MinimumN,
): FirstContactResolutionResult | Suppressed<FirstContactResolutionResult>;
export function firstContactResolution(
  cases: Iterable<SupportCase | null | undefined>,
  options: FirstContactResolutionOptions & MinimumN = {},
): FirstContactResolutionResult | Suppressed<FirstContactResolutionResult> {
  return measure(
    cases,
    firstContactResolutionMetric((supportCase: SupportCase | null | undefined) => supportCase, options),
  );
}
