import type { EventLog } from "../log/eventLog.js";
import { endOfEvents, type Observation } from "../log/observation.js";
import type { FunnelPlan } from "./funnelPlan.js";
import { type FunnelRules, firstStart } from "./funnelRules.js";

/** Which attempts of a customer count. */
export type Reentry = "best" | "first" | "every";

/** The attempts that count, by column, those of one customer next to each other. */
export interface FunnelEntries {
  readonly customer: readonly number[];
  /** How many steps were reached, at least 1. */
  readonly depth: readonly number[];
  /** Where an attempt may still go on: for how many milliseconds it has been seen. Otherwise −1. */
  readonly openFor: readonly number[];
  /** When each step was reached (attempt × steps + step); 0 where it was not. */
  readonly times: readonly number[];
  /** Per customer and step (customer × steps + step): 1 where the customer met it at all. */
  readonly visits: Uint8Array;
  /** Events at or after the end. */
  readonly later: number;
}

/** Which attempts count, and until when they were seen. */
export interface EntryOptions extends Observation {
  /** Milliseconds within which an attempt has to be through; infinite for no limit. */
  readonly within: number;
  readonly reentry: Reentry;
}

/** Walks every customer's events once, and finds the attempts that count. */
export function funnelEntries(
  log: EventLog,
  { size, fulfils, counts }: FunnelPlan,
  rules: FunnelRules,
  observed: EntryOptions,
): FunnelEntries {
  const { within, reentry, end } = observed;
  const { at, touchpoint, offsets } = log;
  const entries = { customer: [] as number[], depth: [] as number[], openFor: [] as number[], times: [] as number[] };
  const visits = new Uint8Array(log.customers.length * size);
  const places = new Int32Array(size);
  const scratch = new Int32Array(size);
  let later = 0;

  const add = (customer: number, depth: number, seenFor: number): void => {
    entries.customer.push(customer);
    entries.depth.push(depth);
    entries.openFor.push(seenFor);
    for (let step = 0; step < size; step++)
      entries.times.push(step < depth ? (at[places[step] as number] as number) : 0);
  };
  /** For how long an attempt that may still go on has been seen; −1 where it is over. */
  const stillOpen = (start: number, to: number, depth: number): number => {
    const age = end - (at[start] as number);
    return depth < size && age < within && within !== Number.POSITIVE_INFINITY && rules.mayGoOn(start, to, depth)
      ? age
      : -1;
  };
  /** The same for the latest attempt, whatever came of those before it. */
  const latestOpen = (first: number, to: number): number => {
    for (let event = to - 1; event >= first && end - (at[event] as number) < within; event--) {
      if (!rules.begins(event)) continue;
      const age = stillOpen(event, to, rules.follow(event, to, scratch));
      if (age >= 0) return age;
    }
    return -1;
  };
  const walk: { readonly [kind in Reentry]: (customer: number, from: number, to: number) => void } = {
    first: (customer, from, to) => {
      const start = firstStart(rules.begins, from, to);
      const depth = start < 0 ? 0 : rules.follow(start, to, places);
      if (depth > 0) add(customer, depth, stillOpen(start, to, depth));
    },
    best: (customer, from, to) => {
      const start = rules.bestStart(from, to, places);
      if (start < 0) return;
      const depth = rules.follow(start, to, places);
      const age = stillOpen(start, to, depth);
      if (depth > 0) add(customer, depth, age < 0 && depth < size ? latestOpen(from, to) : age);
    },
    every: (customer, from, to) => {
      let start = firstStart(rules.begins, from, to);
      while (start >= 0) {
        const depth = rules.follow(start, to, places);
        if (depth > 0) add(customer, depth, stillOpen(start, to, depth));
        const next = depth === size ? (places[size - 1] as number) + 1 : rules.resume(start, to, depth);
        start = firstStart(rules.begins, next, to);
      }
    },
  };

  const walkOne = walk[reentry];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const from = offsets[customer] as number;
    const to = endOfEvents(log, customer, observed);
    later += (offsets[customer + 1] as number) - to;
    for (let event = from; event < to; event++) {
      const code = touchpoint[event] as number;
      if (counts[code] !== 1) continue;
      for (let step = 0; step < size; step++) {
        if (fulfils[code * size + step] === 1) visits[customer * size + step] = 1;
      }
    }
    walkOne(customer, from, to);
  }
  return { ...entries, visits, later };
}
