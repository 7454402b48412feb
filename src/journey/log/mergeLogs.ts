import type { CxError } from "../../error/cxError.js";
import { createDictionary, type Dictionary } from "../../metric/dictionary.js";
import { customerOfEvents } from "./customerOfEvents.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { sortedLog } from "./sortedLog.js";

/** Adds a column to what other logs have in it, with the numbers that its names have there. */
function append<Name>(codes: number[], column: Int32Array, names: readonly Name[], { codeOf }: Dictionary<Name>): void {
  const translated = names.map(codeOf);
  for (let event = 0; event < column.length; event++) codes.push(translated[column[event] ?? -1] ?? -1);
}

/**
 * Several logs as one: of several months, or of the web, the shop and the support desk. A customer of two of them has one path.
 *
 * @param logs Event logs. Events of a customer at the same time stand in the order of the logs.
 * @returns The log that {@link eventLog} would have made of all the rows, one log's after the other's. An event of a log without
 * an attribute that another one has is without a value there; `missing` and `invalid` are summed.
 * @throws A {@link CxError} `invalid-option` when one is no event log.
 *
 * @example
 * ```ts
 * import { caseLog, discover, eventLog, mergeLogs } from "cxkit";
 *
 * const web = eventLog([{ id: "ann", page: "pay", at: "2026-05-04T09:50:00Z" }], {
 *   customer: (row) => row.id,
 *   touchpoint: (row) => row.page,
 *   at: (row) => row.at,
 * });
 * const support = caseLog([{ customer: "ann", openedAt: "2026-05-04T10:00:00Z" }]);
 * discover(mergeLogs([web, support])).variants; // => [{ path: ["pay", "case opened"], customers: 1, … }]
 * ```
 */
export function mergeLogs(logs: Iterable<EventLog>): EventLog {
  const names = () => createDictionary<string>();
  const [customers, touchpoints, channels, outcomes] = [names(), names(), names(), names()];
  const [customer, touchpoint, at, channel, outcome]: number[][] & { length: 5 } = [[], [], [], [], []];
  const attributes = new Map<string, { values: Dictionary<string | number | boolean>; codes: number[] }>();
  let [missing, invalid] = [0, 0];
  for (const log of logs) {
    checkLog("mergeLogs", log);
    append(customer, customerOfEvents(log), log.customers, customers);
    append(touchpoint, log.touchpoint, log.touchpoints, touchpoints);
    append(channel, log.channel, log.channels, channels);
    append(outcome, log.outcome, log.outcomes, outcomes);
    for (const [name, { values, codes }] of Object.entries(log.attributes)) {
      let column = attributes.get(name);
      if (column === undefined) {
        column = { values: createDictionary(), codes: new Array<number>(at.length).fill(-1) };
        attributes.set(name, column);
      }
      append(column.codes, codes, values, column.values);
    }
    for (let event = 0; event < log.at.length; event++) at.push(log.at[event] ?? 0);
    for (const { codes } of attributes.values()) while (codes.length < at.length) codes.push(-1);
    missing += log.missing;
    invalid += log.invalid;
  }
  const columns = Array.from(attributes, ([name, { values, codes }]) => ({ name, values: values.keys, codes }));
  return {
    ...sortedLog({
      customers: customers.keys,
      touchpoints: touchpoints.keys,
      channels: channels.keys,
      outcomes: outcomes.keys,
      customer,
      touchpoint,
      at,
      channel,
      outcome,
      attributes: columns,
    }),
    missing,
    invalid,
  };
}
