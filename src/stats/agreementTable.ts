import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkSameLength } from "./checkSameLength.js";

/** What a rater can say: the name of a category, or a grade. */
export type RatingLabel = string | number;

/** The labels that a rater gave, in an array or a typed array; null, undefined and NaN where there is none. */
export type Ratings = ArrayLike<RatingLabel | null | undefined>;

/** Options of {@link agreementTable}. */
export interface AgreementTableOptions {
  /** The labels in their order, where that means something or some may never occur. @defaultValue those that occur, sorted */
  readonly labels?: readonly RatingLabel[];
}

/** The result of {@link agreementTable}. */
export interface AgreementTable {
  /** The labels of the rows, and of the columns. */
  readonly labels: readonly RatingLabel[];
  /** How many things the first rater gave the row's label and the second the column's. */
  readonly table: readonly (readonly number[])[];
  /** How many things both have rated. */
  readonly n: number;
  /** How many things one of the two has not rated; they are in no count. */
  readonly missing: number;
}

/** Numbers by size, before words by their characters. */
function inOrder(a: RatingLabel, b: RatingLabel): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === typeof b) return a < b ? -1 : 1;
  return typeof a === "number" ? -1 : 1;
}

/** The labels that occur, sorted. */
function labelsOf(...ratings: readonly Ratings[]): RatingLabel[] {
  const labels = new Set<RatingLabel>();
  for (const given of ratings) {
    for (let row = 0; row < given.length; row++) {
      const label = given[row];
      if (!isMissing(label)) labels.add(label);
    }
  }
  return [...labels].sort(inOrder);
}

/**
 * Counts how two raters labelled the same things, for `cohensKappa`: a person and a tagger, this model and the last.
 *
 * @param first The labels of the first rater; null, undefined or NaN where there is none.
 * @param second The labels of the second rater, for the same things in the same order.
 * @param options The labels, where their order matters.
 * @returns A square table of counts, and what its rows and columns are. Sorted, numbers stand by size before words by
 * character.
 * @throws A {@link CxError} `invalid-option` when the two differ in length or a label is given twice; `invalid-value` when a
 * rating is not one of the labels that were given.
 *
 * @example
 * ```ts
 * import { agreementTable } from "cxkit";
 *
 * const { labels, table } = agreementTable(["price", "staff", "price"], ["price", "price", "price"]);
 * labels; // => ["price", "staff"]
 * table; // => [[2, 0], [1, 0]]
 * ```
 */
export function agreementTable(first: Ratings, second: Ratings, options: AgreementTableOptions = {}): AgreementTable {
  checkOptions("agreementTable", options, ["labels"]);
  checkSameLength("agreementTable", first, second);
  const { labels = labelsOf(first, second) } = options;
  if (!Array.isArray(labels)) throw new CxError("invalid-option", "agreementTable requires a list of labels", labels);
  const place = new Map(labels.map((label, index) => [label, index]));
  if (place.size < labels.length) {
    throw new CxError("invalid-option", "agreementTable requires labels that differ", labels.join(", "));
  }
  const placeOf = (label: RatingLabel, row: number): number => {
    const found = place.get(label);
    if (found !== undefined) return found;
    throw new CxError("invalid-value", `agreementTable requires one of ${labels.join(", ")}`, label, row);
  };
  const table = labels.map(() => new Array<number>(labels.length).fill(0));
  let missing = 0;
  // By index, since holes are missing too.
  for (let row = 0; row < first.length; row++) {
    const [label, other] = [first[row], second[row]];
    if (isMissing(label) || isMissing(other)) {
      missing++;
      continue;
    }
    const counts = table[placeOf(label, row)];
    const column = placeOf(other, row);
    if (counts !== undefined) counts[column] = (counts[column] ?? 0) + 1;
  }
  return { labels, table, n: first.length - missing, missing };
}
