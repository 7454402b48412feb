import { checkOptions, checkReader } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { byCustomer } from "../kpi/byCustomer.js";
import type { Activity, ActivityReaders } from "../kpi/cohortRetention.js";
import type { CustomerId } from "../kpi/customerMetric.js";
import { measure } from "../metric/measure.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { type CalendarOptions, type CalendarUnit, createCalendar } from "../time/calendar.js";
import { formatInZone } from "../time/formatTime.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { type FirstActivities, firstActivity } from "./firstActivity.js";

/** Options of {@link cohortOf}. */
export interface CohortOfOptions extends CalendarOptions {
  /** Cohorts are of customers who began in the same period. */
  readonly by: CalendarUnit;
  /** The moment at which the data end; rows at it or after it are counted in `later`. @defaultValue none: all rows count */
  readonly now?: TimeInput;
  /** What becomes of a row with a time that is none, or a customer that is no id. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The customers who began in one period. */
export interface CohortSegment {
  /** The beginning of the period, an ISO time with the offset of the zone. */
  readonly segment: string;
  readonly customers: number;
  /** Of all customers, 0–1. */
  readonly share: number;
}

/** The result of {@link cohortOf}. */
export interface CohortOfResult {
  /** Each customer with the beginning of the period in which they began, by number and then by string. */
  readonly customers: readonly { readonly customer: CustomerId; readonly segment: string }[];
  /** The cohorts that have customers, oldest first. */
  readonly segments: readonly CohortSegment[];
  /** The customers. */
  readonly n: number;
  /** Rows without a customer or a time. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Rows left out because they are not before `now`. */
  readonly later: number;
}

const names = ["by", "now", "timeZone", "weekStartsOn", "invalid"];
const activityReaders: ActivityReaders<Activity> = { customer: (row) => row.customer, at: (row) => row.at };

/** Names each period that has customers once. */
function cohortsOf(
  { customers, first, ...tally }: FirstActivities,
  nameOf: (period: number) => string,
): CohortOfResult {
  const counts = new Map<number, number>();
  for (const period of first) counts.set(period, (counts.get(period) ?? 0) + 1);
  const periods = Array.from(counts).sort(([a], [b]) => a - b);
  const segmentOfPeriod = new Map(periods.map(([period]) => [period, nameOf(period)]));
  return {
    customers: customers
      .map((customer, code) => ({ customer, segment: segmentOfPeriod.get(first[code] as number) as string }))
      .sort(byCustomer),
    segments: periods.map(([period, count]) => ({
      segment: segmentOfPeriod.get(period) as string,
      customers: count,
      share: count / customers.length,
    })),
    n: customers.length,
    ...tally,
  };
}

/**
 * The cohort of each customer: the period in which they were first active. It cuts any metric by `groupBy` and `segmentOf`, and its
 * cohorts are those of `cohortRetention` for the same rows.
 *
 * @param activity One row for each time a customer was active, in any order, with `customer` and `at`; or any rows, with these
 * accessors in the options.
 * @param options The periods: `by` and `timeZone`, where the data end (`now`), and what becomes of invalid rows.
 * @returns Each customer with the beginning of their period as segment, and the cohorts with their customers.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` when a time or a customer is none (with the row), `invalid-option`
 * when an option is wrong.
 *
 * @example
 * ```ts
 * import { cohortOf, groupBy, measure, npsMetric, segmentOf } from "cxkit";
 *
 * const orders = [
 *   { customer: "ann", at: "2026-01-20" },
 *   { customer: "bob", at: "2026-02-03" },
 *   { customer: "ann", at: "2026-02-11" },
 * ];
 * const cohorts = cohortOf(orders, { by: "month", timeZone: "Europe/Oslo" });
 * cohorts.customers[0]; // => { customer: "ann", segment: "2026-01-01T00:00:00+01:00" }
 * const cohort = segmentOf(cohorts);
 * const answers = [{ customer: "ann", score: 9 }, { customer: "bob", score: 3 }];
 * measure(answers, groupBy((row) => cohort(row.customer), npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]);
 * // => [["2026-01-01T00:00:00+01:00", 100], ["2026-02-01T00:00:00+01:00", -100]]
 * ```
 *
 * @see `cohortRetention`, for how many of each cohort come back.
 */
export function cohortOf(activity: Iterable<Activity>, options: CohortOfOptions): CohortOfResult;
export function cohortOf<Row>(activity: Iterable<Row>, options: CohortOfOptions & ActivityReaders<Row>): CohortOfResult;
export function cohortOf<Row extends Activity>(
  activity: Iterable<Row>,
  options: CohortOfOptions & Partial<ActivityReaders<Row>>,
): CohortOfResult {
  checkOptions("cohortOf", options, [...names, "customer", "at"]);
  const { by, now, timeZone, invalid } = options;
  const { customer = activityReaders.customer, at = activityReaders.at } = options;
  checkReader("cohortOf: at", at);
  const calendar = createCalendar(by, options);
  const readTime = timeReader(timeZone, "cohortOf");
  const rule = {
    name: "cohortOf",
    customer,
    at,
    readTime,
    periodOf: calendar.indexOf,
    end: now === undefined ? Number.POSITIVE_INFINITY : readTime(now),
    invalid,
  };
  const nameOf = (period: number): string => formatInZone(calendar.startOf(period), calendar.zone);
  return measure(
    activity,
    firstActivity<Row, CohortOfResult>(rule, (activities) => cohortsOf(activities, nameOf)),
  );
}
