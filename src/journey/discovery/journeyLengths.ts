import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { checkLog, type EventLog } from "../log/eventLog.js";

/** Options of {@link journeyLengths}. */
export interface JourneyLengthsOptions {
  /** Which percentiles to give, between 0 and 100. @defaultValue 5, 10, 25, 50, 75, 90, 95 and 99 */
  readonly percentiles?: readonly number[];
}

/** How a figure of customers is spread. All null where there are none. */
export interface LengthSpread {
  readonly mean: number | null;
  /** Of the sample (n − 1); null for fewer than two. */
  readonly standardDeviation: number | null;
  readonly minimum: number | null;
  readonly median: number | null;
  readonly maximum: number | null;
  /** The percentiles that were asked for, in that order (type 7). */
  readonly percentiles: readonly { readonly percentile: number; readonly value: number | null }[];
}

/** How long the paths of customers are. */
export interface JourneyLengths {
  /** Every customer of the log, in its order: how many events, and the seconds from the first to the last. */
  readonly customers: readonly { readonly customer: string; readonly events: number; readonly seconds: number }[];
  readonly events: LengthSpread;
  readonly seconds: LengthSpread;
}

function spreadOf(values: Float64Array, percentiles: readonly number[]): LengthSpread {
  const sorted = values.toSorted();
  const n = sorted.length;
  const at = (p: number): number | null => (n === 0 ? null : quantileOfSorted(sorted, p));
  const mean = n === 0 ? null : sorted.reduce((sum, one) => sum + one, 0) / n;
  const squares = sorted.reduce((sum, one) => sum + (one - (mean ?? 0)) ** 2, 0);
  return {
    mean,
    standardDeviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    minimum: at(0),
    median: at(0.5),
    maximum: at(1),
    percentiles: percentiles.map((percentile) => ({ percentile, value: at(percentile / 100) })),
  };
}

/**
 * How long journeys are: events and time from the first to the last, of each customer and over all.
 *
 * Customers who are still under way are as long as seen so far: on a log that ends today, the newest customers look quick. Filter for
 * those who reached the goal, or who began long enough ago.
 *
 * @param log An event log.
 * @param options Which percentiles.
 * @returns Every customer, and how both figures are spread; a customer of one event takes 0 seconds.
 * @throws A {@link CxError} `invalid-option` when it is no event log, or an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, journeyLengths } from "cxkit";
 *
 * const log = eventLog(
 *   [["ann", "cart", 0], ["ann", "pay", 60_000], ["bob", "cart", 0]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * const lengths = journeyLengths(log);
 * lengths.customers[0]; // => { customer: "ann", events: 2, seconds: 60 }
 * lengths.events.mean; // => 1.5
 * ```
 */
export function journeyLengths(log: EventLog, options: JourneyLengthsOptions = {}): JourneyLengths {
  checkLog("journeyLengths", log);
  checkOptions("journeyLengths", options, ["percentiles"]);
  const { percentiles = [5, 10, 25, 50, 75, 90, 95, 99] } = options;
  if (!(Array.isArray(percentiles) && percentiles.every((one) => typeof one === "number" && one >= 0 && one <= 100))) {
    refuseOption("journeyLengths requires percentiles as a list of numbers from 0 to 100", percentiles);
  }
  const events = new Float64Array(log.customers.length);
  const seconds = new Float64Array(log.customers.length);
  log.customers.forEach((_, customer) => {
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    events[customer] = to - from;
    seconds[customer] = ((log.at[to - 1] ?? 0) - (log.at[from] ?? 0)) / 1000;
  });
  return {
    customers: log.customers.map((customer, index) => ({
      customer,
      events: events[index] ?? 0,
      seconds: seconds[index] ?? 0,
    })),
    events: spreadOf(events, percentiles),
    seconds: spreadOf(seconds, percentiles),
  };
}
