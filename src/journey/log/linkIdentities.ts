import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { createDictionary } from "../../metric/dictionary.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { collectRows } from "./collectRows.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { type IdentityTargets, identityTargets } from "./identityTargets.js";
import { sortedLog } from "./sortedLog.js";

/** One piece of evidence that an id belongs to a customer, such as a login. */
export interface IdentityLink {
  /** The id that events have of whom nobody knew yet: of a device, cookie or session. A link without it is counted in `missing`. */
  readonly anonymous: string | null | undefined;
  /** The customer who was known from then on. A link without it is counted in `missing`. */
  readonly customer: string | null | undefined;
  /** When; only read where an id has several customers. */
  readonly at?: TimeInput | null | undefined;
}

/** Options of {@link linkIdentities}. */
export interface LinkIdentitiesOptions {
  /**
   * What becomes of the events of an id that is linked to several customers, such as a family's tablet. `leave`: they stay with the id,
   * for a guess would put one customer's steps into another's path. `split`: an event belongs to the login before it, one before the
   * first login to that; an id of which a login has no time is left. @defaultValue "leave"
   */
  readonly shared?: "leave" | "split";
  /** The IANA zone of times without an offset. @defaultValue none: such times are invalid */
  readonly timeZone?: string;
  /** What becomes of a link with a time that is none, or an id that is none. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** An id of the log that cannot be told to be one customer's. */
export interface IdentityConflict {
  readonly id: string;
  /** The customers that it is linked to, in the order of the links; empty where links only go round in a circle. */
  readonly customers: readonly string[];
  /** How many events it has. */
  readonly events: number;
  /** What became of them. */
  readonly result: "left" | "split";
}

/** What {@link linkIdentities} found. */
export interface LinkedIdentities {
  /** The log with the events of linked ids under the customers. */
  readonly log: EventLog;
  /** How many ids of the log are some customer's now; those that were split are not among them. */
  readonly linked: number;
  /** How many events have another customer than before. */
  readonly events: number;
  /** Ids with several customers or none, those with the most events first. */
  readonly conflicts: readonly IdentityConflict[];
  /** Linked ids that have no event in the log. */
  readonly unseen: number;
  /** Links without one of the two ids. */
  readonly missing: number;
  /** Links with a value that is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** A function from a time to the customer of the login before it, or of the first; null where the times do not tell. */
function customerAt(id: string, { logins, customersOf }: IdentityTargets): ((time: number) => string) | null {
  const known = (logins.get(id) ?? []).map(({ customer, at }) => ({ customers: customersOf(customer), at }));
  const steps = known.flatMap(({ customers: [customer, another], at }) =>
    customer === undefined || another !== undefined || at === null ? [] : [{ customer, at }],
  );
  if (steps.length < known.length) return null;
  steps.sort((a, b) => a.at - b.at);
  return (time) => (steps.findLast(({ at }) => at <= time) ?? steps[0])?.customer ?? id;
}

/**
 * Puts the events of anonymous ids under the customers that these turned out to be: what somebody did on the website before the first
 * login belongs to the same journey as what came after.
 *
 * An id that is linked to one customer is that customer's from its first event to its last, several ids may be one customer's, and
 * links may form chains (a cookie to an address, the address to a customer). An id that is linked to several customers is never given
 * to one of them in silence: it is told in `conflicts`, and left as it is unless you ask to split it by the times of the logins.
 *
 * @param log An event log.
 * @param links What is known of ids, in any order.
 * @param options What becomes of shared ids, the zone of local times, and what becomes of invalid links.
 * @returns The log, and what was done. No event is lost. Events at the same time of ids that are one now stand in the order of the log.
 * Time grows with the events, the links, and the length of chains.
 * @throws A {@link CxError} `invalid-value` or `invalid-time` for a link that cannot be read, with its index, unless
 * `invalid: "exclude"`; `invalid-option` when it is no event log, or an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, linkIdentities } from "cxkit";
 *
 * const rows = [
 *   { id: "cookie-1", page: "search", at: "2026-05-04T10:00:00Z" },
 *   { id: "ann", page: "pay", at: "2026-05-04T10:05:00Z" },
 *   { id: "tablet", page: "search", at: "2026-05-04T12:00:00Z" },
 * ];
 * const log = eventLog(rows, { customer: (row) => row.id, touchpoint: (row) => row.page, at: (row) => row.at });
 * const found = linkIdentities(log, [
 *   { anonymous: "cookie-1", customer: "ann" },
 *   { anonymous: "tablet", customer: "ann" },
 *   { anonymous: "tablet", customer: "bob" },
 * ]);
 * found.log.customers; // => ["ann", "tablet"]
 * found.conflicts; // => [{ id: "tablet", customers: ["ann", "bob"], events: 1, result: "left" }]
 * ```
 */
export function linkIdentities(
  log: EventLog,
  links: Iterable<IdentityLink>,
  options: LinkIdentitiesOptions = {},
): LinkedIdentities {
  checkLog("linkIdentities", log);
  checkOptions("linkIdentities", options, ["shared", "timeZone", "invalid"]);
  const { shared = "leave", invalid: policy = "throw" } = options;
  checkChoice("shared", shared, ["leave", "split"]);
  checkChoice("invalid", policy, ["throw", "exclude"]);
  const targets = identityTargets(timeReader(options.timeZone, "linkIdentities"));
  const counts = collectRows(links, policy, targets.add);

  const { codeOf, keys: customers } = createDictionary<string>();
  const customer = new Int32Array(log.at.length);
  const conflicts: IdentityConflict[] = [];
  let [linked, events, seen] = [0, 0, 0];
  log.customers.forEach((id, index) => {
    const from = log.offsets[index] ?? 0;
    const to = log.offsets[index + 1] ?? 0;
    let customerOf = (_: number): string => id;
    if (targets.logins.has(id)) {
      seen++;
      const [one, ...others] = targets.customersOf(id);
      if (one !== undefined && others.length === 0) {
        customerOf = () => one;
        linked++;
      } else {
        const split = shared === "split" ? customerAt(id, targets) : null;
        customerOf = split ?? customerOf;
        const those = one === undefined ? [] : [one, ...others];
        conflicts.push({ id, customers: those, events: to - from, result: split === null ? "left" : "split" });
      }
    }
    for (let event = from; event < to; event++) {
      const name = customerOf(log.at[event] ?? 0);
      customer[event] = codeOf(name);
      if (name !== id) events++;
    }
  });
  conflicts.sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1));
  const sorted = sortedLog({
    customer: { values: customers, codes: customer },
    touchpoint: { values: log.touchpoints, codes: log.touchpoint },
    at: log.at,
    channel: { values: log.channels, codes: log.channel },
    outcome: { values: log.outcomes, codes: log.outcome },
    attributes: Object.entries(log.attributes),
  });
  const unseen = targets.logins.size - seen;
  return {
    log: { ...sorted, missing: log.missing, invalid: log.invalid },
    linked,
    events,
    conflicts,
    unseen,
    ...counts,
  };
}
