import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { type AttributeReaders, attributeReaders } from "./attributeReaders.js";
import { collectRows } from "./collectRows.js";
import type { EventLog } from "./eventLog.js";
import { rowEvents } from "./rowEvents.js";
import { sortedLog } from "./sortedLog.js";

/** What {@link caseLog} reads of a support case; a `Case` is one, so are rows with fields of these names. */
export interface LoggedCase {
  /** Who has it; a case of nobody is counted in `missing`. */
  readonly customer?: string | null | undefined;
  /** A case without it is counted in `missing`. */
  readonly openedAt?: TimeInput | null | undefined;
  readonly firstAnsweredAt?: TimeInput | null | undefined;
  /** When it was reopened, or each time that it was. */
  readonly reopenedAt?: TimeInput | readonly TimeInput[] | null | undefined;
  readonly resolvedAt?: TimeInput | null | undefined;
  readonly channel?: string | null | undefined;
}

/** A moment in the life of a case. */
export type CaseMoment = "opened" | "answered" | "reopened" | "resolved";

/** Options of {@link caseLog}. */
export interface CaseLogOptions<Row> {
  /**
   * What a moment is called in the log; null leaves it out.
   * @defaultValue "case opened", "case answered", "case reopened" and "case resolved"
   */
  readonly touchpoint?: (moment: CaseMoment, row: Row) => string | null;
  /** Further columns of the case, such as topic or priority, which all its events have. */
  readonly attributes?: AttributeReaders<Row>;
  /** The IANA zone of times without an offset. @defaultValue none: such times are invalid */
  readonly timeZone?: string;
  /** What becomes of a case with a time that is none or runs backwards, or another value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

const listOf = (times: LoggedCase["reopenedAt"]): readonly unknown[] => (Array.isArray(times) ? times : [times]);
const isNone = (time: unknown): boolean => isMissing(time) || time === "";

/** When each moment of a case was, as far as it is known; null for a case that nobody knows to be opened. */
function momentsOf(row: LoggedCase, readTime: (time: unknown) => number): [CaseMoment, number][] | null {
  if (isNone(row.openedAt)) return null;
  const opened = readTime(row.openedAt);
  const later: [CaseMoment, readonly unknown[]][] = [
    ["answered", [row.firstAnsweredAt]],
    ["reopened", listOf(row.reopenedAt)],
    ["resolved", [row.resolvedAt]],
  ];
  const moments = later.flatMap(([moment, times]) =>
    times
      .filter((time) => !isNone(time))
      .map((time): [CaseMoment, number] => {
        const at = readTime(time);
        if (at >= opened) return [moment, at];
        throw new CxError(
          "invalid-value",
          `caseLog requires a case to be ${moment} no sooner than it was opened`,
          time,
        );
      }),
  );
  return [["opened", opened], ...moments];
}

/**
 * Support cases as a log: when each was opened, first answered, reopened and resolved. Merge it with the log of a journey
 * ({@link mergeLogs}) to see what came before a case, and what came of it.
 *
 * @param cases The cases, walked once.
 * @param options What the moments are called, further columns, the zone of local times, and what becomes of invalid cases.
 * @returns The log; a moment without a time is no event. `missing` and `invalid` count cases.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` for a case that cannot be read, or was answered, reopened or resolved
 * before it was opened, with its index, unless `invalid: "exclude"`; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { caseLog, discover } from "cxkit";
 *
 * const cases = [
 *   { customer: "ann", openedAt: "2026-05-04T10:00:00Z", firstAnsweredAt: "2026-05-04T10:20:00Z", resolvedAt: null },
 *   { customer: "bob", openedAt: "2026-05-04T11:00:00Z", resolvedAt: "2026-05-04T11:30:00Z" },
 * ];
 * discover(caseLog(cases)).transitions[0]; // => { from: "case opened", to: "case answered", medianSeconds: 1200, … }
 * ```
 */
export function caseLog<Row extends LoggedCase>(cases: Iterable<Row>, options: CaseLogOptions<Row> = {}): EventLog {
  checkOptions("caseLog", options, ["touchpoint", "attributes", "timeZone", "invalid"]);
  const { touchpoint = (moment: CaseMoment) => `case ${moment}`, invalid: policy = "throw" } = options;
  checkReader("caseLog: touchpoint", touchpoint);
  checkChoice("invalid", policy, ["throw", "exclude"]);
  const attributes = attributeReaders("caseLog", options.attributes);
  const readTime = timeReader(options.timeZone, "caseLog");
  const { add, events } = rowEvents<{ row: Row; name: string; at: number }>("caseLog", {
    customer: ({ row }) => row.customer,
    touchpoint: ({ name }) => name,
    at: ({ at }) => at,
    channel: ({ row }) => row.channel,
    attributes: attributes.map(([name, read]) => [name, ({ row }) => read(row)]),
  });
  const counts = collectRows(cases, policy, (row) => {
    if (isMissing(row)) throw new CxError("invalid-value", "caseLog requires each case to be an object", row);
    const moments = momentsOf(row, readTime);
    if (moments === null || isNone(row.customer)) return false;
    const named = moments.flatMap(([moment, at]) => {
      const name: unknown = touchpoint(moment, row);
      if (name === null || typeof name === "string") return name ? [{ row, name, at }] : [];
      throw new CxError("invalid-value", "caseLog requires a string or null as touchpoint", name);
    });
    for (const event of named) add(event);
    return true;
  });
  return { ...sortedLog(events()), ...counts };
}
