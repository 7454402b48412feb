import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { eachAllowedRow } from "../eachAllowedRow.js";

/** What an experiment's outcome is: a share of customers, a mean per customer, or a ratio of two sums. */
export type OutcomeKind = "proportion" | "mean" | "ratio";

/** Where an experiment finds its figures in a row. */
export interface ExperimentReaders<Row> {
  /** Which variant the customer had; a row without one is counted in `missing`. */
  readonly variant: (row: Row) => string | null | undefined;
  /**
   * What came of it: true or false for a share, a number for a mean or a ratio. Rows without one count their customer, and nothing
   * else.
   */
  readonly outcome: (row: Row) => boolean | number | null | undefined;
  /**
   * Who was assigned; rows of one customer count as one. A row without is counted in `missing`. @defaultValue the row's `customer`; each
   * row is a customer of its own where rows have no such field
   */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
  /** What the outcome is divided by, at least 0: sessions, orders, answers. @defaultValue of a ratio, 1 for each row */
  readonly per?: (row: Row) => number | null | undefined;
}

/** The customers of an experiment, as columns. */
interface Tally {
  /** The number of the customer's variant in `variants`, or −1 for one who had several. */
  readonly arms: number[];
  readonly rows: number[];
  /** Rows that have an outcome. */
  readonly valued: number[];
  /** The outcomes' sum. */
  readonly over: number[];
  readonly under: number[];
  readonly variants: string[];
}

/** All that is to know of an experiment's rows. */
export interface ExperimentTally extends Tally {
  readonly kind: OutcomeKind;
  readonly missing: number;
  readonly invalid: number;
}

// Squares of larger values would overflow in sums of many customers.
const largest = 1e60;

const isNumber = (value: unknown, least: number): value is number =>
  typeof value === "number" && value >= least && value <= largest;

function outcomeValue(outcome: unknown, kind: OutcomeKind): number {
  if (kind === "proportion") {
    if (typeof outcome === "boolean" || outcome === 0 || outcome === 1) return Number(outcome);
    throw new CxError("invalid-value", "experiment requires true or false as the outcome of a proportion", outcome);
  }
  if (isNumber(outcome, -largest)) return outcome;
  throw new CxError("invalid-value", `experiment requires a finite number as the outcome of a ${kind}`, outcome);
}

function divisorOf(per: unknown): number {
  if (isNumber(per, 0)) return per;
  throw new CxError("invalid-value", "experiment requires per to give a number of at least 0", per);
}

/** The customer of a row, undefined where rows name none and so are one each. */
function customerReader<Row>(read: ExperimentReaders<Row>["customer"]): (row: Row) => CustomerId | null | undefined {
  if (read !== undefined) return (row) => readCustomer("experiment", read(row));
  return (row) =>
    Object(row) === row && "customer" in (row as object)
      ? readCustomer("experiment", (row as { readonly customer: unknown }).customer)
      : undefined;
}

function readVariant(variant: unknown, planned: readonly string[] | null): string | null {
  if (isMissing(variant) || variant === "") return null;
  if (typeof variant !== "string") throw new CxError("invalid-value", "experiment requires a text as variant", variant);
  if (planned === null || planned.includes(variant)) return variant;
  throw new CxError("invalid-value", `experiment requires a variant of ${planned.join(", ")}`, variant);
}

function addCustomer({ arms, rows, valued, over, under }: Tally, arm: number): number {
  for (const column of [rows, valued, over, under]) column.push(0);
  return arms.push(arm) - 1;
}

function addRow(tally: Tally, code: number, arm: number, known: boolean, value: number, divisor: number): void {
  const { arms, rows, valued, over, under } = tally;
  if (arms[code] !== arm) arms[code] = -1;
  rows[code] = (rows[code] ?? 0) + 1;
  valued[code] = (valued[code] ?? 0) + Number(known);
  over[code] = (over[code] ?? 0) + value;
  under[code] = (under[code] ?? 0) + divisor;
}

/** Counts rows by customer. `planned` are the variants that there may be, or null for any. */
export function tallyExperiment<Row>(
  rows: Iterable<Row>,
  readers: ExperimentReaders<Row>,
  planned: readonly string[] | null,
  kindWanted: OutcomeKind | undefined,
  policy: InvalidPolicy,
): ExperimentTally {
  checkRows("experiment", rows);
  const tally: Tally = { arms: [], rows: [], valued: [], over: [], under: [], variants: [...(planned ?? [])] };
  const armOf = new Map(tally.variants.map((variant, arm) => [variant, arm]));
  const codes = new Map<CustomerId, number>();
  const customer = customerReader(readers.customer);
  let kind: OutcomeKind | null = kindWanted ?? (readers.per === undefined ? null : "ratio");
  let missing = 0;

  const add = (row: Row): void => {
    if (isMissing(row)) throw new CxError("invalid-value", "experiment requires rows that are there", row);
    const id = customer(row);
    const variant = readVariant(readers.variant(row), planned);
    const outcome: unknown = readers.outcome(row);
    const per: unknown = readers.per === undefined ? 1 : readers.per(row);
    const known = !(isMissing(outcome) || isMissing(per));
    const rowKind = kind ?? (typeof outcome === "boolean" ? "proportion" : "mean");
    const value = known ? outcomeValue(outcome, rowKind) : 0;
    const divisor = known ? divisorOf(per) : 0;
    if (id === null || variant === null) {
      missing++;
      return;
    }
    if (known) kind = rowKind;
    let arm = armOf.get(variant);
    if (arm === undefined) {
      arm = tally.variants.push(variant) - 1;
      armOf.set(variant, arm);
    }
    let code = id === undefined ? undefined : codes.get(id);
    if (code === undefined) {
      code = addCustomer(tally, arm);
      if (id !== undefined) codes.set(id, code);
    }
    addRow(tally, code, arm, known, value, divisor);
  };
  const invalid = eachAllowedRow(rows, policy, add);
  return { ...tally, kind: kind ?? "proportion", missing, invalid };
}
