/** What a feature may say of a row. */
export type FeatureValue = number | boolean | string | Date;

/** What the values of a feature are. */
export type FeatureKind = "number" | "boolean" | "category" | "date";

/** One of the words that a category feature takes. */
export type FeatureCategory = string | number | boolean;

/** Takes a feature out of a row; null, undefined and NaN stand for no value. */
export type FeatureReader<Row> = (row: Row) => FeatureValue | null | undefined;

/** A feature and how to look at it. */
export interface Feature<Row> {
  readonly read: FeatureReader<Row>;
  /**
   * What its values are. Numbers that only name something (a region's code) are categories, and text is a date only where this
   * says so. @defaultValue by the type of the first value: numbers, booleans, strings as categories, a `Date` as dates
   */
  readonly kind?: FeatureKind;
}

/** The features of a function that takes them by name, or as a list, whose names are then "0", "1" and so on. */
export function namedFeatures<One>(features: { readonly [name: string]: One } | readonly One[]): [string, One][] {
  return Object.entries(Object(features));
}
