import type { FeatureCategory, FeatureKind } from "./feature.js";
import type { FeatureScale } from "./featureScale.js";

/**
 * What becomes of a row without a value for a feature. `exclude`: it is left out and counted. `refuse`: it is an error. `impute`:
 * the median stands in (for a category or a boolean the most frequent), and a column of its own says that it was missing.
 */
export type MissingPolicy = "refuse" | "exclude" | "impute";

/** One column of an {@link Encoding}. */
export interface EncodedColumn extends FeatureScale {
  /** The feature; with `=` and the category, or with ` missing`, where the column says whether that is so. */
  readonly name: string;
  readonly role: "value" | "category" | "missing";
  /** The category that the column stands for; null where it stands for none. */
  readonly category: FeatureCategory | null;
}

/** How a feature became columns: all that is needed to do the same with other rows, and to read columns back. */
export interface EncodedFeature {
  readonly feature: string;
  readonly kind: FeatureKind;
  readonly missing: MissingPolicy;
  /** What stands in for a missing value: a number, days since 1970 for a date, a category; null where there was no value at all. */
  readonly fill: FeatureCategory | null;
  /** Whether all rows had the same value: such a feature is 0 in all rows, unless it is not scaled. */
  readonly constant: boolean;
  readonly columns: readonly EncodedColumn[];
}

/** What was met of a feature in the rows. */
export interface EncodedCount {
  readonly feature: string;
  /** Rows without a value, those with an unknown category among them. */
  readonly missing: number;
  /** Rows with a category that the encoding does not know; 0 unless `like` is given. */
  readonly unknown: number;
}

/** Rows as lists of numbers that are fit to be compared, and how they came about; plain data. */
export interface Encoding {
  /** One list for each row, in the order of the rows; null for one that was left out. */
  readonly rows: readonly (readonly number[] | null)[];
  /** The names of the numbers in a row. */
  readonly names: readonly string[];
  readonly features: readonly EncodedFeature[];
  readonly counts: readonly EncodedCount[];
  /** How many rows are encoded. */
  readonly n: number;
  /** How many were left out for a missing value. */
  readonly missing: number;
  /** How many were left out for a value that is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}
