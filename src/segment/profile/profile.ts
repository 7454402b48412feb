import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { countPlaces } from "../features/countPlaces.js";
import { type Feature, type FeatureCategory, type FeatureReader, namedFeatures } from "../features/feature.js";
import { type FeatureColumn, featureColumns, rowList, rowsSet } from "../features/featureColumns.js";
import { type ContrastFigures, contrastMeans, contrastRanks, contrastShares } from "./contrastFigures.js";
import { byEffect, contrastReading } from "./contrastReading.js";
import type { Contrast, ProfileResult, SegmentLabel } from "./profileResult.js";
import { rowSegments, type SegmentInput } from "./rowSegments.js";

/** Options of {@link profile}. */
export interface ProfileOptions<Row> {
  /** The segment of a row: a function (that of `segmentOf`, of a row's customer), or a list in the order of the rows. */
  readonly segment: ((row: Row) => SegmentInput) | readonly SegmentInput[];
  /** Features by name, or in a list: a function of a row, or one with its kind. */
  readonly features:
    | { readonly [name: string]: FeatureReader<Row> | Feature<Row> }
    | readonly (FeatureReader<Row> | Feature<Row>)[];
  /**
   * How numbers are compared: by `means` (Hedges's g, Welch's test), or by `ranks` (Cliff's delta, Mann and Whitney's test), which
   * a few large amounts do not decide. @defaultValue "means"
   */
  readonly method?: "means" | "ranks";
  /**
   * The names of features that the segments were made from: these differ because they were made to, so they have no p-value, and do
   * not count among the tests. @defaultValue none
   */
  readonly madeFrom?: readonly string[];
  /** The confidence level of intervals, 0–1; at 0.95, an adjusted p-value of at most 0.05 can be told from chance. @defaultValue 0.95 */
  readonly level?: number;
  /** What becomes of a row with a value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
  /** The zone of times without an offset; they are refused without it. */
  readonly timeZone?: string;
}

/** The values of a feature on one side, and how many rows lack it. */
function sideOf({ values }: FeatureColumn, rows: Uint32Array): { values: Float64Array; n: number; missing: number } {
  const known = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) {
    const value = values[row] as number;
    if (!Number.isNaN(value)) known[n++] = value;
  }
  return { values: known.subarray(0, n), n, missing: rows.length - n };
}

/** A contrast, and the figures that are yet to be adjusted. */
type Found = Pick<Contrast, "feature" | "category" | "kind" | "segment" | "rest"> & {
  readonly figures: ContrastFigures;
};

/** All contrasts of one feature between the rows of a segment and the rest. */
function contrastsOf(
  column: FeatureColumn,
  inside: Uint32Array,
  outside: Uint32Array,
  method: "means" | "ranks",
  level: number,
): Found[] {
  const { name, kind, categories } = column;
  const [segment, rest] = [sideOf(column, inside), sideOf(column, outside)];
  const found = (figures: ContrastFigures, category: FeatureCategory | null): Found => ({
    feature: name,
    category,
    kind,
    segment: { value: figures.value, n: segment.n, missing: segment.missing },
    rest: { value: figures.restValue, n: rest.n, missing: rest.missing },
    figures,
  });
  if (kind === "category" || kind === "boolean") {
    const places = kind === "boolean" ? 2 : categories.length;
    const [counts, restCounts] = [countPlaces(segment.values, places), countPlaces(rest.values, places)];
    const measure = method === "means" ? "cohens-h" : "cliffs-delta";
    const shares = (place: number): ContrastFigures =>
      contrastShares([counts[place] ?? 0, segment.n], [restCounts[place] ?? 0, rest.n], level, measure);
    return kind === "boolean"
      ? [found(shares(1), null)]
      : categories.map((category, place) => found(shares(place), category));
  }
  return [found((method === "means" ? contrastMeans : contrastRanks)(segment.values, rest.values, level), null)];
}

