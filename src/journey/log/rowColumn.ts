import { createDictionary } from "../../metric/dictionary.js";

/** A column that grows row by row: values written once, and per event the number of its value, −1 for none. */
export interface RowColumn<Row, Value> {
  /** Reads a row's cell and remembers it; says whether there is a value. Throws where the cell is not allowed. */
  readonly read: (row: Row) => boolean;
  /** Writes the remembered cell as that of an event; the events come one after the other. */
  readonly keep: (event: number) => void;
  /** The cells of the first events. */
  readonly column: (events: number) => { readonly values: readonly Value[]; readonly codes: Int32Array };
}

/** A typed array of at least twice the length with the same beginning. */
export function enlarged<Column extends Int32Array | Float64Array>(column: Column, into: Column): Column {
  into.set(column);
  return into;
}

/** A column of cells read by a function that gives null where there is none. */
export function rowColumn<Row, Value>(cellOf: (row: Row) => Value | null): RowColumn<Row, Value> {
  const { keys: values, codeOf } = createDictionary<Value>();
  let codes = new Int32Array(1024);
  let cell: Value | null = null;
  return {
    read: (row) => {
      cell = cellOf(row);
      return cell !== null;
    },
    keep: (event) => {
      if (event >= codes.length) codes = enlarged(codes, new Int32Array(2 * event));
      codes[event] = cell === null ? -1 : codeOf(cell);
    },
    column: (events) => ({ values, codes: codes.subarray(0, events) }),
  };
}
