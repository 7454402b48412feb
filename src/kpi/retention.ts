import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { countShare } from "./countShare.js";
import {
  type CustomerFlow,
  customerFlow,
  type FlowOptions,
  type FlowStates,
  flowOptions,
  type SubscriptionReaders,
  type SubscriptionSpan,
  subscriptionReaders,
} from "./customerFlow.js";

/** Options of {@link retention}. */
export interface RetentionOptions extends FlowOptions {
  /** Which customers retention is a share of: those active at `from`. @defaultValue "start-cohort" */
  readonly variant?: "start-cohort";
}

/** The share of customers that stayed, 0–1, with its uncertainty; `n` is the customers active at the start. */
export interface RetentionResult extends Estimate, CustomerFlow {}

/**
 * {@link retention} over rows: a metric for `measure`, `groupBy` and the like.
 *
 * Where customers have no contract, let each purchase make them active for a while: an `end` 90 days after the purchase, say.
 *
 * @param readers The customer, start and end of a row. A customer may have several rows.
 * @param options The period, the interval, and what becomes of invalid rows and small results.
 * @returns A metric whose accumulator is the customers and a small number for each: it grows with the customers.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option; `invalid-value` for a row whose end is
 * before its start, `invalid-time` for one whose time is none.
 *
 * @example
 * ```ts
 * import { groupBy, measure, retentionMetric } from "cxkit";
 *
 * const contracts = [
 *   { who: "ann", plan: "pro", since: "2025-03-01", until: null },
 *   { who: "bob", plan: "free", since: "2025-11-20", until: "2026-01-15" },
 *   { who: "cat", plan: "free", since: "2025-12-02", until: null },
 * ];
 * const january = retentionMetric(
 *   { customer: (row: (typeof contracts)[0]) => row.who, start: (row) => row.since, end: (row) => row.until },
 *   { from: "2026-01-01", to: "2026-02-01" },
 * );
 * measure(contracts, groupBy((row) => row.plan, january))
 *   .map(({ key, result }) => [key, result.value]); // => [["free", 0.5], ["pro", 1]]
 * ```
 */
export function retentionMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: RetentionOptions & NoMinimumN,
): Metric<Row, FlowStates, RetentionResult>;
export function retentionMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: RetentionOptions & MinimumN,
): Metric<Row, FlowStates, RetentionResult | Suppressed<RetentionResult>>;
export function retentionMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: RetentionOptions & MinimumN,
): Metric<Row, FlowStates, RetentionResult | Suppressed<RetentionResult>> {
  checkOptions("retention", options, flowOptions);
  const { variant = "start-cohort" } = options;
  checkChoice("variant", variant, ["start-cohort"]);
  const shareOf = countShare("retention", options);
  return customerFlow("retention", readers, options, (flow, tally, period): RetentionResult => {
    const definition: Definition = {
      kpi: "retention",
      family: "proportion",
      unit: "share",
      options: { variant, period },
    };
    return { ...shareOf(flow.kept, flow.atStart, tally, definition), ...flow };
  });
}

/**
 * The share of customers active at the start of a period who are active at its end, 0–1: one minus {@link churn}. Customers who
 * come within the period are in no share.
 *
 * A customer is active at a moment that one of its subscriptions covers, from the start up to but not including the end. One who
 * left and came back before `to` has stayed. `n` counts customers, `missing` and `invalid` count rows.
 *
 * @param subscriptions One row each, with `customer`, `startedAt` and `endedAt`; {@link retentionMetric} reads any other rows.
 * @param options The period, the interval, and what becomes of invalid rows and small results.
 * @returns The share with its Wilson interval, and how many customers were kept, lost and gained. The definition holds how long the
 * period is ("month" for 28 to 31 days), so that two months can be compared, and a month and a year cannot.
 * @throws A {@link CxError} `invalid-value` when an end is before its start, `invalid-time` when a time is none (both with the row),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { retention } from "cxkit";
 *
 * const subscriptions = [
 *   { customer: "ann", startedAt: "2025-03-01" },
 *   { customer: "bob", startedAt: "2025-11-20", endedAt: "2026-01-15" },
 *   { customer: "cat", startedAt: "2026-01-09" },
 * ];
 * retention(subscriptions, { from: "2026-01-01", to: "2026-02-01" }); // => { value: 0.5, n: 2, kept: 1, lost: 1, gained: 1, … }
 * ```
 *
 * @see Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, 2nd edition, ch. 5; interval: Wilson (1927), JASA 22, 209–212.
 */
export function retention(
  subscriptions: Iterable<SubscriptionSpan>,
  options: RetentionOptions & NoMinimumN,
): RetentionResult;
export function retention(
  subscriptions: Iterable<SubscriptionSpan>,
  options: RetentionOptions & MinimumN,
): RetentionResult | Suppressed<RetentionResult>;
export function retention(
  subscriptions: Iterable<SubscriptionSpan>,
  options: RetentionOptions & MinimumN,
): RetentionResult | Suppressed<RetentionResult> {
  return measure(subscriptions, retentionMetric(subscriptionReaders, options));
}
