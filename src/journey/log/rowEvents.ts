import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { enlarged, rowColumn } from "./rowColumn.js";
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

/** Collects the events of rows, names written once. `add` says whether the row is an event. */
export function rowEvents<Row>(
  requirer: string,
  readers: RowReaders<Row>,
): { readonly add: (row: Row) => boolean; readonly events: () => UnsortedLog } {
  /** A column of names; null where the cell is empty. */
  const names = (column: string, read: (row: Row) => unknown) =>
    rowColumn((row: Row): string | null => {
      const value = read(row);
      if (typeof value === "string") return value === "" ? null : value;
      if (isMissing(value)) return null;
      throw new CxError("invalid-value", `${requirer} requires a string as ${column}`, value);
    });
  const values = (name: string, read: (row: Row) => unknown) =>
    rowColumn((row: Row): string | number | boolean | null => {
      const value = read(row);
      if (typeof value === "string") return value === "" ? null : value;
      if (typeof value === "boolean") return value;
      // Adding 0 makes 0 of −0, which is no other number.
      if (typeof value === "number" && Number.isFinite(value)) return value + 0;
      if (isMissing(value)) return null;
      throw new CxError(
        "invalid-value",
        `${requirer} requires a string, a finite number or a boolean as ${name}`,
        value,
      );
    });
  const customer = names("customer", readers.customer);
  const touchpoint = names("touchpoint", readers.touchpoint);
  const channel = readers.channel && names("channel", readers.channel);
  const outcome = readers.outcome && names("outcome", readers.outcome);
  const attributes = readers.attributes.map(([name, read]) => ({ name, cells: values(name, read) }));
  const others = [channel, outcome, ...attributes.map(({ cells }) => cells)].filter((one) => one !== undefined);
  let times = new Float64Array(1024);
  let size = 0;

  return {
    add: (row) => {
      if (!(customer.read(row) && touchpoint.read(row))) return false;
      const at = readers.at(row);
      if (at === null) return false;
      // A faulty cell must leave nothing behind, so all are read before any is kept.
      for (const column of others) column.read(row);
      if (size >= times.length) times = enlarged(times, new Float64Array(2 * size));
      times[size] = at;
      customer.keep(size);
      touchpoint.keep(size);
      for (const column of others) column.keep(size);
      size++;
      return true;
    },
    events: () => ({
      customer: customer.column(size),
      touchpoint: touchpoint.column(size),
      at: times.subarray(0, size),
      channel: channel?.column(size),
      outcome: outcome?.column(size),
      attributes: attributes.map(({ name, cells }) => [name, cells.column(size)]),
    }),
  };
}
