import { median } from "simple-statistics";
import { checkLog, type EventLog } from "../log/eventLog.js";

/** A touchpoint as it was used. */
export interface TouchpointUse {
  readonly touchpoint: string;
  /** How many events. */
  readonly visits: number;
  /** How many customers. */
  readonly customers: number;
  /** How many customers came more than once. */
  readonly repeatCustomers: number;
  /** How many visits follow directly on a visit to the same touchpoint. */
  readonly selfLoops: number;
  /** The median time until the customer's next event, in seconds; null where no visit is followed by another. */
  readonly medianDwellSeconds: number | null;
}

/** One touchpoint directly followed by another. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  /** How many times. */
  readonly count: number;
  /** By how many customers. */
  readonly customers: number;
  /** The median time between the two, in seconds. */
  readonly medianSeconds: number;
}

/** Where customers begin or end. */
export interface JourneyEnd {
  readonly touchpoint: string;
  readonly customers: number;
}

/** A path, from its first event to its last, and how many customers took exactly it. */
export interface Variant {
  readonly path: readonly string[];
  readonly customers: number;
}

/** The journey that happened. Every list has the largest first; those alike in size are sorted by name. */
export interface DiscoveredJourney {
  readonly customers: number;
  readonly events: number;
  readonly touchpoints: readonly TouchpointUse[];
  /** The directly-follows graph. */
  readonly transitions: readonly Transition[];
  readonly starts: readonly JourneyEnd[];
  readonly ends: readonly JourneyEnd[];
  readonly variants: readonly Variant[];
  /** How many customers came to any touchpoint more than once. */
  readonly reworkCustomers: number;
}

/** A count of events and customers, and the times in between. Customers are walked one after the other. */
class Use {
  count = 0;
  customers = 0;
  repeatCustomers = 0;
  readonly seconds: number[] = [];
  #customer = -1;
  #repeated = -1;

  /** Counts one more event; says whether the customer was here before. */
  add(customer: number): boolean {
    this.count++;
    if (this.#customer !== customer) {
      this.#customer = customer;
      this.customers++;
      return false;
    }
    if (this.#repeated !== customer) {
      this.#repeated = customer;
      this.repeatCustomers++;
    }
    return true;
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byPath(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = byText(a[index] ?? "", b[index] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * The journey that happened, from a log: which touchpoints are used, what follows what and how quickly, where customers begin
 * and end, which paths they take, and where they go round in circles.
 *
 * @param log An event log.
 * @returns Counts of events and of customers (each customer once), times in seconds. An empty log gives empty lists.
 * @throws A `CxError` `invalid-option` when it is no event log.
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
 * journey.starts; // => [{ touchpoint: "search", customers: 2 }]
 * journey.variants; // => [{ path: ["search", "cart"], customers: 1 }, { path: ["search", "search"], customers: 1 }]
 * journey.reworkCustomers; // => 1
 * ```
 *
 * @see van der Aalst, "Process Mining" (2016), chapter 5: directly-follows graph and variants.
 */
export function discover(log: EventLog): DiscoveredJourney {
  checkLog("discover", log);
  const uses = log.touchpoints.map(() => new Use());
  const transitions = new Map<number, Use>();
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const variants = new Map<string, { path: Int32Array; customers: number }>();
  let reworkCustomers = 0;
  const one = (counts: Map<number, number>, code: number): void => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  };

  for (let customer = 0; customer < log.customers.length; customer++) {
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    const path = log.touchpoint.subarray(from, to);
    let rework = false;
    path.forEach((code, index) => {
      if (uses[code]?.add(customer)) rework = true;
      const next = path[index + 1];
      if (next === undefined) return;
      const key = code * uses.length + next;
      let transition = transitions.get(key);
      if (transition === undefined) {
        transition = new Use();
        transitions.set(key, transition);
      }
      transition.add(customer);
      transition.seconds.push(((log.at[from + index + 1] ?? 0) - (log.at[from + index] ?? 0)) / 1000);
    });
    one(starts, path[0] ?? 0);
    one(ends, path[path.length - 1] ?? 0);
    if (rework) reworkCustomers++;
    const key = path.join();
    const variant = variants.get(key);
    if (variant === undefined) variants.set(key, { path, customers: 1 });
    else variant.customers++;
  }

  const nameOf = (code: number): string => log.touchpoints[code] ?? "";
  const dwell = log.touchpoints.map((): number[] => []);
  for (const [key, { seconds }] of transitions) {
    const times = dwell[Math.floor(key / uses.length)];
    for (const time of seconds) times?.push(time);
  }
  const listEnds = (counts: Map<number, number>): JourneyEnd[] =>
    Array.from(counts, ([code, customers]) => ({ touchpoint: nameOf(code), customers })).sort(
      (a, b) => b.customers - a.customers || byText(a.touchpoint, b.touchpoint),
    );
  return {
    customers: log.customers.length,
    events: log.touchpoint.length,
    touchpoints: uses
      .map(({ count: visits, customers, repeatCustomers }, code) => ({
        touchpoint: nameOf(code),
        visits,
        customers,
        repeatCustomers,
        selfLoops: transitions.get(code * uses.length + code)?.count ?? 0,
        medianDwellSeconds: dwell[code]?.length ? median(dwell[code]) : null,
      }))
      .sort((a, b) => b.visits - a.visits || byText(a.touchpoint, b.touchpoint)),
    transitions: Array.from(transitions, ([key, { count, customers, seconds }]) => ({
      from: nameOf(Math.floor(key / uses.length)),
      to: nameOf(key % uses.length),
      count,
      customers,
      medianSeconds: median(seconds),
    })).sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to)),
    starts: listEnds(starts),
    ends: listEnds(ends),
    variants: Array.from(variants.values(), ({ path, customers }) => ({
      path: Array.from(path, nameOf),
      customers,
    })).sort((a, b) => b.customers - a.customers || byPath(a.path, b.path)),
    reworkCustomers,
  };
}
