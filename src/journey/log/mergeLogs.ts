import type { CxError } from "../../error/cxError.js";
import { createDictionary } from "../../metric/dictionary.js";
import { customerOfEvents } from "./customerOfEvents.js";
import { checkLog, type EventLog } from "./eventLog.js";
import { sortedLog } from "./sortedLog.js";

/** Names, and per event the number of its name. */
interface Column<Name> {
  readonly values: readonly Name[];
  readonly codes: Int32Array;
}

/** The columns of several logs as one, with names written once; a log without the column has no values in it. */
function joined<Name>(
  columns: readonly (Column<Name> | undefined)[],
  sizes: readonly number[],
): { values: readonly Name[]; codes: Int32Array } {
  const { codeOf, keys: values } = createDictionary<Name>();
  const codes = new Int32Array(sizes.reduce((sum, size) => sum + size, 0)).fill(-1);
  let start = 0;
  for (const [index, column] of columns.entries()) {
    const translated = (column?.values ?? []).map(codeOf);
    column?.codes.forEach((code, event) => {
      codes[start + event] = translated[code] ?? -1;
    });
    start += sizes[index] ?? 0;
  }
  return { values, codes };
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
  const all = Array.from(logs);
  for (const log of all) checkLog("mergeLogs", log);
  const sizes = all.map(({ at }) => at.length);
  const join = <Name>(columnOf: (log: EventLog) => Column<Name> | undefined) => joined(all.map(columnOf), sizes);
  const customer = join((log) => ({ values: log.customers, codes: customerOfEvents(log) }));
  const at = new Float64Array(customer.codes.length);
  let start = 0;
  for (const log of all) {
    at.set(log.at, start);
    start += log.at.length;
  }
  const names = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)));
  const attributeOf = (name: string) =>
    join(({ attributes }) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined));
  return {
    ...sortedLog({
      customer,
      touchpoint: join((log) => ({ values: log.touchpoints, codes: log.touchpoint })),
      at,
      channel: join((log) => ({ values: log.channels, codes: log.channel })),
      outcome: join((log) => ({ values: log.outcomes, codes: log.outcome })),
      attributes: Array.from(names, (name) => [name, attributeOf(name)]),
    }),
    missing: all.reduce((sum, { missing }) => sum + missing, 0),
    invalid: all.reduce((sum, { invalid }) => sum + invalid, 0),
  };
}
