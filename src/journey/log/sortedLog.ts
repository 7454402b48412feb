import { countTies } from "./countTies.js";
import type { AttributeColumn, EventLog } from "./eventLog.js";
import { reordered, sortEvents } from "./sortEvents.js";

/** Names, and events in any order that hold the numbers of their names; −1 stands for none. */
export interface UnsortedLog {
  readonly customers: readonly string[];
  readonly touchpoints: readonly string[];
  readonly channels: readonly string[];
  readonly outcomes: readonly string[];
  readonly customer: ArrayLike<number>;
  readonly touchpoint: ArrayLike<number>;
  readonly at: ArrayLike<number>;
  readonly channel: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly attributes: readonly {
    readonly name: string;
    readonly values: readonly (string | number | boolean)[];
    readonly codes: ArrayLike<number>;
  }[];
}

/** The columns of a log out of events in any order; those of a customer at the same time keep theirs. */
export function sortedLog(events: UnsortedLog): Omit<EventLog, "missing" | "invalid"> {
  const { customers, touchpoints, channels, outcomes } = events;
  const { order, offsets, times: at } = sortEvents(events.customer, events.at, customers.length);
  const inOrder = (column: ArrayLike<number>): Int32Array => reordered(column, order, new Int32Array(order.length));
  const touchpoint = inOrder(events.touchpoint);
  const attributes = events.attributes.map(({ name, values, codes }): [string, AttributeColumn] => [
    name,
    { values, codes: inOrder(codes) },
  ]);
  return {
    customers,
    touchpoints,
    channels,
    outcomes,
    attributes: Object.fromEntries(attributes),
    offsets,
    touchpoint,
    at,
    channel: inOrder(events.channel),
    outcome: inOrder(events.outcome),
    ...countTies({ offsets, at, touchpoint }),
  };
}
