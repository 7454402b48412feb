import { checkChoice, checkReader } from "../../error/checkOptions.js";
import { atRow, CxError } from "../../error/cxError.js";
import { isCxError } from "../../error/isCxError.js";
import { isMissing } from "../../error/isMissing.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { largestNumber } from "../../stats/sampleMoments.js";
import { timeReader } from "../../time/parseTime.js";
import type { FeatureCategory, FeatureKind, FeatureValue } from "./feature.js";

/** A feature before it is read. */
export interface UnreadColumn<Row> {
  readonly name: string;
  readonly read: (row: Row) => unknown;
  /** Null: by the type of its first value. */
  readonly kind: FeatureKind | null;
  /** The least number that is allowed. */
  readonly least?: number;
}

/** A feature of all rows. */
export interface FeatureColumn {
  readonly name: string;
  readonly kind: FeatureKind;
  /** Numbers; 1 and 0 for booleans; days since 1970 for dates; places in `categories`. NaN where there is no value. */
  readonly values: Float64Array;
  /** Sorted; none where the feature is no category. */
  readonly categories: readonly FeatureCategory[];
}

/** Rows as columns. */
export interface FeatureColumns {
  readonly columns: readonly FeatureColumn[];
  /** 1 for a row that holds a value which is not allowed; none of its values is in the columns. */
  readonly isInvalid: Uint8Array;
}

/** How features are read. */
export interface ReadingOptions {
  /** @defaultValue "throw" */
  readonly invalid?: InvalidPolicy | undefined;
  readonly timeZone?: string | undefined;
}

/** Rows that can be walked over more than once. */
export const rowList = <Row>(rows: Iterable<Row>): readonly Row[] =>
  Array.isArray(rows) ? (rows as readonly Row[]) : Array.from(rows);

export const millisecondsPerDay = 86_400_000;

const kinds: readonly FeatureKind[] = ["number", "boolean", "category", "date"];

/** What the type of a value says of its feature. */
function kindOf(value: unknown): FeatureKind | null {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "category";
  return value instanceof Date ? "date" : null;
}

// Under a name of its own: an imported one may be looked up anew for every value.
const most = largestNumber;
const isNumber = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= most;

const requirements = {
  number: "a finite number of at most 1e140, or a boolean",
  boolean: "true or false",
  category: "a string, a finite number or a boolean",
  date: "a Date, epoch milliseconds or an ISO 8601 string",
};

/** A function that turns the values of one feature into numbers. */
function columnCoder<Row>(name: string, column: UnreadColumn<Row>, readTime: (value: unknown) => number) {
  let kind = column.kind;
  const { least = Number.NEGATIVE_INFINITY } = column;
  const codes = new Map<FeatureCategory, number>();
  const codeOf = (category: FeatureCategory): number => {
    const code = codes.get(category) ?? codes.size;
    codes.set(category, code);
    return code;
  };
  const refuse = (value: unknown): never => {
    const allowed = kind === null ? "numbers, booleans, strings or Dates" : requirements[kind];
    const from = least === Number.NEGATIVE_INFINITY ? "" : `, at least ${least}`;
    throw new CxError("invalid-value", `${name} requires ${allowed}${from} as ${column.name}`, value);
  };
  return {
    toNumber: (value: unknown): number => {
      if (kind === null && !isMissing(value)) kind = kindOf(value);
      if (kind === "number" && isNumber(value) && value >= least) return value;
      if (isMissing(value)) return Number.NaN;
      if ((kind === "number" || kind === "boolean") && typeof value === "boolean") return Number(value);
      if (kind === "category" && (isNumber(value) || typeof value === "string" || typeof value === "boolean")) {
        return codeOf(value);
      }
      return kind === "date" ? readTime(value) / millisecondsPerDay : refuse(value);
    },
    finish: (values: Float64Array): FeatureColumn => {
      const categories = [...codes.keys()].sort(compareKeys);
      const places = new Map(categories.map((category, place) => [codes.get(category), place]));
      // Codes were given as categories were met; places do not depend on the order of the rows.
      if (codes.size > 0) {
        values.forEach((code, row) => {
          values[row] = places.get(code) ?? Number.NaN;
        });
      }
      return { name: column.name, kind: kind ?? "number", values, categories };
    },
  };
}

/**
 * Reads features of rows into columns.
 *
 * @param name The function that reads, as the beginning of errors.
 */
export function featureColumns<Row>(
  name: string,
  rows: readonly Row[],
  unread: readonly UnreadColumn<Row>[],
  { invalid = "throw", timeZone }: ReadingOptions,
): FeatureColumns {
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  const readTime = timeReader(timeZone, name);
  for (const { read, kind } of unread) {
    checkReader(`${name}: features`, read);
    if (kind !== null) checkChoice("kind of a feature", kind, kinds);
  }
  const coders = unread.map((column) => columnCoder(name, column, readTime));
  const columns = unread.map(() => new Float64Array(rows.length));
  const isInvalid = new Uint8Array(rows.length);
  const readRow = (row: Row, index: number): void => {
    for (let place = 0; place < unread.length; place++) {
      const value = (unread[place] as UnreadColumn<Row>).read(row) as FeatureValue | null | undefined;
      (columns[place] as Float64Array)[index] = (coders[place] as (typeof coders)[number]).toNumber(value);
    }
  };
  for (let index = 0; index < rows.length; index++) {
    try {
      readRow(rows[index] as Row, index);
    } catch (error) {
      if (invalid === "throw" || !isCxError(error)) throw atRow(error, index);
      isInvalid[index] = 1;
      for (const column of columns) column[index] = Number.NaN;
    }
  }
  return { columns: coders.map((coder, place) => coder.finish(columns[place] as Float64Array)), isInvalid };
}

/** How many rows have no value, those aside that are left out for what they hold. */
export function missingIn(values: Float64Array, isInvalid: Uint8Array): number {
  let missing = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]) && isInvalid[row] === 0) missing++;
  }
  return missing;
}

/** How many rows are marked. */
export const rowsSet = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
