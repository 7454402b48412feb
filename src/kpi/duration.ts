import { checkReader } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Definition } from "../metric/estimate.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type Tally, valueMetric } from "../metric/valueMetric.js";
import { countShare } from "./countShare.js";
import type { DurationResult, WithinTarget } from "./durationResult.js";
import {
  type DurationOptions,
  type DurationReaders,
  type DurationSpan,
  durationSettings,
  longestLength,
} from "./durationSettings.js";
import { lengthQuantiles, meanLength } from "./lengthQuantiles.js";
import { rowTimes, type Stretch } from "./rowTimes.js";

/** The accumulator of {@link durationMetric}. */
export interface DurationLengths extends Tally {
  /** How long each took that has ended, in seconds. */
  readonly seconds: number[];
  /** When each began that is open, in epoch milliseconds. */
  readonly open: number[];
  /** The latest time seen, in epoch milliseconds; null before there is any. */
  latest: number | null;
}

const latestOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
const isStretch = (value: unknown): value is Stretch => Object(value) === value && "from" in Object(value);

/**
 * {@link duration} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param readers The two ends of a row's length of time; or a function that gives the length itself, in seconds.
 * @param options The name, the target, further percentiles, the moment that things are seen from, the level, and what becomes of
 * invalid rows and small results.
 * @returns A metric whose accumulator keeps every length: it grows with the rows.
 * @throws A {@link CxError} `invalid-option` or `invalid-time` at once for a wrong option; `invalid-value` for a row that ends before
 * it begins or begins after `now`, or whose length is no number of at least 0, `invalid-time` for one whose time is none.
 *
 * @example
 * ```ts
 * import { durationMetric, groupBy, measure } from "cxkit";
 *
 * const calls = [
 *   { queue: "sales", waited: 12 },
 *   { queue: "sales", waited: 40 },
 *   { queue: "help", waited: 95 },
 * ];
 * const wait = durationMetric((row: (typeof calls)[0]) => row.waited, { name: "wait", targetSeconds: 60 });
 * measure(calls, groupBy((row) => row.queue, wait))
 *   .map(({ key, result }) => [key, result.medianSeconds]); // => [["help", 95], ["sales", 26]]
 * ```
 */
export function durationMetric<Row>(
  readers: DurationReaders<Row> | ((row: Row) => number | null | undefined),
  options?: DurationOptions<Row> & NoMinimumN,
): Metric<Row, DurationLengths, DurationResult>;
export function durationMetric<Row>(
  readers: DurationReaders<Row> | ((row: Row) => number | null | undefined),
  options: DurationOptions<Row> & MinimumN,
): Metric<Row, DurationLengths, DurationResult | Suppressed<DurationResult>>;
export function durationMetric<Row>(
  readers: DurationReaders<Row> | ((row: Row) => number | null | undefined),
  options: DurationOptions<Row> & MinimumN = {},
): Metric<Row, DurationLengths, DurationResult | Suppressed<DurationResult>> {
  if (typeof readers === "function") return lengthMetric(readers, options);
  checkReader("duration: from", readers?.from);
  checkReader("duration: to", readers.to);
  return lengthMetric((row: Row) => ({ from: readers.from(row), to: readers.to(row) }), options);
}

/** The one implementation, for rows that read as a number of seconds or as two ends. */
function lengthMetric<Row>(
  read: (row: Row) => unknown,
  options: DurationOptions<Row> & MinimumN,
): Metric<Row, DurationLengths, DurationResult | Suppressed<DurationResult>> {
  const { name, level, targetSeconds, percentiles, lengthOf, hours } = durationSettings(options);
  const { now, stretchOf } = rowTimes(name, options);
  const definition: Definition = { kpi: name, family: "quantile", unit: "seconds", options: hours };
  const shareOf = countShare(name, { level });
  const readLength = (row: Row): unknown => {
    const value = read(row);
    return isStretch(value) ? stretchOf(value.from, value.to) : value;
  };
  const withinTarget = (seconds: Float64Array, open: Float64Array, target: number, tally: Tally): WithinTarget => {
    const within = (lengths: Float64Array): number => lengths.reduce((sum, one) => sum + (one <= target ? 1 : 0), 0);
    const [met, notDue] = [within(seconds), within(open)];
    const breached = seconds.length - met + open.length - notDue;
    const options = { targetSeconds: target, ...hours };
    const share: Definition = { kpi: name, family: "proportion", unit: "share", options };
    return { ...shareOf(met, met + breached, tally, share), dismissed: tally.dismissed, met, breached, notDue };
  };
  return valueMetric<Row, DurationLengths, DurationResult>(readLength, {
    kpi: name,
    allowed: "a length of time of at least 0 seconds",
    options,
    createAccumulator: () => ({ seconds: [], open: [], latest: null, missing: 0, invalid: 0, dismissed: 0 }),
    add: (accumulator, value) => {
      if (typeof value === "number") {
        if (!(value >= 0 && value <= longestLength)) return false;
        // Adding 0 makes 0 of −0, which JSON does not know.
        accumulator.seconds.push(value + 0);
        return true;
      }
      if (!isStretch(value)) return false;
      const { from, to } = value;
      if (to === null) accumulator.open.push(from);
      else accumulator.seconds.push(lengthOf(from, to) / 1000);
      accumulator.latest = latestOf(accumulator.latest, to ?? from);
      return true;
    },
    addAll: (into, other) => {
      into.missing += other.missing;
      into.invalid += other.invalid;
      into.dismissed += other.dismissed;
      for (const seconds of other.seconds) into.seconds.push(seconds);
      for (const from of other.open) into.open.push(from);
      into.latest = latestOf(into.latest, other.latest);
    },
    extractOutput: ({ seconds, open, latest, missing, invalid, dismissed }) => {
      const ended = Float64Array.from(seconds).sort();
      const until = now ?? latest ?? 0;
      const soFar = Float64Array.from(open, (from) => lengthOf(from, until) / 1000).sort();
      const lengths = { ended, open: soFar };
      const quantileAt = lengthQuantiles(lengths, level);
      const median = quantileAt(0.5);
      const tally = { missing, invalid, dismissed };
      return {
        value: median.seconds,
        n: ended.length + soFar.length,
        missing,
        invalid,
        dismissed,
        standardError: null,
        interval: median.interval,
        medianSeconds: median.seconds,
        percentile90Seconds: quantileAt(0.9).seconds,
        meanSeconds: meanLength(lengths),
        percentiles: percentiles.map((percentile) => ({ percentile, ...quantileAt(percentile / 100) })),
        open: soFar.length,
        withinTarget: targetSeconds === undefined ? null : withinTarget(ended, soFar, targetSeconds, tally),
        definition,
      };
    },
  });
}

