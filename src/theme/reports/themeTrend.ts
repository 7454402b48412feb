import { checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { PerPeriodOptions } from "../../metric/perPeriod.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { wilson } from "../../stats/wilson.js";
import type { TimeInput } from "../../time/parseTime.js";
import type { SentimentReader } from "./mention.js";
import { type PeriodPart, shareChange, shareSlope, type TestedChange } from "./testedChange.js";
import type { ThemeCourse, ThemePoint, ThemeShift, ThemeTrend } from "./themeCourse.js";
import { type ThemedPeriod, themedPeriods } from "./themedPeriods.js";
import { type ThemeSource, themeSourceOptions } from "./themeSource.js";

/** What {@link themeTrend} needs to know of the rows. */
export interface ThemeTrendOptions<Row> extends ThemeSource<Row>, PerPeriodOptions<Row> {
  /**
   * The time up to which rows are there, so that the period it falls into is not over. @defaultValue the time of the last comment; the last
   * period then counts as over where that is within its last day (of days, within its last hour)
   */
  readonly now?: TimeInput;
  /** How a row feels about a theme, as in `themeReport`. @defaultValue none */
  readonly sentiment?: SentimentReader<Row>;
  /** With how many of the periods before the last one is compared, at the most. @defaultValue 12 */
  readonly against?: number;
  /** From how many comments on a theme is tested, over the periods in question. @defaultValue 10 */
  readonly minimumCount?: number;
  /** Of the themes that are said to rise or fall, how many may be chance: the bound of the false discovery rate. @defaultValue 0.05 */
  readonly falseDiscoveryRate?: number;
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
}

const known = [
  ...themeSourceOptions,
  ...["at", "every", "timeZone", "weekStartsOn", "from", "to"],
  ...["now", "sentiment", "against", "minimumCount", "falseDiscoveryRate", "level"],
];

function checkSettings<Row>(options: ThemeTrendOptions<Row>) {
  checkOptions("themeTrend", options, known);
  const { against = 12, minimumCount = 10, falseDiscoveryRate = 0.05, level = 0.95 } = options;
  if (options.sentiment !== undefined) checkReader("themeTrend: sentiment", options.sentiment);
  for (const [name, value] of Object.entries({ against, minimumCount })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      refuseOption(`themeTrend requires ${name} to be a whole number from 1`, value);
    }
  }
  if (!(falseDiscoveryRate >= 0 && falseDiscoveryRate <= 1)) {
    refuseOption("themeTrend requires falseDiscoveryRate to be a number from 0 to 1", falseDiscoveryRate);
  }
  criticalValue(level);
  return { against, minimumCount, falseDiscoveryRate, level };
}

function pointOf(theme: string, period: ThemedPeriod, asked: boolean, level: number): ThemePoint {
  const { start, end, comments: all, complete } = period;
  const { comments, sentiment } = period.of(theme);
  return {
    start,
    end,
    comments,
    share: all === 0 ? null : comments / all,
    interval: all === 0 ? null : wilson(comments, all, { level }),
    sentiment: asked ? sentiment : null,
    complete,
  };
}

const untold: ThemeShift = { value: null, interval: null, dispersion: null, adjustedPValue: null, direction: null };

/** A change with the p-value that allows for all themes. */
function judge(changes: readonly TestedChange[], falseDiscoveryRate: number): ThemeShift[] {
  const adjusted = benjaminiHochberg(changes.map(({ pValue }) => pValue));
  return changes.map(({ pValue: _, ...change }, i): ThemeShift => {
    const adjustedPValue = adjusted[i] ?? null;
    const isNews = adjustedPValue !== null && adjustedPValue <= falseDiscoveryRate && change.value !== null;
    return { ...change, adjustedPValue, direction: isNews ? ((change.value ?? 0) > 0 ? "rises" : "falls") : null };
  });
}

