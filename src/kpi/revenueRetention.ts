import { checkChoice, checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import { checkMinimumN, type MinimumN, type NoMinimumN, type Suppressed, suppress } from "../metric/suppressed.js";
import type { InvalidPolicy } from "../metric/valueMetric.js";
import { addToRatio, emptyRunningRatio, ratioError, sumOf } from "../stats/runningRatio.js";
import {
  type FlowPeriod,
  flowPeriod,
  type SubscriptionReaders,
  type SubscriptionSpan,
  subscriptionReaders,
} from "./customerFlow.js";
import { type CustomerTally, customerMetric } from "./customerMetric.js";
import { revenueLimits } from "./revenueLimits.js";

/** Where {@link revenueRetentionMetric} finds a subscription and what it brings in a row. */
export interface RevenueReaders<Row> extends SubscriptionReaders<Row> {
  /** What it brings in a month, or in any other time that all rows share; a row without a figure is counted in `missing`. */
  readonly revenue: (row: Row) => number | null | undefined;
}

/** The fields of a `Subscription` that {@link revenueRetention} reads. */
export interface PaidSubscription extends SubscriptionSpan {
  /** What one period costs, in one currency for all rows. */
  readonly amount: number | null | undefined;
  /** The period that it is paid for. @defaultValue "month" */
  readonly every?: "week" | "month" | "quarter" | "year" | undefined;
}

/** Options of {@link revenueRetention}. */
export interface RevenueRetentionOptions extends FlowPeriod {
  /**
   * `net`: what the customers of the start bring at the end, upgrades included, so that it may exceed 1; `gross`: the same with each
   * customer counted for no more than at the start. @defaultValue "net"
   */
  readonly variant?: "net" | "gross";
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a row that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The share of revenue that stayed, with its uncertainty; `n` is the customers who paid at the start. */
export interface RevenueRetentionResult extends Estimate {
  /** What the customers of the start brought then. */
  readonly atStart: number;
  /** What customers brought at the start who bring nothing at the end. */
  readonly churned: number;
  /** What those who bring less bring less. */
  readonly contraction: number;
  /** What those who bring more bring more. */
  readonly expansion: number;
  /** What customers bring at the end who brought nothing at the start; in no share. */
  readonly gained: number;
}

/** The accumulator of {@link revenueRetentionMetric}: what each customer brings at the start and at the end. */
export interface RevenueFlows extends CustomerTally {
  readonly before: number[];
  readonly after: number[];
}

const monthsOf = { week: 7 / (365.25 / 12), month: 1, quarter: 3, year: 12 } as const;

const paidReaders: RevenueReaders<PaidSubscription> = {
  ...subscriptionReaders,
  revenue: ({ amount, every = "month" }) => {
    if (!Object.hasOwn(monthsOf, every)) {
      throw new CxError("invalid-value", `revenueRetention requires every: ${Object.keys(monthsOf).join(", ")}`, every);
    }
    // What is no number is refused, not divided.
    return typeof amount === "number" ? amount / monthsOf[every] : amount;
  },
};

const isRevenue = (revenue: unknown): revenue is number =>
  revenue === 0 || (typeof revenue === "number" && revenue >= 1e-60 && revenue <= 1e60);

/**
 * {@link revenueRetention} over rows: a metric for `measure`, `groupBy` and the like.
 *
 * @param readers The customer, start, end and revenue of a row. A customer may have several rows: an upgrade is the end of one and
 * the start of another.
 * @param options The period, net or gross, and what becomes of invalid rows and small results.
 * @returns A metric whose accumulator is the customers and two numbers for each: it grows with the customers.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option; `invalid-value` for a row whose end is before
 * its start, or whose revenue is no number of at least 0; `invalid-time` for one whose time is none.
 *
 * @example
 * ```ts
 * import { groupBy, measure, revenueRetentionMetric } from "cxkit";
 *
 * const contracts = [
 *   { who: "ann", plan: "pro", since: "2025-03-01", until: null, monthly: 90 },
 *   { who: "bob", plan: "basic", since: "2025-11-20", until: "2026-01-15", monthly: 10 },
 *   { who: "cat", plan: "basic", since: "2025-12-02", until: null, monthly: 30 },
 * ];
 * const january = revenueRetentionMetric(
 *   {
 *     customer: (row: (typeof contracts)[0]) => row.who,
 *     start: (row) => row.since,
 *     end: (row) => row.until,
 *     revenue: (row) => row.monthly,
 *   },
 *   { from: "2026-01-01", to: "2026-02-01" },
 * );
 * measure(contracts, groupBy((row) => row.plan, january))
 *   .map(({ key, result }) => [key, result.value]); // => [["basic", 0.75], ["pro", 1]]
 * ```
 */
export function revenueRetentionMetric<Row>(
  readers: RevenueReaders<Row>,
  options: RevenueRetentionOptions & NoMinimumN,
): Metric<Row, RevenueFlows, RevenueRetentionResult>;
export function revenueRetentionMetric<Row>(
  readers: RevenueReaders<Row>,
  options: RevenueRetentionOptions & MinimumN,
): Metric<Row, RevenueFlows, RevenueRetentionResult | Suppressed<RevenueRetentionResult>>;
export function revenueRetentionMetric<Row>(
  readers: RevenueReaders<Row>,
  options: RevenueRetentionOptions & MinimumN,
): Metric<Row, RevenueFlows, RevenueRetentionResult | Suppressed<RevenueRetentionResult>> {
  const kpi = "revenueRetention";
  checkOptions(kpi, options, ["from", "to", "timeZone", "variant", "level", "invalid", "minimumN"]);
  const { variant = "net", level = 0.95, minimumN = 0 } = options;
  checkChoice("variant", variant, ["net", "gross"]);
  checkMinimumN(kpi, minimumN);
  const { from, to, period, read } = flowPeriod(kpi, readers ?? {}, options);
  checkReader(`${kpi}: revenue`, readers.revenue);
  const limitsOf = revenueLimits(level);
  const definition: Definition = { kpi, family: "ratio", unit: "share", options: { variant, period } };
  const add = ({ before, after }: RevenueFlows, code: number, atFrom: number, atTo: number): void => {
    before[code] = (before[code] ?? 0) + atFrom;
    after[code] = (after[code] ?? 0) + atTo;
  };
  return customerMetric<
    Row,
    readonly [number, number],
    RevenueFlows,
    RevenueRetentionResult | Suppressed<RevenueRetentionResult>
  >({
    kpi,
    customer: readers.customer,
    read: (row) => {
      const running = read(row);
      const revenue = readers.revenue(row);
      if (running === null || isMissing(revenue)) return null;
      if (!isRevenue(revenue)) {
        throw new CxError("invalid-value", `${kpi} requires a revenue of 0 or from 1e-60 to 1e60`, revenue);
      }
      return [running.covers(from) ? revenue : 0, running.covers(to) ? revenue : 0];
    },
    invalid: options.invalid,
    createAccumulator: () => ({ customers: [], before: [], after: [], missing: 0, invalid: 0 }),
    add: (accumulator, id, [atFrom, atTo], codeOf) => add(accumulator, codeOf(id), atFrom, atTo),
    addAll: (into, { before, after }, codes) => {
      codes.forEach((code, index) => {
        add(into, code, before[index] ?? 0, after[index] ?? 0);
      });
    },
    extractOutput: ({ before, after, missing, invalid }) => {
      const kept = emptyRunningRatio();
      const flows = { churned: 0, contraction: 0, expansion: 0, gained: 0 };
      before.forEach((then, code) => {
        const now = after[code] ?? 0;
        if (then > 0) addToRatio(kept, variant === "gross" ? Math.min(then, now) : now, then);
        if (then === 0) flows.gained += now;
        else if (now === 0) flows.churned += then;
        else if (now < then) flows.contraction += then - now;
        else flows.expansion += now - then;
      });
      const n = kept.over.weight;
      const atStart = sumOf(kept.under);
      const value = n === 0 ? null : sumOf(kept.over) / atStart;
      const standardError = ratioError(kept);
      const limits =
        value === null || standardError === null
          ? null
          : limitsOf({ n, mean: value, error: standardError, effectiveN: n }, variant);
      const interval = limits && { ...limits, level };
      const tally = { missing, invalid, dismissed: 0 };
      const result: RevenueRetentionResult = {
        value,
        n,
        ...tally,
        standardError,
        interval,
        atStart,
        ...flows,
        definition,
      };
      return n < minimumN ? suppress(result) : result;
    },
  });
}

/**
 * The share of revenue that stayed over a period: what the customers of its start bring at its end, divided by what they brought at the
 * start. 1.11 stands for 111 %. Net, upgrades make up for those who leave, so that it may exceed 1; gross, they do not. Revenue of new
 * customers is in no share.
 *
 * A customer pays at a moment that one of its subscriptions covers, from the start up to but not including the end. Who left and came
 * back before `to` has stayed. Yearly, quarterly and weekly amounts count per month. Amounts must be in one currency.
 *
 * @param subscriptions One row each, with `customer`, `startedAt`, `endedAt`, `amount` and `every`; {@link revenueRetentionMetric} reads any
 * other rows.
 * @param options The period, net or gross, and what becomes of invalid rows and small results.
 * @returns The share and the flows of revenue per month. Customers are the sample: the interval is that of a ratio of two sums by
 * linearisation over customers, with Student's t (gross on the logit scale); null for fewer than two, and where all kept the same share. Where
 * few customers bring most of the revenue, the net one holds less often than it says. The definition holds how long the period is, as that
 * of `retention`.
 * @throws A {@link CxError} `invalid-value` when an end is before its start or an amount is no number of at least 0, `invalid-time` when a
 * time is none (both with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { revenueRetention } from "cxkit";
 *
 * const subscriptions = [
 *   { customer: "ann", startedAt: "2025-03-01", endedAt: "2026-01-10", amount: 100 },
 *   { customer: "ann", startedAt: "2026-01-10", amount: 150 },
 *   { customer: "bob", startedAt: "2025-11-20", endedAt: "2026-01-15", amount: 240, every: "year" as const },
 *   { customer: "cat", startedAt: "2026-01-09", amount: 80 },
 * ];
 * const january = { from: "2026-01-01", to: "2026-02-01" };
 * revenueRetention(subscriptions, january); // => { value: 1.25, n: 2, atStart: 120, churned: 20, expansion: 50, gained: 80, … }
 * revenueRetention(subscriptions, { ...january, variant: "gross" }).value; // => 0.83…
 * ```
 *
 * @see ChurnZero and Baremetrics, help pages on net revenue retention; interval: Cochran (1977), "Sampling Techniques", 3rd edition, 2.11;
 * Korn and Graubard (1999), "Analysis of Health Surveys", 2.8.
 */
export function revenueRetention(
  subscriptions: Iterable<PaidSubscription>,
  options: RevenueRetentionOptions & NoMinimumN,
): RevenueRetentionResult;
export function revenueRetention(
  subscriptions: Iterable<PaidSubscription>,
  options: RevenueRetentionOptions & MinimumN,
): RevenueRetentionResult | Suppressed<RevenueRetentionResult>;
export function revenueRetention(
  subscriptions: Iterable<PaidSubscription>,
  options: RevenueRetentionOptions & MinimumN,
): RevenueRetentionResult | Suppressed<RevenueRetentionResult> {
  return measure(subscriptions, revenueRetentionMetric(paidReaders, options));
}
