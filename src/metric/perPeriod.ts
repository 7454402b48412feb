import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type CalendarOptions, type CalendarUnit, createCalendar } from "../time/calendar.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { checkMap } from "./checkAccumulator.js";
import { checkMetric } from "./checkMetric.js";
import type { Group } from "./group.js";
import { type Hidden, hideSmallGroups } from "./hideSmallGroups.js";
import { keyed } from "./keyed.js";
import type { Metric } from "./metric.js";
import type { Period } from "./period.js";
import { periodReader, startReader } from "./periodReader.js";
import { checkMinimumN, type MinimumN, type NoMinimumN } from "./suppressed.js";

/** Options of {@link perPeriod}. */
export interface PerPeriodOptions<Row> extends CalendarOptions {
  /** When a row happened: a Date, epoch milliseconds or an ISO string; null, undefined and NaN stand for no time. */
  readonly at: (row: Row) => TimeInput | null | undefined;
  readonly every: CalendarUnit;
  /** The series begins with the period that holds this time. @defaultValue the first row's */
  readonly from?: TimeInput;
  /** The series ends before this time, or with the period that it falls into. @defaultValue after the last row's */
  readonly to?: TimeInput;
}

/** The number of a period, or where a row went that has none: before or after the range, or without a time. */
export type PeriodKey = number | "before" | "after" | null;

const mostPeriods = 100_000;

/** Throws where one stray date would make a series of endless empty periods. */
export function checkPeriodCount(requirer: string, count: number): void {
  if (count > mostPeriods) {
    throw new CxError("too-many-periods", `${requirer} requires at most 100,000 periods (is a date wrong?)`, count);
  }
}

/** Periods share no rows, so they are hidden as groups are. */
function hideSmallPeriods<Result>(periods: readonly Period<Result>[], minimumN: number): Period<Hidden<Result>>[] {
  const groups = periods.map(({ result }, key) => ({ key, result }));
  const hidden = hideSmallGroups(groups, minimumN);
  return periods.map(({ start, end }, index) => ({
    start,
    end,
    result: (hidden[index] as Group<Hidden<Result>>).result,
  }));
}

/**
 * A metric for each calendar period: a time series in which no period is left out.
 *
 * Periods follow the calendar of `timeZone`, also over daylight-saving changes; weeks begin on Monday (ISO) or on
 * `weekStartsOn`. A period without rows has the metric's empty result. Where clocks went back over midnight (Newfoundland until
 * 2011), the day begins at its first midnight, and the time that comes again counts to it.
 *
 * @param options When a row happened, and which periods. `minimumN`: an estimate of fewer observations is hidden in every period, and the
 * next-smallest periods with it where what is hidden could be worked out from the total, as `groupBy` does it. Longer periods beside
 * shorter ones (a quarter beside its months) may still tell one from another.
 * @param metric The metric to apply to each period.
 * @returns A metric whose result is the periods from the first to the last that holds a row (or from `from` to `to`), with
 * ISO times in the zone's offset, the end exclusive. Rows outside `from` and `to` come first as `{ start: null, end }` and
 * last as `{ start, end: null }`, rows without a time at the very end as `{ start: null, end: null }`; each only where there
 * are such rows. Memory grows with the number of periods.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, `invalid-time` when a row's time is none, and
 * `too-many-periods` when there would be more than 100,000.
 *
 * @example
 * ```ts
 * import { measure, npsMetric, perPeriod } from "cxkit";
 *
 * const answers = [
 *   { at: "2026-01-31T23:30:00Z", score: 10 },
 *   { at: "2026-03-02T12:00:00Z", score: 7 },
 * ];
 * const byMonth = perPeriod(
 *   { at: (row: (typeof answers)[0]) => row.at, every: "month", timeZone: "Europe/Oslo" },
 *   npsMetric((row) => row.score),
 * );
 * measure(answers, byMonth).map(({ start, result }) => [start, result.value]);
 * // => [["2026-02-01T00:00:00+01:00", 100], ["2026-03-01T00:00:00+01:00", 0]]
 * ```
 */
export function perPeriod<Row, Acc, Result>(
  options: PerPeriodOptions<Row> & NoMinimumN,
  metric: Metric<Row, Acc, Result>,
): Metric<Row, Map<PeriodKey, Acc>, Period<Result>[]>;
export function perPeriod<Row, Acc, Result>(
  options: PerPeriodOptions<Row> & MinimumN,
  metric: Metric<Row, Acc, Result>,
): Metric<Row, Map<PeriodKey, Acc>, Period<Hidden<Result>>[]>;
export function perPeriod<Row, Acc, Result>(
  options: PerPeriodOptions<Row> & MinimumN,
  metric: Metric<Row, Acc, Result>,
): Metric<Row, Map<PeriodKey, Acc>, Period<Result | Hidden<Result>>[]> {
  checkOptions("perPeriod", options, ["at", "every", "timeZone", "weekStartsOn", "from", "to", "minimumN"]);
  const { minimumN = 0 } = options;
  checkMinimumN("perPeriod", minimumN);
  checkMetric("perPeriod", metric);
  const calendar = createCalendar(options.every, options);
  const readTime = timeReader(options.timeZone, "perPeriod");
  const from = options.from === undefined ? null : readTime(options.from);
  const to = options.to === undefined ? null : readTime(options.to);
  if (from !== null && to !== null && from >= to) {
    throw new CxError("invalid-option", "perPeriod requires from to be before to", options.from);
  }
  const first = from === null ? null : calendar.indexOf(from);
  const last = to === null ? null : calendar.indexOf(to - 1);
  if (first !== null && last !== null) checkPeriodCount("perPeriod", last - first + 1);

  const startOf = startReader(calendar);
  const keyOf = (index: number): PeriodKey => {
    if (first !== null && index < first) return "before";
    return last !== null && index > last ? "after" : index;
  };
  const readPeriods = periodReader("perPeriod", options.at, calendar, options.timeZone);
  return {
    ...keyed<Row, PeriodKey, Acc>(
      "perPeriod",
      (nameOf) => {
        const periodOf = readPeriods((index) => nameOf(keyOf(index)));
        return (row) => periodOf(row) ?? nameOf(null);
      },
      metric,
    ),
    extractOutput: (accumulators) => {
      checkMap("perPeriod", accumulators);
      let low = first ?? Number.POSITIVE_INFINITY;
      let high = last ?? Number.NEGATIVE_INFINITY;
      for (const key of accumulators.keys()) {
        if (typeof key !== "number") continue;
        low = Math.min(low, key);
        high = Math.max(high, key);
      }
      // With only one end given and no rows on its side, the series is the one period at that end.
      if (low === Number.POSITIVE_INFINITY) low = high;
      if (high === Number.NEGATIVE_INFINITY) high = low;
      const periods: Period<Result>[] = [];
      const push = (key: PeriodKey, start: string | null, end: string | null): void => {
        const accumulator = accumulators.get(key);
        if (accumulator === undefined && typeof key !== "number") return;
        periods.push({ start, end, result: metric.extractOutput(accumulator ?? metric.createAccumulator()) });
      };
      if (Number.isFinite(low)) {
        checkPeriodCount("perPeriod", high - low + 1);
        let start = startOf(low);
        push("before", null, start.text);
        for (let index = low; index <= high; index++) {
          const end = startOf(index + 1);
          // A day that the date line swallowed has no instant, so it is no period.
          if (end.instant === start.instant) continue;
          push(index, start.text, end.text);
          start = end;
        }
        push("after", start.text, null);
      }
      push(null, null, null);
      return minimumN > 0 ? hideSmallPeriods(periods, minimumN) : periods;
    },
  };
}
