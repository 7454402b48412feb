import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { addCounts } from "../metric/addRows.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type Tally, valueMetric } from "../metric/valueMetric.js";
import { countShare } from "./countShare.js";
import { type CustomerId, readCustomer } from "./customerMetric.js";
import type { ProportionMethod } from "./proportionInterval.js";

/** Where {@link conversionMetric} finds a visit in a row. */
export interface VisitReaders<Row> {
  /** Who visited, or in which session: its rows count once together. A row without one is counted in `missing`. */
  readonly visitor: (row: Row) => CustomerId | null | undefined;
  /** Whether it converted; null and undefined stand for not known. */
  readonly converted: (row: Row) => boolean | null | undefined;
}

/** What {@link conversion} reads of a visit. */
export interface Visit {
  /** Who visited, or in which session. */
  readonly visitor: CustomerId | null | undefined;
  /** Whether it converted. */
  readonly converted: boolean | null | undefined;
}

/** Options of {@link conversion}. */
export interface ConversionOptions<Row = Visit | boolean | null | undefined>
  extends Omit<EstimateOptions<Row>, "weight"> {
  /**
   * What is counted, such as "sessions"; kept in the definition, for orders per session are no share of visitors.
   * @defaultValue "visitors"
   */
  readonly unit?: string;
  /** How the interval is made. @defaultValue "wilson" */
  readonly method?: ProportionMethod;
}

/** The share of visitors that converted, 0–1; `n` counts visitors, `missing` and `invalid` count rows. */
export interface ConversionResult extends Estimate {
  /** How many visitors converted. */
  readonly count: number;
}

/** The accumulator of {@link conversionMetric}. */
export interface Conversions extends Tally {
  /** For each visitor 1 where it converted, else 0. */
  readonly visitors: { [visitor: string]: number };
  /** Converted rows that are a visitor each. */
  converted: number;
  /** The others of these. */
  notConverted: number;
}

/** A visitor as the name of a property: 1 and "1" are two, and none is a name that objects have. */
const visitorKey = (visitor: CustomerId): string => (typeof visitor === "string" ? `:${visitor}` : `${visitor}`);

/**
 * {@link conversion} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param readers The visitor of a row, and whether it converted: a visitor may have several rows. Or a function that says whether
 * a row converted, where each is a visitor of its own.
 * @param options The unit, the interval, and what becomes of invalid rows and small results.
 * @returns A metric whose accumulator has a number for each visitor, and grows with them; without visitors it is two counts.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row whose visitor is neither a string
 * nor a finite number, or that is neither true nor false.
 *
 * @example
 * ```ts
 * import { conversionMetric, measure } from "cxkit";
 *
 * const events = [
 *   { session: "s1", event: "view" },
 *   { session: "s1", event: "order" },
 *   { session: "s2", event: "view" },
 * ];
 * const readers = {
 *   visitor: (row: (typeof events)[0]) => row.session,
 *   converted: (row: (typeof events)[0]) => row.event === "order",
 * };
 * measure(events, conversionMetric(readers, { unit: "sessions" })); // => { value: 0.5, n: 2, count: 1, … }
 * ```
 */
export function conversionMetric<Row>(
  readers: VisitReaders<Row> | ((row: Row) => boolean | null | undefined),
  options?: ConversionOptions<Row> & NoMinimumN,
): Metric<Row, Conversions, ConversionResult>;
export function conversionMetric<Row>(
  readers: VisitReaders<Row> | ((row: Row) => boolean | null | undefined),
  options: ConversionOptions<Row> & MinimumN,
): Metric<Row, Conversions, ConversionResult | Suppressed<ConversionResult>>;
export function conversionMetric<Row>(
  readers: VisitReaders<Row> | ((row: Row) => boolean | null | undefined),
  options: ConversionOptions<Row> & MinimumN = {},
): Metric<Row, Conversions, ConversionResult | Suppressed<ConversionResult>> {
  if (typeof readers === "function") return visitMetric(readers, options);
  checkReader("conversion: visitor", readers?.visitor);
  checkReader("conversion: converted", readers.converted);
  return visitMetric((row: Row) => ({ visitor: readers.visitor(row), converted: readers.converted(row) }), options);
}

