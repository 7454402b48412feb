import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { createDictionary } from "../../metric/dictionary.js";
import type { UnsortedLog } from "./sortedLog.js";

/** How the cells of a row are read; times are epoch milliseconds, null where there is none. */
export interface RowReaders<Row> {
  readonly customer: (row: Row) => unknown;
  readonly touchpoint: (row: Row) => unknown;
  readonly at: (row: Row) => number | null;
  readonly channel?: ((row: Row) => unknown) | undefined;
  readonly outcome?: ((row: Row) => unknown) | undefined;
  readonly attributes: readonly (readonly [name: string, read: (row: Row) => unknown])[];
}

/** A name, or null where the cell is empty. */
function readName(requirer: string, column: string, value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (isMissing(value)) return null;
  throw new CxError("invalid-value", `${requirer} requires a string as ${column}`, value);
}

/** The value of an attribute, or null where the cell is empty. */
function readAttribute(requirer: string, name: string, value: unknown): string | number | boolean | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "boolean") return value;
  // Adding 0 makes 0 of −0, which is no other number.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (isMissing(value)) return null;
  throw new CxError("invalid-value", `${requirer} requires a string, a finite number or a boolean as ${name}`, value);
}

/** Collects the events of rows, names written once. `add` says whether the row is an event. */
export function rowEvents<Row>(
  requirer: string,
  readers: RowReaders<Row>,
): { add: (row: Row) => boolean; events: UnsortedLog } {
  const names = () => createDictionary<string>();
  const [customers, touchpoints, channels, outcomes] = [names(), names(), names(), names()];
  const [customer, touchpoint, at, channel, outcome]: number[][] & { length: 5 } = [[], [], [], [], []];
  const attributes = readers.attributes.map(([name, read]) => {
    const { keys: values, codeOf } = createDictionary<string | number | boolean>();
    const codes: number[] = [];
    return { name, read, values, codeOf, codes };
  });
  const cells = attributes.map((): string | number | boolean | null => null);

  const add = (row: Row): boolean => {
    const who = readName(requirer, "customer", readers.customer(row));
    const where = readName(requirer, "touchpoint", readers.touchpoint(row));
    if (who === null || where === null) return false;
    const when = readers.at(row);
    if (when === null) return false;
    const by = readName(requirer, "channel", readers.channel?.(row));
    const how = readName(requirer, "outcome", readers.outcome?.(row));
    // A faulty cell must leave nothing behind, so all are read before any is kept.
    for (let index = 0; index < attributes.length; index++) {
      const attribute = attributes[index];
      if (attribute !== undefined) cells[index] = readAttribute(requirer, attribute.name, attribute.read(row));
    }
    customer.push(customers.codeOf(who));
    touchpoint.push(touchpoints.codeOf(where));
    at.push(when);
    channel.push(by === null ? -1 : channels.codeOf(by));
    outcome.push(how === null ? -1 : outcomes.codeOf(how));
    for (let index = 0; index < attributes.length; index++) {
      const cell = cells[index] ?? null;
      attributes[index]?.codes.push(cell === null ? -1 : (attributes[index]?.codeOf(cell) ?? -1));
    }
    return true;
  };
  const events: UnsortedLog = {
    customers: customers.keys,
    touchpoints: touchpoints.keys,
    channels: channels.keys,
    outcomes: outcomes.keys,
    customer,
    touchpoint,
    at,
    channel,
    outcome,
    attributes,
  };
  return { add, events };
}
