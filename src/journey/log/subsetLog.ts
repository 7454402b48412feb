import { countTies } from "./countTies.js";
import type { EventLog } from "./eventLog.js";

/** Some events of a column, and those of its names that still occur. */
function subsetColumn<Name>(
  column: Int32Array,
  names: readonly Name[],
  kept: Int32Array,
): { names: Name[]; codes: Int32Array } {
  const codes = new Int32Array(kept.length);
  const renumbered = new Int32Array(names.length).fill(-1);
  for (let event = 0; event < kept.length; event++) {
    codes[event] = column[kept[event] ?? 0] ?? -1;
    renumbered[codes[event] ?? -1] = 0;
  }
  const remaining = names.filter((_, code) => renumbered[code] === 0);
  let next = 0;
  for (let code = 0; code < renumbered.length; code++) if (renumbered[code] === 0) renumbered[code] = next++;
  for (let event = 0; event < kept.length; event++) codes[event] = renumbered[codes[event] ?? -1] ?? -1;
  return { names: remaining, codes };
}

/** The events with a 1 in `mask`, and the names that they use; what was left out when the rows were read stays told. */
export function subsetLog(log: EventLog, mask: Uint8Array): EventLog {
  const kept = new Int32Array(mask.reduce((sum, flag) => sum + flag, 0));
  const offsets: number[] = [0];
  const customers: string[] = [];
  let events = 0;
  log.customers.forEach((id, customer) => {
    const before = events;
    for (let event = log.offsets[customer] ?? 0; event < (log.offsets[customer + 1] ?? 0); event++) {
      if (mask[event] === 1) kept[events++] = event;
    }
    if (events === before) return;
    customers.push(id);
    offsets.push(events);
  });
  const at = new Float64Array(events);
  for (let event = 0; event < events; event++) at[event] = log.at[kept[event] ?? 0] ?? 0;
  const touchpoints = subsetColumn(log.touchpoint, log.touchpoints, kept);
  const channels = subsetColumn(log.channel, log.channels, kept);
  const outcomes = subsetColumn(log.outcome, log.outcomes, kept);
  const attributes = Object.entries(log.attributes).map(([name, column]) => {
    const { names: values, codes } = subsetColumn(column.codes, column.values, kept);
    return [name, { values, codes }] as const;
  });
  const columns = { offsets: Int32Array.from(offsets), at, touchpoint: touchpoints.codes };
  return {
    customers,
    touchpoints: touchpoints.names,
    channels: channels.names,
    outcomes: outcomes.names,
    attributes: Object.fromEntries(attributes),
    ...columns,
    channel: channels.codes,
    outcome: outcomes.codes,
    ...countTies(columns),
    missing: log.missing,
    invalid: log.invalid,
  };
}
