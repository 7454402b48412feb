import { countTies } from "./countTies.js";
import type { AttributeColumn, EventLog } from "./eventLog.js";
import { reordered, sortEvents } from "./sortEvents.js";

/** Names, and per event the number of its name; −1 stands for none. */
export interface NameColumn {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** The columns of events in any order. */
export interface UnsortedLog {
  readonly customer: NameColumn;
  readonly touchpoint: NameColumn;
  readonly at: Float64Array;
  /** Absent where no event has one. */
  readonly channel?: NameColumn | undefined;
  readonly outcome?: NameColumn | undefined;
  readonly attributes: readonly (readonly [name: string, column: AttributeColumn])[];
}

/** The columns of a log out of events in any order; those of a customer at the same time keep theirs. */
export function sortedLog(events: UnsortedLog): Omit<EventLog, "missing" | "invalid"> {
  const { customer, channel, outcome } = events;
  const { order, offsets, times: at } = sortEvents(customer.codes, events.at, customer.values.length);
  const inOrder = (column: NameColumn | AttributeColumn | undefined): Int32Array => {
    const into = new Int32Array(order.length);
    return column === undefined ? into.fill(-1) : reordered(column.codes, order, into);
  };
  const touchpoint = inOrder(events.touchpoint);
  const attributes = events.attributes.map(([name, column]): [string, AttributeColumn] => [
    name,
    { values: column.values, codes: inOrder(column) },
  ]);
  return {
    customers: customer.values,
    touchpoints: events.touchpoint.values,
    channels: channel?.values ?? [],
    outcomes: outcome?.values ?? [],
    attributes: Object.fromEntries(attributes),
    offsets,
    touchpoint,
    at,
    channel: inOrder(channel),
    outcome: inOrder(outcome),
    ...countTies({ offsets, at, touchpoint }),
  };
}
