import type { CxError } from "../../error/cxError.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import type { DiscoveredJourney } from "./discoveredJourney.js";
import { discoverPaths } from "./discoverPaths.js";

/**
 * The journey that happened, from a log: which touchpoints are used, what follows what and how quickly, where customers begin
 * and end, which paths they take, and where they go round in circles.
 *
 * A touchpoint that one customer circles around a hundred times has a large `count`; go by `customers` where that misleads. Who has no
 * further event may be about to have one: see `dwellTimes`.
 *
 * @param log An event log.
 * @returns Counts of events and of customers (each customer once), shares 0–1, times in seconds (percentiles of type 7). An empty log
 * gives empty lists.
 * @throws A {@link CxError} `invalid-option` when it is no event log.
 *
 * @example
 * ```ts
 * import { discover, eventLog } from "cxkit";
 *
 * const log = eventLog(
 *   [["ann", "search", 0], ["ann", "cart", 60_000], ["bob", "search", 0], ["bob", "search", 30_000]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * const journey = discover(log);
 * journey.starts; // => [{ touchpoint: "search", customers: 2, share: 1 }]
 * journey.transitions[0]; // => { from: "search", to: "cart", count: 1, customers: 1, share: 0.5, medianSeconds: 60, … }
 * journey.variants[0]; // => { path: ["search", "cart"], customers: 1, share: 0.5, cumulativeShare: 0.5 }
 * journey.reworkCustomers; // => 1
 * ```
 *
 * @see van der Aalst, "Process Mining" (2016), chapter 5: directly-follows graph and variants; Weijters and others (2006), "Process
 * mining with the HeuristicsMiner algorithm": dependency.
 */
export function discover(log: EventLog): DiscoveredJourney {
  checkLog("discover", log);
  return discoverPaths(log, Int32Array.from(log.customers.keys()));
}
