import type { CxError } from "../../error/cxError.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { byText } from "./byText.js";

/** One touchpoint followed by another, sooner or later. */
export interface EventualTransition {
  readonly from: string;
  readonly to: string;
  /** How many pairs of visits, the one before the other. */
  readonly count: number;
  /** How many customers came to `to` at any time after `from`. */
  readonly customers: number;
  /** Of the customers who came to `from`, the share who came to `to` afterwards, 0–1. */
  readonly share: number;
}

/** Counts of pairs of touchpoints. */
interface PairTally {
  count: number;
  customers: number;
  last: number;
}

/**
 * What comes after what, sooner or later: `discover` knows the next step only, and a step in between hides that payment follows the cart.
 *
 * @param log An event log.
 * @returns Every pair that occurs, by customers, the most first. Time grows with the events times the touchpoints that a customer
 * meets.
 * @throws A {@link CxError} `invalid-option` when it is no event log.
 *
 * @example
 * ```ts
 * import { eventLog, eventuallyFollows } from "cxkit";
 *
 * const log = eventLog(
 *   [["ann", "cart", 0], ["ann", "help", 1000], ["ann", "pay", 2000], ["bob", "cart", 0]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * eventuallyFollows(log).find(({ from, to }) => from === "cart" && to === "pay");
 * // => { from: "cart", to: "pay", count: 1, customers: 1, share: 0.5 }
 * ```
 *
 * @see van der Aalst, "Process Mining" (2016), chapter 7 (eventually follows).
 */
export function eventuallyFollows(log: EventLog): EventualTransition[] {
  checkLog("eventuallyFollows", log);
  const touchpoints = log.touchpoints.length;
  const visitors = new Int32Array(touchpoints);
  const visits = new Int32Array(touchpoints);
  const tallies = new Map<number, PairTally>();
  for (let customer = 0; customer < log.customers.length; customer++) {
    // The touchpoints met so far; `visits` holds how often.
    const met: number[] = [];
    for (let event = log.offsets[customer] ?? 0; event < (log.offsets[customer + 1] ?? 0); event++) {
      const code = log.touchpoint[event] ?? 0;
      for (const before of met) {
        const pair = before * touchpoints + code;
        let tally = tallies.get(pair);
        if (tally === undefined) {
          tally = { count: 0, customers: 0, last: -1 };
          tallies.set(pair, tally);
        }
        tally.count += visits[before] ?? 0;
        if (tally.last !== customer) tally.customers++;
        tally.last = customer;
      }
      if (visits[code] === 0) met.push(code);
      visits[code] = (visits[code] ?? 0) + 1;
    }
    for (const code of met) {
      visitors[code] = (visitors[code] ?? 0) + 1;
      visits[code] = 0;
    }
  }
  return Array.from(tallies, ([pair, { count, customers }]) => {
    const from = Math.floor(pair / touchpoints);
    return {
      from: log.touchpoints[from] ?? "",
      to: log.touchpoints[pair % touchpoints] ?? "",
      count,
      customers,
      share: customers / (visitors[from] ?? 1),
    };
  }).sort((a, b) => b.customers - a.customers || b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to));
}
