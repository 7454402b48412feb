import { atRow, CxError } from "../../error/cxError.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import type { Points } from "../clusters/points.js";
import type { Encoding } from "./encoding.js";
import { namedFeatures } from "./feature.js";
import {
  type FeatureColumns,
  featureColumns,
  missingIn,
  rowList,
  rowsSet,
  type UnreadColumn,
} from "./featureColumns.js";
import {
  checkScaling,
  type FeatureScale,
  type FeatureScaling,
  fitScale,
  leastFor,
  writeScaled,
} from "./featureScale.js";

/** Takes a number out of a row; true and false are 1 and 0, and null, undefined and NaN stand for none. */
export type NumberReader<Row> = (row: Row) => number | boolean | null | undefined;

/**
 * What rows are compared by: functions of a row by name (best: the names come back in results) or in a list; one function that
 * gives all numbers of a row; or the rows as `encode` made them, in the same order.
 */
export type Features<Row> =
  | { readonly [name: string]: NumberReader<Row> }
  | readonly NumberReader<Row>[]
  | ((row: Row) => readonly (number | boolean | null | undefined)[])
  | Encoding;

/** How rows become points. */
export interface PointOptions<Row> {
  /** What rows are compared by. @defaultValue the numbers of a row, where rows are lists of numbers */
  readonly features?: Features<Row>;
  /** How features are made comparable; one by one with `encode`. @defaultValue "none" */
  readonly scaling?: FeatureScaling;
  /** What becomes of a row with a value that is no number. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

export const pointOptions = ["features", "scaling", "invalid"] as const;

/** A feature as a coordinate of points. */
export interface PointFeature extends FeatureScale {
  readonly feature: string;
  /** The rows that have no value of it. */
  readonly missing: number;
  /** Whether all rows have the same value. */
  readonly constant: boolean;
}

/** Rows as points. */
export interface FeaturePoints extends Points {
  readonly features: readonly PointFeature[];
  /** The row of each point. */
  readonly rowOf: Uint32Array;
  /** How many rows there are. */
  readonly rows: number;
  /** Rows left out: a feature is missing. */
  readonly missing: number;
  readonly invalid: number;
}

/** Finds the scale of a feature from its values. */
type ScaleOf = (values: Float64Array, place: number) => FeatureScale;

type Lists = readonly ArrayLike<number | boolean | null | undefined>[];

export const isEncoding = (features: unknown): features is Encoding => Array.isArray((features as Encoding)?.rows);

const isList = (row: unknown): row is Lists[number] => Array.isArray(row) || ArrayBuffer.isView(row);

/** Lists as columns, one for each place of the first. */
function placesOf(name: string, lists: Lists): UnreadColumn<Lists[number]>[] {
  const length = lists[0]?.length ?? 0;
  for (const [row, list] of lists.entries()) {
    if (!isList(list)) {
      throw new CxError("invalid-value", `${name} requires rows that are lists of numbers, or features`, list, row);
    }
    if (list.length !== length) {
      throw new CxError("invalid-value", `${name} requires ${length} numbers in each row`, list.length, row);
    }
  }
  return Array.from({ length }, (_, place) => ({
    name: String(place),
    read: (list: Lists[number]) => list[place],
    kind: "number" as const,
  }));
}

/** Calls a function of each row; its errors tell the row. */
function listsOf<Row>(rows: readonly Row[], read: (row: Row) => Lists[number]): Lists {
  return rows.map((row, index) => {
    try {
      return read(row);
    } catch (error) {
      throw atRow(error, index);
    }
  });
}

/** The rows that hold all columns. */
function wholeRows({ columns, isInvalid }: FeatureColumns): Uint32Array {
  const isLeftOut = isInvalid.slice();
  for (const { values } of columns) {
    for (let row = 0; row < values.length; row++) {
      if (Number.isNaN(values[row])) isLeftOut[row] = 1;
    }
  }
  const whole = new Uint32Array(isLeftOut.length);
  let n = 0;
  for (let row = 0; row < isLeftOut.length; row++) {
    if (isLeftOut[row] === 0) whole[n++] = row;
  }
  return whole.subarray(0, n);
}

/** Points of the rows that hold all columns. */
function toPoints(read: FeatureColumns, scaleOf: ScaleOf): FeaturePoints {
  const { columns, isInvalid } = read;
  const [rowOf, rows] = [wholeRows(read), isInvalid.length];
  const [n, dimensions] = [rowOf.length, columns.length];
  const coordinates = new Float64Array(n * dimensions);
  const features = columns.map(({ name, values }, place): PointFeature => {
    const kept = new Float64Array(n);
    for (let point = 0; point < n; point++) kept[point] = values[rowOf[point] as number] as number;
    const { scaling, center, scale } = scaleOf(kept, place);
    const by = { scaling, center, scale };
    writeScaled(kept, by, coordinates, place, dimensions);
    const constant = n > 0 && (scale === 0 || kept.every((value) => value === kept[0]));
    const missing = missingIn(values, isInvalid);
    return { feature: name, ...by, missing, constant };
  });
  const invalid = rowsSet(isInvalid);
  return { coordinates, n, dimensions, features, rowOf, rows, missing: rows - n - invalid, invalid };
}

/** Points of rows that are encoded. */
function encodedPoints(encoding: Encoding): FeaturePoints {
  const { names, rows, missing, invalid } = encoding;
  const rowOf = Uint32Array.from({ length: rows.length }, (_, row) => row).filter((row) => rows[row] !== null);
  const [n, dimensions] = [rowOf.length, names.length];
  const coordinates = new Float64Array(n * dimensions);
  rowOf.forEach((row, point) => void coordinates.set(rows[row] ?? [], point * dimensions));
  const features = encoding.features.flatMap(({ columns, constant }, place) =>
    columns.map(({ name }): PointFeature => {
      const scale: FeatureScale = { scaling: "none", center: 0, scale: 1 };
      return { feature: name, ...scale, missing: encoding.counts[place]?.missing ?? 0, constant };
    }),
  );
  return { coordinates, n, dimensions, features, rowOf, rows: rows.length, missing, invalid };
}

/**
 * Reads what rows are compared by, leaves out those that lack something of it, and scales the rest.
 *
 * @param name The function that reads, as the beginning of errors.
 * @param scaleOf Finds the scale of a feature from its values; by default as the options say.
 */
export function featurePoints<Row>(
  name: string,
  rows: Iterable<Row>,
  { features, scaling = "none", invalid }: PointOptions<Row>,
  scaleOf: ScaleOf = (values) => fitScale(values, scaling),
): FeaturePoints {
  checkScaling(scaling);
  const all = rowList(rows);
  if (isEncoding(features)) {
    if (scaling !== "none" || features.rows.length !== all.length) {
      const received = scaling === "none" ? `${features.rows.length} for ${all.length}` : scaling;
      throw new CxError("invalid-option", `${name} requires encoded rows as they are, one for each row`, received);
    }
    return encodedPoints(features);
  }
  const least = leastFor(scaling);
  const read = <One>(ones: readonly One[], columns: readonly UnreadColumn<One>[]): FeaturePoints => {
    if (columns.length === 0 && ones.length > 0) {
      throw new CxError("invalid-option", `${name} requires at least one feature`, features);
    }
    const unread = columns.map((column) => ({ ...column, least }));
    return toPoints(featureColumns(name, ones, unread, { invalid }), scaleOf);
  };
  if (features === undefined || typeof features === "function") {
    // Without features, rows that are no lists are refused.
    const lists = features === undefined ? (all as readonly unknown[] as Lists) : listsOf(all, features);
    return read(lists, placesOf(name, lists));
  }
  return read(
    all,
    namedFeatures(features).map(([feature, reader]) => ({ name: feature, read: reader, kind: "number" })),
  );
}
