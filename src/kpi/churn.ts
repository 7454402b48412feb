import { checkChoice, checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { criticalValue } from "../stats/criticalValue.js";
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

/**
 * Which customers churn is a share of: those active at the start; those active at the start or gained since, as Stripe has it; or
 * the mean of those active at the start and at the end.
 */
export type ChurnVariant = "start-cohort" | "stripe" | "mid-period";

/** Options of {@link churn}. */
export interface ChurnOptions extends FlowOptions {
  /** Which customers churn is a share of. @defaultValue "start-cohort" */
  readonly variant?: ChurnVariant;
}

/** The share of customers that left, 0–1, with its uncertainty; `n` is the customers it rests on. */
export interface ChurnResult extends Estimate, CustomerFlow {}

/** All who left, by the mean of the customers at the start and at the end: a ratio of two sums over customers, which may pass 1. */
function midPeriodChurn({ kept, lost, gained, gainedAndLost }: CustomerFlow, level: number) {
  const n = kept + lost + gained;
  const stayed = gained - gainedAndLost;
  const mean = kept + (lost + stayed) / 2;
  if (mean === 0) return { value: null, n, standardError: null, interval: null };
  const value = (lost + gainedAndLost) / mean;
  // Linearised: how far each customer is from the ratio.
  const squares = kept * value ** 2 + lost * (1 - value / 2) ** 2 + stayed * (value / 2) ** 2 + gainedAndLost;
  const standardError = n < 2 ? null : Math.sqrt((n / (n - 1)) * squares) / mean;
  if (standardError === null || standardError === 0) return { value, n, standardError, interval: null };
  const half = criticalValue(level) * standardError;
  return { value, n, standardError, interval: { low: Math.max(0, value - half), high: value + half, level } };
}

/**
 * {@link churn} over rows: a metric for `measure`, `groupBy` and the like.
 *
 * @param readers The customer, start and end of a row. A customer may have several rows.
 * @param options The period, the variant, the interval, and what becomes of invalid rows and small results.
 * @returns A metric whose accumulator is the customers and a small number for each: it grows with the customers.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option; `invalid-value` for a row whose end is
 * before its start, `invalid-time` for one whose time is none.
 *
 * @example
 * ```ts
 * import { churnMetric, compare, measure } from "cxkit";
 *
 * const contracts = [
 *   { who: "ann", since: "2025-03-01", until: null },
 *   { who: "bob", since: "2025-11-20", until: "2026-01-15" },
 *   { who: "cat", since: "2025-12-02", until: null },
 * ];
 * const readers = {
 *   customer: (row: (typeof contracts)[0]) => row.who,
 *   start: (row: (typeof contracts)[0]) => row.since,
 *   end: (row: (typeof contracts)[0]) => row.until,
 * };
 * const january = measure(contracts, churnMetric(readers, { from: "2026-01-01", to: "2026-02-01" }));
 * const february = measure(contracts, churnMetric(readers, { from: "2026-02-01", to: "2026-03-01" }));
 * january.value; // => 0.333…
 * compare(february, january).difference; // => -0.333…
 * ```
 */
export function churnMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: ChurnOptions & NoMinimumN,
): Metric<Row, FlowStates, ChurnResult>;
export function churnMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: ChurnOptions & MinimumN,
): Metric<Row, FlowStates, ChurnResult | Suppressed<ChurnResult>>;
export function churnMetric<Row>(
  readers: SubscriptionReaders<Row>,
  options: ChurnOptions & MinimumN,
): Metric<Row, FlowStates, ChurnResult | Suppressed<ChurnResult>> {
  checkOptions("churn", options, flowOptions);
  const { variant = "start-cohort", level = 0.95 } = options;
  checkChoice("variant", variant, ["start-cohort", "stripe", "mid-period"]);
  const shareOf = countShare("churn", options);
  return customerFlow("churn", readers, options, (flow, tally, period): ChurnResult => {
    const { atStart, lost, gained, gainedAndLost } = flow;
    const definition: Definition = {
      kpi: "churn",
      family: variant === "mid-period" ? "ratio" : "proportion",
      unit: "share",
      options: { variant, period },
    };
    const estimates: Readonly<Record<ChurnVariant, () => Estimate>> = {
      "start-cohort": () => shareOf(lost, atStart, tally, definition),
      stripe: () => shareOf(lost + gainedAndLost, atStart + gained, tally, definition),
      "mid-period": () => ({ ...shareOf(0, 0, tally, definition), ...midPeriodChurn(flow, level) }),
    };
    return { ...estimates[variant](), ...flow };
  });
}

/**
 * The share of customers active at the start of a period who are no longer active at its end, 0–1. Customers who come within the
 * period are in no share, so growth does not change it.
 *
 * A customer is active at a moment that one of its subscriptions covers, from the start up to but not including the end. One who
 * left and came back before `to` is not lost. `n` counts customers, `missing` and `invalid` count rows.
 *
 * Other variants: `stripe` counts all who were active at any time, and all of them who are gone at the end (each once, even who
 * left twice); `mid-period` divides all who left by the mean of the customers at the start and at the end, with an interval by
 * linearisation over customers, and may pass 1.
 *
 * One divided by churn is how long a customer stays only where all leave at the same rate, whatever their age; mostly the young
 * leave sooner, and it comes out far too short.
 *
 * @param subscriptions One row each, with `customer`, `startedAt` and `endedAt`; {@link churnMetric} reads any other rows.
 * @param options The period, the variant, the interval, and what becomes of invalid rows and small results.
 * @returns The share with its Wilson interval, and how many customers were kept, lost and gained. The definition holds how long the
 * period is ("month" for 28 to 31 days), so that two months can be compared, and a month and a year cannot.
 * @throws A {@link CxError} `invalid-value` when an end is before its start, `invalid-time` when a time is none (both with the row),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { churn } from "cxkit";
 *
 * const subscriptions = [
 *   { customer: "ann", startedAt: "2025-03-01" },
 *   { customer: "bob", startedAt: "2025-11-20", endedAt: "2026-01-15" },
 *   { customer: "cat", startedAt: "2026-01-09", endedAt: "2026-01-20" },
 * ];
 * const january = { from: "2026-01-01", to: "2026-02-01" };
 * churn(subscriptions, january); // => { value: 0.5, n: 2, kept: 1, lost: 1, gained: 1, gainedAndLost: 1, … }
 * churn(subscriptions, { ...january, variant: "stripe" }).value; // => 0.666…
 * ```
 *
 * @see Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, 2nd edition, ch. 5; Stripe (support.stripe.com, "Calculating
 * churn rate"); why 1 / churn misleads: Fader and Hardie (2010), Marketing Science 29, 85–93; interval: Wilson (1927), JASA 22, 209–212.
 */
export function churn(subscriptions: Iterable<SubscriptionSpan>, options: ChurnOptions & NoMinimumN): ChurnResult;
export function churn(
  subscriptions: Iterable<SubscriptionSpan>,
  options: ChurnOptions & MinimumN,
): ChurnResult | Suppressed<ChurnResult>;
export function churn(
  subscriptions: Iterable<SubscriptionSpan>,
  options: ChurnOptions & MinimumN,
): ChurnResult | Suppressed<ChurnResult> {
  return measure(subscriptions, churnMetric(subscriptionReaders, options));
}