/**
 * How long something takes, in seconds: to the first answer, to the resolution, a wait, a call. The median comes first, since
 * lengths of time are skewed and a few long ones pull a mean away from what most customers meet.
 *
 * What has not ended is never dropped, which would make a slow month look quick: it is counted in `open`, and known to take at
 * least as long as from its beginning to `now`. With open rows the median and the percentiles come from the product-limit
 * (Kaplan–Meier) curve, and are null where it does not come down so far; where all have ended they are those of the values (type
 * 7, as in R, NumPy and spreadsheets). The two agree on the median where nothing is open.
 *
 * @param lengths Seconds, or the two ends of a stretch of time each; null, undefined and NaN, and a stretch without a beginning,
 * stand for no value.
 * @param options The name, the target, further percentiles, the moment that things are seen from, business hours, the level, and what
 * becomes of invalid values and small results.
 * @returns The median in seconds with its interval, the 90th percentile, the mean and the share within a target. The interval lies
 * between two of the lengths (order statistics), or where the log–log band of the curve crosses the middle; it is null where an end
 * of it cannot be told.
 * @throws A {@link CxError} `invalid-value` when a length is no number of at least 0, a stretch ends before it begins or begins after
 * `now`, `invalid-time` when a time is none (all with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { duration } from "cxkit";
 *
 * const waits = duration([20, 31, 12, 64, 45, 8, 90, null], { targetSeconds: 60 });
 * waits; // => { value: 31, n: 7, missing: 1, medianSeconds: 31, percentile90Seconds: 74.4, open: 0, … }
 * waits.withinTarget?.value; // => 0.714…
 *
 * const resolutions = [
 *   { from: "2026-03-02T09:00:00Z", to: "2026-03-02T09:30:00Z" },
 *   { from: "2026-03-02T10:00:00Z", to: "2026-03-02T11:00:00Z" },
 *   { from: "2026-03-02T09:00:00Z" },
 * ];
 * duration(resolutions, { now: "2026-03-03T00:00:00Z" }); // => { value: 3600, n: 3, open: 1, meanSeconds: null, … }
 *
 * const day = [["09:00", "17:00"]] as const;
 * const businessHours = { timeZone: "UTC", hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day } };
 * duration([{ from: "2026-03-06T16:00:00Z", to: "2026-03-09T10:00:00Z" }], { businessHours }).value; // => 7200
 * ```
 *
 * @see Hyndman and Fan (1996), The American Statistician 50, 361–365; Kaplan and Meier (1958), JASA 53, 457–481; the interval by the
 * band: Brookmeyer and Crowley (1982), Biometrics 38, 29–41.
 */
export function duration(
  lengths: Iterable<DurationSpan | number | null | undefined>,
  options?: DurationOptions & NoMinimumN,
): DurationResult;
export function duration(
  lengths: Iterable<DurationSpan | number | null | undefined>,
  options: DurationOptions & MinimumN,
): DurationResult | Suppressed<DurationResult>;
export function duration(
  lengths: Iterable<DurationSpan | number | null | undefined>,
  options: DurationOptions & MinimumN = {},
): DurationResult | Suppressed<DurationResult> {
  return measure(
    lengths,
    lengthMetric((length: DurationSpan | number | null | undefined) => length, options),
  );
}