/**
 * What comments are about over time: volume and share of each theme in every period, and which themes really rise or fall.
 *
 * Each theme is tested twice: the last period that is over against those before, and the slope along all of them. Both allow for
 * sampling, for how much the share swings from period to period anyway, and for the number of themes. Neither allows for seasons, nor for
 * slow swings that take several periods; a slope is the less surprising the more periods in a row are alike.
 *
 * @param rows Your rows, walked once.
 * @param options Where the themes and the time of a row are, which periods, and what counts as news.
 * @returns A line per theme that occurs, with a point for every period; a theme counts the comments about its parts too. Every row is
 * in one of `comments`, `missing`, `untimed` and `outside`. Memory grows with themes × periods.
 * @throws A {@link CxError} `invalid-definition` when the taxonomy contradicts itself, `invalid-value` when a comment is no string or a theme
 * is none of the taxonomy's (with the row), `invalid-time` when a time is none, `too-many-periods` for more than 100,000 of them,
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { themeTrend } from "cxkit";
 *
 * const taxonomy = { id: "shop", version: "1", themes: [{ id: "late", name: "Late delivery", phrases: ["late"] }] };
 * const rows = ["2026-01", "2026-02", "2026-03", "2026-04"].flatMap((month, i) =>
 *   Array.from({ length: 50 }, (_, n) => ({ at: `${month}-28`, comment: n < (i === 3 ? 20 : 5) ? "Late." : "Fine." })),
 * );
 * const trend = themeTrend(rows, {
 *   taxonomy,
 *   text: (row) => row.comment,
 *   at: (row) => row.at,
 *   every: "month",
 *   now: "2026-05-01",
 * });
 * const [late] = trend.themes;
 * late?.points.map(({ comments, share }) => [comments, share]); // => [[5, 0.1], [5, 0.1], [5, 0.1], [20, 0.4]]
 * trend.last; // => "2026-04-01T00:00:00Z"
 * late?.change; // => { value: 0.30…, direction: "rises", … }
 * ```
 *
 * @see Benjamini and Hochberg (1995) for the number of themes; Armitage (1955), Biometrics 11, 375–386, for the slope; McCullagh and Nelder
 * (1989), "Generalized Linear Models", section 4.5, for the dispersion.
 */
export function themeTrend<Row = string>(rows: Iterable<Row>, options: ThemeTrendOptions<Row>): ThemeTrend {
  const settings = checkSettings(options);
  const { level } = settings;
  const { periods, themes, ...counts } = themedPeriods("themeTrend", rows, options, level);
  const courses = themes.map((name) => {
    const points = periods.map((period) => pointOf(name.theme, period, options.sentiment !== undefined, level));
    return { ...name, comments: points.reduce((sum, { comments }) => sum + comments, 0), points };
  });

  /** The theme in periods that have comments. */
  const partsOf = (points: readonly ThemePoint[], times: readonly number[]): PeriodPart[] =>
    times
      .map((time) => ({ time, part: points[time]?.comments ?? 0, whole: periods[time]?.comments ?? 0 }))
      .filter(({ whole }) => whole > 0);
  const test = (times: readonly number[], change: (parts: readonly PeriodPart[]) => TestedChange): ThemeShift[] =>
    judge(
      courses.map(({ points }) => {
        const parts = partsOf(points, times);
        const isCommon = parts.reduce((sum, { part }) => sum + part, 0) >= settings.minimumCount;
        const found = change(parts);
        return isCommon ? found : { ...found, pValue: null };
      }),
      settings.falseDiscoveryRate,
    );
  const over = periods.flatMap(({ complete }, time) => (complete ? [time] : []));
  const last = over.at(-1);
  const before = over.slice(Math.max(0, over.length - 1 - settings.against), -1);
  const changes = test(last === undefined ? [] : [...before, last], (parts) =>
    shareChange(
      parts.find(({ time }) => time === last),
      parts.filter(({ time }) => time !== last),
      level,
    ),
  );
  const slopes = test(over, (parts) => shareSlope(parts, level));
  return {
    themes: courses
      .map((course, i): ThemeCourse => ({ ...course, change: changes[i] ?? untold, slope: slopes[i] ?? untold }))
      .sort((a, b) => (a.change.adjustedPValue ?? 2) - (b.change.adjustedPValue ?? 2) || b.comments - a.comments),
    periods: periods.map(({ start, end, comments, complete }) => ({ start, end, comments, complete })),
    last: last === undefined ? null : (periods[last]?.start ?? null),
    against: before.length,
    comments: periods.reduce((sum, { comments }) => sum + comments, 0),
    ...counts,
  };
}
