import { checkOptions, checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import type { TimeInput } from "../../time/parseTime.js";
import type { AttributeReaders } from "./attributeReaders.js";
import type { EventLog } from "./eventLog.js";
import { readLog } from "./readLog.js";

/** What {@link feedbackLog} reads of an answer; a `Feedback` is one, so are rows with fields of these names. */
export interface LoggedFeedback {
  /** Who gave it; an anonymous one is counted in `missing`. */
  readonly customer?: string | null | undefined;
  /** When it was given; one without a time is counted in `missing`. */
  readonly at?: TimeInput | null | undefined;
  readonly channel?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly score?: number | null | undefined;
  readonly comment?: string | null | undefined;
  /** What it is about. */
  readonly touchpoint?: string | null | undefined;
}

/** Options of {@link feedbackLog}. */
export interface FeedbackLogOptions<Row> {
  /** What giving an answer is called in the log. @defaultValue "feedback" */
  readonly touchpoint?: (row: Row) => string | null;
  /** Further columns of the answer. */
  readonly attributes?: AttributeReaders<Row>;
  /** The IANA zone of times without an offset. @defaultValue none: such times are invalid */
  readonly timeZone?: string;
  /** What becomes of a row with a time that is none, or another value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

const isAnswered = ({ score, comment }: LoggedFeedback): boolean =>
  !isMissing(score) || (!isMissing(comment) && comment.trim() !== "");

/**
 * Answers as a log: when each was given, with `kind`, `score` and `about` (the touchpoint that it is about) as attributes. Merge it with
 * the log of a journey ({@link mergeLogs}) to see what customers did before they answered and afterwards.
 *
 * @param feedback The answers, walked once. Each row is an event; answers of one sitting stand at the same time.
 * @param options What an answer is called, further columns, the zone of local times, and what becomes of invalid rows.
 * @returns The log; the outcome of an event is "answered", or "unanswered" where a question was shown and has neither a score nor a
 * comment.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` for a row that cannot be read, with its index, unless
 * `invalid: "exclude"`; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { feedbackLog } from "cxkit";
 *
 * const feedback = [
 *   { customer: "ann", at: "2026-05-04T10:00:00Z", kind: "nps", score: 3, touchpoint: "delivery" },
 *   { at: "2026-05-04T11:00:00Z", kind: "nps", score: 9 },
 * ];
 * feedbackLog(feedback); // => { customers: ["ann"], touchpoints: ["feedback"], missing: 1, … }
 * ```
 */
export function feedbackLog<Row extends LoggedFeedback>(
  feedback: Iterable<Row>,
  options: FeedbackLogOptions<Row> = {},
): EventLog {
  checkOptions("feedbackLog", options, ["touchpoint", "attributes", "timeZone", "invalid"]);
  const { touchpoint = () => "feedback", attributes, ...others } = options;
  checkReader("feedbackLog: touchpoint", touchpoint);
  return readLog("feedbackLog", feedback, {
    ...others,
    customer: (row) => row.customer,
    touchpoint,
    at: (row) => row.at,
    channel: (row) => row.channel,
    outcome: (row) => (isAnswered(row) ? "answered" : "unanswered"),
    attributes: { kind: (row) => row.kind, score: (row) => row.score, about: (row) => row.touchpoint, ...attributes },
  });
}
