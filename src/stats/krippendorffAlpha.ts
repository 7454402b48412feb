import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { RatingLabel, Ratings } from "./agreementTable.js";
import { checkList } from "./checkList.js";
import type { fleissKappa } from "./fleissKappa.js";
import { powerOfTwoScale } from "./powerOfTwoScale.js";

/** Options of {@link krippendorffAlpha}. */
export interface KrippendorffAlphaOptions {
  /**
   * What the ratings are, and so how bad a difference is: names, places in an order, points on a scale, or amounts with a
   * true zero. All but names have to be numbers.
   * @defaultValue "nominal"
   */
  readonly metric?: "nominal" | "ordinal" | "interval" | "ratio";
}

/** The result of {@link krippendorffAlpha}. */
export interface KrippendorffAlphaResult {
  /** 1 for full agreement, 0 for what chance gives, below 0 for less; null where all ratings are one and the same. */
  readonly value: number | null;
  /** How many things have at least two ratings. */
  readonly n: number;
  /** How many ratings these have. */
  readonly pairableValues: number;
  /** How many things have fewer than two ratings; they are left out. */
  readonly unitsLeftOut: number;
  /** How many ratings are missing. */
  readonly missing: number;
}

/** The sum over all ordered pairs of some values of how bad their difference is. */
type PairSum<Value> = (values: readonly Value[]) => number;

function countEach<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const differentPairs: PairSum<RatingLabel> = (values) =>
  [...countEach(values).values()].reduce((sum, count) => sum + count * (values.length - count), 0);

/** The squared distances of all pairs are twice their number times the squared distances from the mean. */
function squaredDistances(values: readonly number[]): number {
  // From the first value, so that equal values are exactly 0 apart.
  const offs = values.map((value) => value - (values[0] ?? 0));
  const mean = offs.reduce((sum, off) => sum + off, 0) / offs.length;
  return 2 * offs.length * offs.reduce((sum, off) => sum + (off - mean) ** 2, 0);
}

const relativeDistances: PairSum<number> = (values) => {
  const counts = countEach(values);
  const [distinct, many] = [Float64Array.from(counts.keys()), Float64Array.from(counts.values())];
  let sum = 0;
  distinct.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = distinct[j] ?? 0;
      sum += 2 * (many[i] ?? 0) * (many[j] ?? 0) * ((a - b) / (a + b)) ** 2;
    }
  });
  return sum;
};

/** For ordinal ratings a value stands for its place: how many ratings are below, and half of those that are the same. */
function placesOf(values: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...countEach(values)].sort(([a], [b]) => a - b)) {
    places.set(value, below + count / 2);
    below += count;
  }
  return places;
}

/** One less observed over expected disagreement; null where none is expected. */
function alphaOf<Value>(units: readonly (readonly Value[])[], pairSum: PairSum<Value>): number | null {
  const all = units.flat();
  const expected = pairSum(all) / (all.length - 1);
  if (!(expected > 0)) return null;
  return 1 - units.reduce((sum, unit) => sum + pairSum(unit) / (unit.length - 1), 0) / expected;
}

/** Refuses ratings that the metric knows nothing of. */
function checkRating(metric: string, rating: RatingLabel, row: number): void {
  const least = metric === "ratio" ? 0 : Number.NEGATIVE_INFINITY;
  if (metric === "nominal" || (typeof rating === "number" && rating >= least && Number.isFinite(rating))) return;
  const what = metric === "ratio" ? "numbers of at least zero" : "finite numbers";
  throw new CxError("invalid-value", `krippendorffAlpha requires ${what} as ${metric} ratings`, rating, row);
}

/**
 * Krippendorff's alpha: how far any number of raters agree beyond what chance gives, whatever kind of scale they rate on and
 * however many ratings are missing. Where nothing is missing and the ratings are names, {@link fleissKappa} is nearly
 * the same and has a standard error.
 *
 * @param ratings One row per rater, one column per thing that is rated; null, undefined and NaN are missing ratings.
 * @param options What the ratings are.
 * @returns Alpha, from the things with at least two ratings.
 * @throws A {@link CxError} `invalid-value` when rows differ in length or a rating does not suit the metric;
 * `invalid-option` when the metric is unknown.
 *
 * @example
 * ```ts
 * import { krippendorffAlpha } from "cxkit";
 *
 * const ratings = [
 *   [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
 *   [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
 *   [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
 *   [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
 * ];
 * krippendorffAlpha(ratings); // => { value: 0.743421…, n: 11, pairableValues: 40, unitsLeftOut: 1, missing: 7 }
 * krippendorffAlpha(ratings, { metric: "interval" }).value; // => 0.849107…
 * ```
 *
 * @see Krippendorff (2004), "Content Analysis", chapter 11; Hayes and Krippendorff (2007), Communication Methods and Measures
 * 1, 77–89.
 */
export function krippendorffAlpha(
  ratings: readonly Ratings[],
  options: KrippendorffAlphaOptions = {},
): KrippendorffAlphaResult {
  checkOptions("krippendorffAlpha", options, ["metric"]);
  const { metric = "nominal" } = options;
  checkChoice("metric of krippendorffAlpha", metric, ["nominal", "ordinal", "interval", "ratio"]);
  if (!Array.isArray(ratings)) {
    throw new CxError("invalid-option", "krippendorffAlpha requires an array of raters", ratings);
  }
  const columns = ratings[0]?.length ?? 0;
  const units = Array.from({ length: columns }, (): RatingLabel[] => []);
  let missing = 0;
  ratings.forEach((given: Ratings, row) => {
    checkList("krippendorffAlpha", given);
    if (given.length !== columns) {
      throw new CxError("invalid-value", `krippendorffAlpha requires ${columns} ratings of each`, given.length, row);
    }
    // By index, since holes are missing too.
    units.forEach((unit, column) => {
      const rating = given[column];
      if (isMissing(rating)) {
        missing++;
        return;
      }
      checkRating(metric, rating, row);
      unit.push(rating);
    });
  });
  const pairable = units.filter((unit) => unit.length >= 2);
  return {
    value: pairable.length === 0 ? null : alphaByMetric(pairable, metric),
    n: pairable.length,
    pairableValues: pairable.reduce((sum, unit) => sum + unit.length, 0),
    unitsLeftOut: units.length - pairable.length,
    missing,
  };
}

function alphaByMetric(units: readonly (readonly RatingLabel[])[], metric: string): number | null {
  if (metric === "nominal") return alphaOf(units, differentPairs);
  const scale = metric === "ordinal" ? 1 : powerOfTwoScale(units.flat() as number[]);
  const numbers = units.map((unit) => unit.map((rating) => Number(rating) / scale));
  if (metric === "ratio") return alphaOf(numbers, relativeDistances);
  if (metric === "interval") return alphaOf(numbers, squaredDistances);
  const places = placesOf(numbers.flat());
  return alphaOf(
    numbers.map((unit) => unit.map((value) => places.get(value) ?? 0)),
    squaredDistances,
  );
}
