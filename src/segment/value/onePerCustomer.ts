import { checkChoice, checkReader } from "../../error/checkOptions.js";
import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isCxError } from "../../error/isCxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import { type InvalidPolicy, readerOf } from "../../metric/valueMetric.js";

/** A customer with what their row says. */
interface CustomerFigure<Value> {
  readonly customer: CustomerId;
  readonly figure: Value;
}

/** How a function finds the customer and the figure of a row. */
export interface CustomerFigureRule<Row, Value> {
  readonly name: string;
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** Null where the row holds none. */
  readonly read: (row: Row) => Value | null;
  readonly invalid: InvalidPolicy | undefined;
}

/** Customers with one figure each, in the order of the rows. */
export interface CustomerFigures<Value> {
  readonly customers: CustomerFigure<Value>[];
  readonly missing: number;
  readonly invalid: number;
}

// Squares and sums of many such values still are numbers.
const largest = 1e120;

/** A number of a row; null where there is none. */
export function readFigure(name: string, what: string, figure: unknown): number | null {
  if (isMissing(figure)) return null;
  if (typeof figure === "number" && Math.abs(figure) <= largest) return figure;
  throw new CxError("invalid-value", `${name} requires a finite number as ${what}, up to 1e120`, figure);
}

/** Reads rows of which each is a customer; a customer who comes twice is an error. */
export function onePerCustomer<Row, Value>(
  rows: Iterable<Row>,
  { name, customer, read, invalid = "throw" }: CustomerFigureRule<Row, Value>,
): CustomerFigures<Value> {
  checkReader(`${name}: customer`, customer);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  checkRows(name, rows);
  const readRow = readerOf((row: Row): CustomerFigure<Value> | null => {
    const id = readCustomer(name, customer(row));
    const figure = read(row);
    return id === null || figure === null ? null : { customer: id, figure };
  }, invalid);
  const seen = new Set<CustomerId>();
  const customers: CustomerFigure<Value>[] = [];
  let [missing, refused] = [0, 0];
  eachRow(rows, (row) => {
    // Where invalid rows are excluded, the reader gives the error.
    const found = readRow(row) as CustomerFigure<Value> | CxError | null;
    if (found === null) missing++;
    else if (isCxError(found)) refused++;
    else if (seen.has(found.customer)) {
      throw new CxError("invalid-value", `${name} requires one row for each customer`, found.customer);
    } else {
      seen.add(found.customer);
      customers.push(found);
    }
  });
  return { customers, missing, invalid: refused };
}