/**
 * What sets each segment apart from the rest: every feature of its rows beside that of all other rows, by the size of the effect, with
 * an eye on how many such comparisons there are.
 *
 * Features of different units compare by their effects: Hedges's g for numbers and Cohen's h for shares (or Cliff's delta for
 * both). Where thousands of rows make any difference significant, most of them are not worth telling; where there are many features,
 * some look different by chance. Segments differ in what they were made from, whatever that is worth: name it in `madeFrom`.
 *
 * @param rows Any rows.
 * @param options The segment of a row, the features, and how to compare.
 * @returns For each segment its contrasts, first what can be told, by size; a category feature has one for each of its words.
 * Rows without a segment are in neither side. Cost grows with the rows, times the segments, times the features.
 * @throws A {@link CxError} `invalid-option` when an option is wrong; `invalid-value` or `invalid-time` when a value is not allowed
 * (with the row).
 *
 * @example
 * ```ts
 * import { profile } from "cxkit";
 *
 * const rows = Array.from({ length: 60 }, (_, i) => ({
 *   segment: i % 3 === 0 ? "loyal" : "other",
 *   spend: (i % 3 === 0 ? 40 : 20) + ((i * 7) % 11),
 *   app: i % 3 === 0 ? i % 2 === 0 : i % 4 === 0,
 *   age: 30 + ((i * 13) % 17),
 * }));
 * const { segments, tests } = profile(rows, {
 *   segment: (row) => row.segment,
 *   features: { spend: (row) => row.spend, app: (row) => row.app, age: (row) => row.age },
 * });
 * tests; // => 6
 * segments[0]?.contrasts.map(({ feature, reading }) => [feature, reading]);
 * // => [["spend", "much higher"], ["app", "may be chance"], ["age", "may be chance"]]
 * segments[0]?.contrasts[0]; // => { difference: 20.5, effect: { measure: "hedges-g", value: 6.26…, … }, … }
 * ```
 *
 * @see Hedges (1981), Journal of Educational Statistics 6, 107–128; Cohen (1988), "Statistical Power Analysis for the Behavioral
 * Sciences"; Cliff (1993), Psychological Bulletin 114, 494–509; Benjamini and Hochberg (1995), Journal of the Royal Statistical
 * Society B 57, 289–300.
 */
export function profile<Row>(rows: Iterable<Row>, options: ProfileOptions<Row>): ProfileResult {
  checkOptions("profile", options, ["segment", "features", "method", "madeFrom", "level", "invalid", "timeZone"]);
  const { method = "means", madeFrom = [], level = 0.95, invalid, timeZone } = options;
  checkChoice("method", method, ["means", "ranks"]);
  criticalValue(level);
  const unread = namedFeatures<FeatureReader<Row> | Feature<Row>>(options.features).map(([name, one]) => {
    const feature: Feature<Row> = typeof one === "function" ? { read: one } : one;
    checkOptions("a feature of profile", feature, ["read", "kind"]);
    return { name, read: feature.read, kind: feature.kind ?? null };
  });
  if (unread.length === 0)
    throw new CxError("invalid-option", "profile requires at least one feature", options.features);
  for (const name of madeFrom) {
    checkChoice(
      "a feature in madeFrom",
      name,
      unread.map((column) => column.name),
    );
  }
  const all = rowList(rows);
  const { columns, isInvalid } = featureColumns("profile", all, unread, { invalid, timeZone });
  const segments = rowSegments(all, options.segment);
  const kept = Uint32Array.from(all.keys()).filter((row) => isInvalid[row] === 0 && segments[row] !== null);
  const labels = [...new Set(Array.from(kept, (row) => segments[row] ?? []).flat())].sort(
    compareKeys,
  ) as SegmentLabel[];
  const found = labels.map((segment) => {
    const isInside = (row: number): boolean => segments[row]?.includes(segment) === true;
    const [inside, outside] = [kept.filter(isInside), kept.filter((row) => !isInside(row))];
    return {
      segment,
      n: inside.length,
      contrasts: columns.flatMap((column) => contrastsOf(column, inside, outside, method, level)),
    };
  });
  const isMade = ({ feature }: Found): boolean => madeFrom.includes(feature);
  const pValues = found.flatMap(({ contrasts }) => contrasts.map((one) => (isMade(one) ? null : one.figures.pValue)));
  const adjusted = benjaminiHochberg(pValues);
  let test = 0;
  const finish = (one: Found): Contrast => {
    const { figures, ...about } = one;
    const [pValue, adjustedPValue] = [pValues[test] ?? null, adjusted[test] ?? null];
    test++;
    const { difference, interval, effect } = figures;
    const isTold = isMade(one) ? true : adjustedPValue === null ? null : adjustedPValue <= 1 - level;
    return {
      ...about,
      difference,
      interval,
      effect,
      pValue,
      adjustedPValue,
      reading: contrastReading(figures, isTold),
    };
  };
  const invalidRows = rowsSet(isInvalid);
  return {
    segments: found.map(({ segment, n, contrasts }) => ({
      segment,
      n,
      share: n / kept.length,
      contrasts: contrasts.map(finish).sort(byEffect),
    })),
    n: kept.length,
    missing: all.length - kept.length - invalidRows,
    invalid: invalidRows,
    tests: pValues.filter((pValue) => pValue !== null).length,
    method,
    level,
  };
}