/** The one implementation, for rows that read as true or false or as a visit. */
function visitMetric<Row>(
  read: (row: Row) => unknown,
  options: ConversionOptions<Row> & MinimumN,
): Metric<Row, Conversions, ConversionResult | Suppressed<ConversionResult>> {
  checkOptions("conversion", options, ["level", "invalid", "dismissed", "minimumN", "unit", "method"]);
  const { unit = "visitors" } = options;
  if (typeof unit !== "string") throw new CxError("invalid-option", "conversion requires a unit in words", unit);
  const shareOf = countShare("conversion", options);
  const definition: Definition = { kpi: "conversion", family: "proportion", unit: "share", options: { unit } };
  const readVisit = (row: Row): unknown => {
    const value = read(row);
    if (Object(value) !== value) return value;
    const { visitor, converted } = value as { readonly [field in keyof Visit]: unknown };
    const id = readCustomer("conversion", visitor, "visitor");
    return id === null || isMissing(converted) ? null : [visitorKey(id), converted];
  };
  return valueMetric<Row, Conversions, ConversionResult>(readVisit, {
    kpi: "conversion",
    allowed: "true or false",
    options,
    createAccumulator: () => ({ visitors: {}, converted: 0, notConverted: 0, missing: 0, invalid: 0, dismissed: 0 }),
    add: (accumulator, value) => {
      const [key, converted] = Array.isArray(value) ? value : [null, value];
      if (typeof converted !== "boolean") return false;
      if (key !== null) accumulator.visitors[key] = converted ? 1 : (accumulator.visitors[key] ?? 0);
      else if (converted) accumulator.converted++;
      else accumulator.notConverted++;
      return true;
    },
    addAll: (into, { visitors, ...counts }) => {
      addCounts(into, counts);
      for (const key in visitors) into.visitors[key] = Math.max(into.visitors[key] ?? 0, visitors[key] ?? 0);
    },
    extractOutput: ({ visitors, converted, notConverted, missing, invalid, dismissed }) => {
      let [count, n] = [converted, converted + notConverted];
      for (const key in visitors) {
        count += visitors[key] ?? 0;
        n++;
      }
      return { ...shareOf(count, n, { missing, invalid }, definition), dismissed, count };
    },
  });
}

/**
 * The share of visitors that converted, 0–1: bought, signed up, came to the last step.
 *
 * A visitor with several visits counts once, as converted if any of them did. Whether visitors or sessions are counted makes two
 * different numbers: say which in `unit`, which `compare` does not mix.
 *
 * @param visits Rows with `visitor` and `converted`, where one without a visitor is counted in `missing`; or true and false, each a
 * visitor of its own.
 * @param options The unit, the interval, and what becomes of invalid rows and small results.
 * @returns The share with its Wilson interval, and how many visitors converted; null where there are none.
 * @throws A {@link CxError} `invalid-value` when a visitor is neither a string nor a finite number, or `converted` neither true nor
 * false (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { conversion } from "cxkit";
 *
 * const visits = [
 *   { visitor: "ann", converted: false },
 *   { visitor: "ann", converted: true },
 *   { visitor: "bob", converted: false },
 *   { visitor: "cat", converted: false },
 *   { visitor: "dan", converted: false },
 * ];
 * conversion(visits); // => { value: 0.25, n: 4, count: 1, … }
 * conversion([true, false, false, true], { unit: "sessions" }).value; // => 0.5
 * ```
 *
 * @see Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, 2nd edition, ch. 10; interval: Wilson (1927), JASA 22,
 * 209–212.
 */
export function conversion(
  visits: Iterable<Visit | boolean | null | undefined>,
  options?: ConversionOptions & NoMinimumN,
): ConversionResult;
export function conversion(
  visits: Iterable<Visit | boolean | null | undefined>,
  options: ConversionOptions & MinimumN,
): ConversionResult | Suppressed<ConversionResult>;
export function conversion(
  visits: Iterable<Visit | boolean | null | undefined>,
  options: ConversionOptions & MinimumN = {},
): ConversionResult | Suppressed<ConversionResult> {
  return measure(
    visits,
    visitMetric((visit: Visit | boolean | null | undefined) => visit, options),
  );
}
