import { checkChoice, checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import { correlation } from "../../stats/correlation.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { holm } from "../../stats/holm.js";
import type { Interval } from "../../stats/interval.js";
import { ranks } from "../../stats/ranks.js";
import { studentTCdf } from "../../stats/studentTCdf.js";
import { autocorrelation, type Series, steadySeries, type TrendRemoval } from "./steadySeries.js";

/** What {@link performanceLink} needs to know of the periods. */
export interface PerformanceLinkOptions<Row> {
  /** What operations did in a period: minutes per delivery, share of calls answered in time. Null, undefined and NaN stand for unknown. */
  readonly performance: (period: Row) => number | null | undefined;
  /** What customers said in it: the share of comments about a theme, say, from `themeTrend`. */
  readonly mentions: (period: Row) => number | null | undefined;
  /** By how many periods performance may lead, whole numbers from 0. Fewer lags find more. @defaultValue [0, 1, 2, 3, 4] */
  readonly lags?: readonly number[];
  /**
   * How trends are taken out, without which any two things that grow go together. `difference`: the change from period to period, for
   * trends of any shape and slow wandering; `detrend`: what is off a straight line, which finds less where neighbouring periods are much alike,
   * and more where each swings by itself. @defaultValue "difference"
   */
  readonly transform?: TrendRemoval;
  /** `spearman` for ranks, where a strike or a storm would outweigh all other periods. @defaultValue "pearson" */
  readonly method?: "pearson" | "spearman";
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
}

/** How performance goes with what is said some periods later. */
export interface PerformanceLag {
  /** In periods: performance of a period against mentions of that many periods later. */
  readonly lag: number;
  /** Of both without their trends, −1 to 1; null where it cannot be told. */
  readonly correlation: number | null;
  /** How many pairs it rests on. */
  readonly n: number;
  /** How many independent pairs would tell as much (Bartlett), at the most `n`; null where it cannot be told. */
  readonly effectiveN: number | null;
  /** Null for fewer than 12 pairs, and where these are worth no more than 3 independent ones. */
  readonly interval: Interval | null;
  /** Of no link; null where `interval` is for want of pairs. */
  readonly pValue: number | null;
  /** The same, adjusted for the number of lags (Holm). */
  readonly adjustedPValue: number | null;
  /** The change of mentions that goes with one more of performance, in their units; null by ranks, and where that is no number. */
  readonly slope: number | null;
  /** The correlation of both as they are, trends and all. */
  readonly ofLevels: number | null;
  /** Whether both only share a trend: as they are they seem to go together, and without their trends they do not. */
  readonly onlyTrend: boolean;
}

/** Whether performance shows in what customers say. */
export interface PerformanceLink {
  /** One for every lag that was asked for. */
  readonly lags: readonly PerformanceLag[];
  /** The lag of the surest link; null where chance alone may have made all of them. */
  readonly lead: number | null;
  /** Whether there are fewer than 12 pairs at every lag, so that nothing is tested. */
  readonly descriptiveOnly: boolean;
  readonly periods: number;
  /** Periods of which either figure is unknown. */
  readonly missing: number;
}

const known = ["performance", "mentions", "lags", "transform", "method", "level"];
const fewestPairs = 12;

/** Two series side by side at a lag, where both are known. */
function pairsAt(performance: Series, mentions: Series, lag: number): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  performance.forEach((value, time) => {
    const later = mentions[time + lag] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(later)) return;
    x.push(value);
    y.push(later);
  });
  return { x, y };
}

/** The ranks of what is known. */
function rankSeries(series: Series): Series {
  const places = Array.from(series.keys()).filter((i) => !Number.isNaN(series[i]));
  const ranked = ranks(places.map((i) => series[i] as number));
  const whole = new Float64Array(series.length).fill(Number.NaN);
  places.forEach((place, i) => {
    whole[place] = ranked[i] as number;
  });
  return whole;
}

/** Bartlett's number of independent pairs; more than there are it never says. */
function effectivePairs(n: number, first: Series, second: Series): number {
  const product = autocorrelation(first) * autocorrelation(second);
  return Math.min(n, (n * (1 - product)) / (1 + product));
}

const spreadOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
};

/** Null where figures are so small or so unequal that their ratio is no number. */
function slopeOf(value: number, x: readonly number[], y: readonly number[]): number | null {
  const slope = value * (spreadOf(y) / spreadOf(x));
  return Number.isFinite(slope) ? slope : null;
}

function readSeries<Row>(periods: Iterable<Row>, name: string, read: (period: Row) => unknown): Series {
  const values: number[] = [];
  eachRow(periods, (period) => {
    const value = read(period);
    if (!isMissing(value) && !(typeof value === "number" && Math.abs(value) <= 1e140)) {
      throw new CxError("invalid-value", `performanceLink requires ${name} as finite numbers`, value);
    }
    values.push(isMissing(value) ? Number.NaN : (value as number));
  });
  return Float64Array.from(values);
}

