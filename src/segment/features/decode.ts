import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { formatTime } from "../../time/formatTime.js";
import type { EncodedFeature, Encoding } from "./encoding.js";
import type { FeatureCategory } from "./feature.js";
import { millisecondsPerDay } from "./featureColumns.js";
import { unscaled } from "./featureScale.js";

/** How much of a point is of a category. */
export interface CategoryShare {
  readonly category: FeatureCategory;
  /** 0–1 for a centre. */
  readonly share: number;
}

/**
 * A point in the units of the features: a number; for a boolean the share that is true; for a date its ISO string in UTC; for a
 * category the share of each. "… missing" is the share that was missing, where that has a column.
 */
export interface DecodedPoint {
  readonly [feature: string]: number | string | readonly CategoryShare[];
}

function decodeFeature({ feature, kind, columns }: EncodedFeature, values: readonly number[]): DecodedPoint {
  const shares: CategoryShare[] = [];
  const entries: [string, number | string][] = [];
  for (const [place, column] of columns.entries()) {
    const value = unscaled(values[place] as number, column);
    if (typeof values[place] !== "number" || !Number.isFinite(value)) {
      throw new CxError("invalid-value", `decode requires finite numbers, also for ${column.name}`, values[place]);
    }
    if (column.category !== null) shares.push({ category: column.category, share: value });
    else if (column.role === "value" && kind === "date")
      entries.push([feature, formatTime(value * millisecondsPerDay)]);
    else entries.push([column.name, value]);
  }
  return Object.fromEntries<DecodedPoint[string]>(kind === "category" ? [[feature, shares], ...entries] : entries);
}

/**
 * Reads what `encode` wrote: the centres of `kMeans` over encoded rows, in the units of the features.
 *
 * @param encoding The encoding (its `features` are all that is read).
 * @param points Encoded rows or centres, each with as many numbers as the encoding has names.
 * @returns For each point its features by name. That of `log1p` is turned back too, so that a centre is no plain mean.
 * @throws A {@link CxError} `invalid-value` when a point has not as many numbers, or one that is not finite (with its index);
 * `invalid-option` when the encoding is none, or the points are no list.
 *
 * @example
 * ```ts
 * import { decode, encode, kMeans } from "cxkit";
 *
 * const customers = [
 *   { plan: "basic", spend: 10 },
 *   { plan: "gold", spend: 90 },
 *   { plan: "basic", spend: 20 },
 *   { plan: "gold", spend: 80 },
 * ];
 * const encoding = encode(customers, { features: { plan: (row) => row.plan, spend: (row) => row.spend } });
 * const { centers } = kMeans(customers, { k: 2, features: encoding });
 * decode(encoding, centers).map(({ spend }) => spend); // => [85, 15]
 * ```
 */
export function decode(encoding: Pick<Encoding, "features">, points: Iterable<readonly number[]>): DecodedPoint[] {
  if (!Array.isArray(encoding?.features)) {
    throw new CxError("invalid-option", "decode requires an encoding, as encode gives it", encoding);
  }
  const { features } = encoding;
  checkRows("decode", points);
  const width = features.reduce((sum, { columns }) => sum + columns.length, 0);
  const decoded: DecodedPoint[] = [];
  eachRow(points, (point) => {
    if (point?.length !== width) {
      throw new CxError("invalid-value", `decode requires ${width} numbers in each point`, point?.length);
    }
    let at = 0;
    const parts = features.map((feature) => {
      const from = at;
      at += feature.columns.length;
      return decodeFeature(feature, point.slice(from, at));
    });
    decoded.push(Object.fromEntries(parts.flatMap((part) => Object.entries(part))));
  });
  return decoded;
}
