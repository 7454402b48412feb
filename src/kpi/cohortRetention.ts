import { checkChoice, checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Definition } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import { checkMinimumN, type MinimumN, type NoMinimumN } from "../metric/suppressed.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import type { CalendarOptions, CalendarUnit } from "../time/calendar.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { cohortAges } from "./cohortAges.js";
import type { CohortRetentionResult } from "./cohortRetentionResult.js";
import { addEvent, type CohortEvents, cohorts } from "./cohorts.js";
import { countShare } from "./countShare.js";
import { type CustomerId, customerMetric } from "./customerMetric.js";
import { hideCohorts, type ProtectedCohortRetention } from "./hideCohorts.js";
import { pooledAges } from "./pooledAges.js";

/** Where {@link cohortRetention} finds an activity in a row. */
export interface ActivityReaders<Row> {
  /** The customer's id; a row without one is counted in `missing`. */
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** When the customer was active; a row without a time is counted in `missing`. */
  readonly at: (row: Row) => TimeInput | null | undefined;
}

/** The fields of a `Transaction` or an `Interaction` that {@link cohortRetention} reads. */
export interface Activity {
  readonly customer: CustomerId | null | undefined;
  readonly at: TimeInput | null | undefined;
}

/** Options of {@link cohortRetention}. */
export interface CohortRetentionOptions extends CalendarOptions {
  /** Cohorts are of customers who began in the same period, and ages are counted in such periods. */
  readonly by: CalendarUnit;
  /**
   * `calendar`: age 1 is the next calendar period, whenever in the first one the customer began. `rolling`: ages are of 24 hours, 7
   * or 30 days (by day, week or month), from the customer's first moment. @defaultValue "calendar"
   */
  readonly ages?: "calendar" | "rolling";
  /**
   * The moment at which the data end; rows at it or after it are counted in `later`. @defaultValue the end of the last row's period;
   * of rolling ages the last row's moment
   */
  readonly now?: TimeInput;
  /** The last age of the table. @defaultValue the greatest that has elapsed */
  readonly maximumAge?: number;
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a row with a time that is none, or a customer that is no id. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

const names = ["by", "ages", "now", "maximumAge", "timeZone", "weekStartsOn", "level", "invalid", "minimumN"];

/**
 * {@link cohortRetention} over rows: a metric for `measure`, `groupBy` and the like.
 *
 * @param readers The customer and the time of a row.
 * @param options The cohorts and their ages, and what becomes of invalid rows and small cohorts.
 * @returns A metric whose accumulator is the customers and two numbers for each row; a customer's rows of one period that follow each
 * other are kept once. It grows with the rows.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option, `invalid-time` or `invalid-value` for a
 * row whose time or customer is none; `too-many-periods` when the result would have more than 100,000 ages or 10 million cells.
 *
 * @example
 * ```ts
 * import { cohortRetentionMetric, groupBy, measure } from "cxkit";
 *
 * const orders = [
 *   { who: "ann", shop: "Oslo", day: "2026-01-20" },
 *   { who: "bob", shop: "Oslo", day: "2026-01-31" },
 *   { who: "ann", shop: "Oslo", day: "2026-02-03" },
 * ];
 * const monthly = cohortRetentionMetric(
 *   { customer: (row: (typeof orders)[0]) => row.who, at: (row) => row.day },
 *   { by: "month", timeZone: "Europe/Oslo" },
 * );
 * measure(orders, groupBy((row) => row.shop, monthly))[0]?.result.cohorts[0]?.retained; // => [2, 1]
 * ```
 */
export function cohortRetentionMetric<Row>(
  readers: ActivityReaders<Row>,
  options: CohortRetentionOptions & NoMinimumN,
): Metric<Row, CohortEvents, CohortRetentionResult>;
export function cohortRetentionMetric<Row>(
  readers: ActivityReaders<Row>,
  options: CohortRetentionOptions & MinimumN,
): Metric<Row, CohortEvents, ProtectedCohortRetention>;
export function cohortRetentionMetric<Row>(
  readers: ActivityReaders<Row>,
  options: CohortRetentionOptions & MinimumN,
): Metric<Row, CohortEvents, CohortRetentionResult | ProtectedCohortRetention> {
  checkOptions("cohortRetention", options, names);
  const { by, ages: kind = "calendar", maximumAge = Number.POSITIVE_INFINITY, minimumN = 0 } = options;
  checkMinimumN("cohortRetention", minimumN);
  checkChoice("ages", kind, ["calendar", "rolling"]);
  const { customer, at } = readers ?? {};
  checkReader("cohortRetention: at", at);
  const aging = cohortAges(by, kind, options);
  const shareOf = countShare("cohortRetention", options);
  if (options.maximumAge !== undefined && !(Number.isInteger(maximumAge) && maximumAge >= 0)) {
    throw new CxError(
      "invalid-option",
      "cohortRetention requires maximumAge to be a whole number of at least 0",
      maximumAge,
    );
  }
  const readTime = timeReader(options.timeZone, "cohortRetention");
  const end = options.now === undefined ? null : readTime(options.now);
  const definition: Definition = {
    kpi: "cohortRetention",
    family: "proportion",
    unit: "share",
    options: { by, ages: kind },
  };
  return customerMetric<Row, number, CohortEvents, CohortRetentionResult | ProtectedCohortRetention>({
    kpi: "cohortRetention",
    customer,
    read: (row) => {
      const time = at(row);
      return isMissing(time) ? null : readTime(time);
    },
    invalid: options.invalid,
    createAccumulator: () => ({ customers: [], codes: [], keys: [], latest: [], missing: 0, invalid: 0, later: 0 }),
    add: (accumulator, id, instant, codeOf) => {
      if (end !== null && instant >= end) accumulator.later++;
      else addEvent(accumulator, codeOf(id), aging.keyOf(instant));
    },
    addAll: (into, other, codes) => {
      into.later += other.later;
      for (let event = 0; event < other.codes.length; event++) {
        addEvent(into, codes[other.codes[event] ?? 0] ?? 0, other.keys[event] ?? 0);
      }
    },
    extractOutput: (accumulator) => {
      const { customers, missing, invalid, later } = accumulator;
      const table = cohorts(accumulator, aging, end, maximumAge);
      const ages = pooledAges(table, shareOf, definition);
      const result = { cohorts: table, ages, n: customers.length, missing, invalid, later, definition };
      return minimumN > 0 ? hideCohorts(result, minimumN) : result;
    },
  });
}

const activityReaders: ActivityReaders<Activity> = { customer: (row) => row.customer, at: (row) => row.at };

/**
 * Who comes back: customers by the period of their first activity, and how many of them were active at each age.
 *
 * Age 0 is the first period itself, so `retained` begins with the size of the cohort. An age counts only for customers for whom all of
 * it lies before `now`; otherwise the youngest cohorts would look worse than they are. `retainedOrLater` never rises with the age;
 * `retained` may.
 *
 * @param activity One row for each time a customer was active, in any order, with `customer` and `at`; or any rows, with these
 * accessors in the options.
 * @param options The cohorts and their ages: `by` and `timeZone`, where the data end (`now`), what becomes of invalid rows, and `minimumN`:
 * cohorts of fewer customers are hidden, and the next-smallest where one could be worked out from the total; so are cells of fewer, and
 * ages over all cohorts that would tell what is hidden.
 * @returns The cohorts by age as counts, and each age over all cohorts as a share with its Wilson interval. Cost grows with the rows
 * and the cells of the table.
 * @throws A {@link CxError} `invalid-time` or `invalid-value` when a time or a customer is none (with the row), `invalid-option`
 * when an option is wrong, `too-many-periods` when there would be more than 100,000 ages or 10 million cells.
 *
 * @example
 * ```ts
 * import { cohortRetention } from "cxkit";
 *
 * const days = { ann: [1, 2, 8], bob: [1, 8], cat: [1], dan: [1, 4, 10] };
 * const visits = Object.entries(days).flatMap(([customer, each]) =>
 *   each.map((day) => ({ customer, at: `2026-06-${String(day).padStart(2, "0")}` })),
 * );
 * const { cohorts, ages } = cohortRetention(visits, { by: "day", timeZone: "Europe/Oslo" });
 * cohorts; // => [{ start: "2026-06-01T00:00:00+02:00", size: 4, retained: [4, 1, 0, 1, 0, 0, 0, 2, 0, 1], … }]
 * ages[7]?.rate.value; // => 0.5
 * ages[7]?.rateOrLater.value; // => 0.75
 * ```
 *
 * @see Amplitude, "Retention analysis time" (amplitude.com/docs); Countly, "retention_segments" (api.count.ly).
 */
export function cohortRetention(
  activity: Iterable<Activity>,
  options: CohortRetentionOptions & NoMinimumN,
): CohortRetentionResult;
export function cohortRetention(
  activity: Iterable<Activity>,
  options: CohortRetentionOptions & MinimumN,
): ProtectedCohortRetention;
export function cohortRetention<Row>(
  activity: Iterable<Row>,
  options: CohortRetentionOptions & ActivityReaders<Row> & NoMinimumN,
): CohortRetentionResult;
export function cohortRetention<Row>(
  activity: Iterable<Row>,
  options: CohortRetentionOptions & ActivityReaders<Row> & MinimumN,
): ProtectedCohortRetention;
export function cohortRetention<Row extends Activity>(
  activity: Iterable<Row>,
  options: CohortRetentionOptions & Partial<ActivityReaders<Row>> & MinimumN,
): CohortRetentionResult | ProtectedCohortRetention {
  checkOptions("cohortRetention", options, [...names, "customer", "at"]);
  const { customer = activityReaders.customer, at = activityReaders.at, ...others } = options;
  return measure<Row, CohortEvents, CohortRetentionResult | ProtectedCohortRetention>(
    activity,
    cohortRetentionMetric<Row>({ customer, at }, others),
  );
}