/**
 * Whether what operations do shows in what customers say, and how much later: minutes per delivery against the share of comments
 * about late delivery, week by week.
 *
 * Two series that grow, or wander, nearly always go together, whatever they are. So trends are taken out first, neighbours that are
 * alike count for less than their number, and p-values allow for the number of lags that were looked at. A season that both have
 * is not taken out, and a link is no proof of cause.
 *
 * @param periods Periods of equal length in the order of time, none left out (`perPeriod` and `themeTrend` leave none out).
 * @param options Where both figures are, which lags, and how trends are taken out.
 * @returns A correlation for each lag; with fewer than 12 pairs it is only described, without interval and p-value.
 * @throws A {@link CxError} `invalid-value` when a figure is neither a finite number of at most 1e140 nor missing (with the period's
 * index), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { performanceLink } from "cxkit";
 *
 * const minutes = [31, 35, 29, 44, 38, 30, 33, 47, 41, 29, 36, 32, 45, 30, 34, 39, 28, 43];
 * const weeks = minutes.map((own, week) => ({ minutes: own, late: 0.002 * (minutes[week - 1] ?? 30) + 0.001 * (week % 3) }));
 * const link = performanceLink(weeks, { performance: (week) => week.minutes, mentions: (week) => week.late, lags: [0, 1, 2] });
 * link.lead; // => 1
 * link.lags[1]; // => { lag: 1, correlation: 0.99…, n: 16, onlyTrend: false, … }
 * ```
 *
 * @see Yule (1926), "Why do we sometimes get nonsense-correlations between time-series?", Journal of the Royal Statistical Society 89, 1–63;
 * Bartlett (1935), the same 98, 536–543, for the effective number; Holm (1979).
 */
export function performanceLink<Row>(periods: Iterable<Row>, options: PerformanceLinkOptions<Row>): PerformanceLink {
  checkOptions("performanceLink", options, known);
  const { performance, mentions, lags = [0, 1, 2, 3, 4], transform = "difference", method = "pearson" } = options;
  const { level = 0.95 } = options;
  checkReader("performanceLink: performance", performance);
  checkReader("performanceLink: mentions", mentions);
  checkChoice("transform of performanceLink", transform, ["difference", "detrend"]);
  checkChoice("method of performanceLink", method, ["pearson", "spearman"]);
  if (!Array.isArray(lags) || lags.length === 0 || new Set(lags).size < lags.length) {
    refuseOption("performanceLink requires lags as a list, each once", lags);
  }
  for (const lag of lags) {
    if (!(Number.isInteger(lag) && lag >= 0))
      refuseOption("performanceLink requires lags to be whole numbers from 0", lag);
  }
  const critical = criticalValue(level);
  const all = Array.from(periods);
  const [first, second] = [readSeries(all, "performance", performance), readSeries(all, "mentions", mentions)];
  const prepared = [first, second].map((series) => {
    const steady = steadySeries(series, transform);
    return method === "spearman" ? rankSeries(steady) : steady;
  }) as [Series, Series];

  const found = lags.map((lag) => {
    const { x, y } = pairsAt(...prepared, lag);
    const n = x.length;
    const levels = pairsAt(first, second, lag);
    const plain = correlation(levels.x, levels.y, { method, exact: false });
    const { value } = correlation(x, y);
    const effectiveN = value === null ? null : effectivePairs(n, ...prepared);
    const line = {
      lag,
      correlation: value,
      n,
      effectiveN,
      ofLevels: plain.value,
      seems: (plain.pValue ?? 1) <= 1 - level,
    };
    const slope = value === null || method === "spearman" ? null : slopeOf(value, x, y);
    if (value === null || effectiveN === null || effectiveN <= 3 || n < fewestPairs) {
      return { ...line, slope, interval: null, pValue: null };
    }
    const degrees = effectiveN - 2;
    const pValue =
      Math.abs(value) === 1 ? 0 : 2 * studentTCdf(-Math.abs(value) * Math.sqrt(degrees / (1 - value * value)), degrees);
    const variance = (method === "spearman" ? 1 + value ** 2 / 2 : 1) / (effectiveN - 3);
    const half = critical * Math.sqrt(variance);
    const limits = { low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half), level };
    return { ...line, slope, interval: Math.abs(value) === 1 ? null : limits, pValue };
  });
  const adjusted = holm(found.map(({ pValue }) => pValue));
  const lines = found.map(({ seems, ...line }, i): PerformanceLag => {
    const adjustedPValue = adjusted[i] ?? null;
    return { ...line, adjustedPValue, onlyTrend: seems && adjustedPValue !== null && adjustedPValue > 1 - level };
  });
  const news = lines
    .filter(({ adjustedPValue }) => adjustedPValue !== null && adjustedPValue <= 1 - level)
    .sort((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1) || a.lag - b.lag);
  return {
    lags: lines,
    lead: news[0]?.lag ?? null,
    descriptiveOnly: lines.every(({ n }) => n < fewestPairs),
    periods: all.length,
    missing: first.filter((value, i) => Number.isNaN(value) || Number.isNaN(second[i])).length,
  };
}
