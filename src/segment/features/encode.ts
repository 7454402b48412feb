import { CxError } from "../../error/cxError.js";
import type { EncodedColumn, EncodedFeature, Encoding, MissingPolicy } from "./encoding.js";
import type { FeatureCategory } from "./feature.js";
import { type FeatureColumn, featureColumns, missingIn, rowList, rowsSet } from "./featureColumns.js";
import { leastFor, scaled } from "./featureScale.js";
import { type EncodeSpec, type FullSpec, fullSpecs } from "./featureSpec.js";
import { fitFeature } from "./fitFeature.js";

/** The functions for the features of an earlier encoding, in its order. */
function specsLike<Row>(specs: readonly FullSpec<Row>[], features: readonly EncodedFeature[]): FullSpec<Row>[] {
  const named = new Map(specs.map((spec) => [spec.name, spec]));
  const ordered = features.map(({ feature, kind, missing, columns }) => {
    const spec = named.get(feature);
    if (spec === undefined)
      throw new CxError(
        "invalid-option",
        `encode requires the feature ${feature} of like`,
        [...named.keys()].join(", "),
      );
    return { ...spec, kind, missing, scaling: columns[0]?.scaling ?? "none" };
  });
  if (ordered.length === specs.length) return ordered;
  throw new CxError(
    "invalid-option",
    `encode requires the ${ordered.length} features of like and no others`,
    specs.length,
  );
}

/** A category column with the places of other categories; those not among them become missing. */
function inCategories(column: FeatureColumn, { columns }: EncodedFeature): FeatureColumn {
  if (column.kind !== "category") return column;
  const categories = columns.flatMap(({ category }) => (category === null ? [] : [category]));
  const places = column.categories.map((category) => categories.indexOf(category));
  const values = column.values.map((value) => {
    const place = places[value] ?? -1;
    return place < 0 ? Number.NaN : place;
  });
  return { ...column, values, categories };
}

/** The rows that are encoded. */
function keptRows(
  columns: readonly FeatureColumn[],
  specs: readonly { readonly missing: MissingPolicy }[],
  isInvalid: Uint8Array,
): Uint32Array {
  return Uint32Array.from(isInvalid.keys()).filter((row) => {
    if (isInvalid[row] === 1) return false;
    return columns.every(({ name, values }, place) => {
      const policy = specs[place]?.missing;
      if (policy === "impute" || !Number.isNaN(values[row])) return true;
      if (policy === "exclude") return false;
      throw new CxError("invalid-value", `encode requires a value of ${name}`, null, row);
    });
  });
}

/** A function that gives the number in one column for a value of its feature. */
function encoder(
  { kind, fill }: EncodedFeature,
  column: EncodedColumn,
  categories: readonly (FeatureCategory | null)[],
): (value: number) => number {
  if (column.role === "missing") return (value) => scaled(Number(Number.isNaN(value)), column);
  const standIn = kind === "category" ? categories.indexOf(fill) : Number(fill);
  const own = categories.indexOf(column.category);
  return (value) => {
    const known = Number.isNaN(value) ? standIn : value;
    return scaled(column.role === "value" ? known : Number(known === own), column);
  };
}

/**
 * Turns rows of mixed data into lists of numbers whose distances mean something: for `kMeans`, `silhouette` and the like, which take
 * the result as their `features`.
 *
 * Numbers are scaled. A boolean becomes one column and a category one for each of its words, in units such that neither outweighs a
 * number: the variances of its columns add up to 1 at most, and no two words are more than two units apart. Dates are days.
 *
 * @param rows Any rows.
 * @param spec The features and how to look at each: what they are, their scaling and weight, and what becomes of missing values.
 * @returns One list for each row (null for one that was left out), and what is needed to encode other rows alike (`like`) and to
 * read numbers back with `decode`. A feature that never varies is `constant`, and 0 in all rows.
 * @throws A {@link CxError} `invalid-option` when the specification is wrong; `invalid-value` or `invalid-time` when a value is not
 * one that its feature allows, or is missing where that is refused (with the row).
 *
 * @example
 * ```ts
 * import { encode } from "cxkit";
 *
 * const customers = [
 *   { plan: "basic", spend: 10, trial: true },
 *   { plan: "gold", spend: 90, trial: false },
 *   { plan: "basic", spend: null, trial: false },
 *   { plan: "basic", spend: 20, trial: true },
 * ];
 * const spec = {
 *   features: {
 *     plan: (row: (typeof customers)[0]) => row.plan,
 *     spend: { read: (row: (typeof customers)[0]) => row.spend, scaling: "minMax" as const },
 *     trial: (row: (typeof customers)[0]) => row.trial,
 *   },
 * };
 * const encoding = encode(customers, spec);
 * encoding.names; // => ["plan=basic", "plan=gold", "spend", "trial"]
 * encoding.rows[2]; // => null
 * encoding.missing; // => 1
 * encoding.rows[3]; // => [1.414…, 0, 0.125, 2]
 * encode([{ plan: "silver", spend: 50, trial: true }], { ...spec, like: encoding }).counts[0];
 * // => { feature: "plan", missing: 1, unknown: 1 }
 * ```
 *
 * @see On categories beside numbers: Foss, Markatou, Ray and Heching (2016), Machine Learning 105, 419–458.
 */
export function encode<Row>(rows: Iterable<Row>, spec: EncodeSpec<Row>): Encoding {
  const given = fullSpecs(spec);
  const { like, invalid, timeZone } = spec;
  const specs = like === undefined ? given : specsLike(given, like.features);
  const all = rowList(rows);
  const unread = specs.map(({ name, read, kind, scaling }) => ({ name, read, kind, least: leastFor(scaling) }));
  const { columns: read, isInvalid } = featureColumns("encode", all, unread, { invalid, timeZone });
  const columns =
    like === undefined
      ? read
      : read.map((column, place) => inCategories(column, like.features[place] as EncodedFeature));
  const kept = keptRows(columns, specs, isInvalid);
  const features =
    like?.features ?? columns.map((column, place) => fitFeature(column, kept, specs[place] as FullSpec<Row>));
  const encoders = features.flatMap((feature, place) => {
    const { values, categories } = columns[place] as FeatureColumn;
    return feature.columns.map((column) => ({ values, encodeValue: encoder(feature, column, categories) }));
  });
  const encoded = new Array<number[] | null>(all.length).fill(null);
  for (const row of kept) encoded[row] = encoders.map(({ values, encodeValue }) => encodeValue(values[row] as number));
  const invalidRows = rowsSet(isInvalid);
  return {
    rows: encoded,
    names: features.flatMap((feature) => feature.columns.map(({ name }) => name)),
    features,
    counts: columns.map((column, place) => {
      const missing = missingIn(column.values, isInvalid);
      return {
        feature: column.name,
        missing,
        unknown: missing - missingIn((read[place] as FeatureColumn).values, isInvalid),
      };
    }),
    n: kept.length,
    missing: all.length - kept.length - invalidRows,
    invalid: invalidRows,
  };
}
