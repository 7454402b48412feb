import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type CalendarOptions, type CalendarUnit, createCalendar } from "../time/calendar.js";
import { formatInZone } from "../time/formatTime.js";
import type { TimeInput } from "../time/parseTime.js";
import { dayMs } from "../time/zone.js";
import { checkMap } from "./checkAccumulator.js";
import { checkMetric } from "./checkMetric.js";
import { keyed } from "./keyed.js";
import type { Metric } from "./metric.js";
import type { Period } from "./period.js";
import { periodReader } from "./periodReader.js";
import { checkPeriodCount } from "./perPeriod.js";

/** Options of {@link rolling}. */
export interface RollingOptions<Row> extends CalendarOptions {
  /** When a row happened: a Date, epoch milliseconds or an ISO string; null, undefined and NaN stand for no time. */
  readonly at: (row: Row) => TimeInput | null | undefined;
  /** How many calendar days a window holds; at least as many as a step, so that no row falls between two windows. */
  readonly days: number;
  /** From one window's end to the next. @defaultValue "day" */
  readonly step?: CalendarUnit;
}

const longestStep = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;

/**
 * A metric over a window of days that moves along the calendar, such as NPS over the last 28 days, day by day.
 *
 * @param options When a row happened, and how long the window is. Windows end where a step ends; the first is the one whose
 * last step holds the first row, so the first windows reach back before the data.
 * @param metric The metric to apply to each window. A KPI's `minimumN` hides windows of few; but windows that overlap can be subtracted
 * from each other, which tells what single days say: where that must not be, show `perPeriod` with its `minimumN`.
 * @returns A metric whose result is the windows in order, with ISO times in the zone's offset, the end exclusive; rows without
 * a time come last as `{ start: null, end: null }`. Rows count in every window that holds them. Memory grows with the number
 * of days that hold rows; the windows cost steps × days merges.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, `invalid-time` when a row's time is none, and
 * `too-many-periods` when there would be more than 100,000.
 *
 * @example
 * ```ts
 * import { measure, npsMetric, rolling } from "cxkit";
 *
 * const answers = [
 *   { at: "2026-01-01", score: 10 },
 *   { at: "2026-01-03", score: 0 },
 * ];
 * const twoDays = rolling({ at: (row: (typeof answers)[0]) => row.at, days: 2 }, npsMetric((row) => row.score));
 * measure(answers, twoDays).map(({ end, result }) => [end, result.value]);
 * // => [["2026-01-02T00:00:00Z", 100], ["2026-01-03T00:00:00Z", 100], ["2026-01-04T00:00:00Z", -100]]
 * ```
 */
export function rolling<Row, Acc, Result>(
  options: RollingOptions<Row>,
  metric: Metric<Row, Acc, Result>,
): Metric<Row, Map<number | null, Acc>, Period<Result>[]> {
  checkOptions("rolling", options, ["at", "days", "step", "timeZone", "weekStartsOn"]);
  checkMetric("rolling", metric);
  const { days, step = "day" } = options;
  const steps = createCalendar(step, options);
  const calendar = createCalendar("day", options);
  if (!(Number.isInteger(days) && days >= longestStep[step] && days <= 10_000)) {
    throw new CxError("invalid-option", `rolling by ${step} requires days from ${longestStep[step]} to 10,000`, days);
  }
  const readDays = periodReader("rolling", options.at, calendar, options.timeZone);
  return {
    ...keyed<Row, number | null, Acc>(
      "rolling",
      (nameOf) => {
        const dayOf = readDays(nameOf);
        return (row) => dayOf(row) ?? nameOf(null);
      },
      metric,
    ),
    extractOutput: (accumulators) => {
      checkMap("rolling", accumulators);
      const dated = Array.from(accumulators.keys()).filter((key) => key !== null);
      const windows: Period<Result>[] = [];
      if (dated.length > 0) {
        const first = steps.indexOf(calendar.startOf(dated.reduce((a, b) => Math.min(a, b))));
        const last = steps.indexOf(calendar.startOf(dated.reduce((a, b) => Math.max(a, b))));
        checkPeriodCount("rolling", last - first + 1);
        for (let index = first; index <= last; index++) {
          const end = steps.startOf(index + 1);
          // A day that the date line swallowed ends no window of its own.
          if (steps.startOf(index) === end) continue;
          // Of two days that begin at one instant, because the date line swallowed the first, this is the first.
          const endDay = calendar.indexOf(end - 1) + 1;
          let firstDay = endDay - days;
          // A swallowed day is missing from the window in full, where a change of clocks takes hours at most.
          while (end - calendar.startOf(firstDay) < (days - 0.5) * dayMs) firstDay--;
          const inside: Acc[] = [];
          for (let day = firstDay; day < endDay; day++) {
            const accumulator = accumulators.get(day);
            if (accumulator !== undefined) inside.push(accumulator);
          }
          windows.push({
            start: formatInZone(calendar.startOf(firstDay), calendar.zone),
            end: formatInZone(end, calendar.zone),
            result: metric.extractOutput(metric.mergeAccumulators(inside)),
          });
        }
      }
      const undated = accumulators.get(null);
      if (undated !== undefined) windows.push({ start: null, end: null, result: metric.extractOutput(undated) });
      return windows;
    },
  };
}
