import { checkReader } from "../../error/checkOptions.js";
import { isMissing } from "../../error/isMissing.js";
import { type AverageResult, averageMetric } from "../../kpi/average.js";
import { allOf } from "../../metric/allOf.js";
import type { Group } from "../../metric/group.js";
import { groupBy } from "../../metric/groupBy.js";
import { type PerPeriodOptions, perPeriod } from "../../metric/perPeriod.js";
import type { CalendarUnit } from "../../time/calendar.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { countComments } from "../countComments.js";
import { eachMention, type Mention, mentionSentiment, type SentimentReader } from "./mention.js";
import { readThemes, type ThemeName, type ThemeSource } from "./themeSource.js";

/** What was counted of a theme in a period. */
interface Tallied {
  readonly comments: number;
  readonly sentiment: AverageResult;
}

/** A period with what its comments are about. */
export interface ThemedPeriod {
  readonly start: string;
  readonly end: string;
  /** All its comments. */
  readonly comments: number;
  /** Whether it is over, so that its counts are whole. */
  readonly complete: boolean;
  readonly of: (theme: string) => Tallied;
}

/** All periods, with the themes that any comment in them is about. */
export interface ThemedPeriods {
  readonly periods: readonly ThemedPeriod[];
  readonly themes: readonly ThemeName[];
  readonly missing: number;
  readonly untimed: number;
  readonly outside: number;
}

/** Which periods, and how rows are read. */
export type ThemedPeriodsOptions<Row> = ThemeSource<Row> &
  PerPeriodOptions<Row> & { readonly now?: TimeInput; readonly sentiment?: SentimentReader<Row> };

const hourMs = 3_600_000;

/** How long before the end of a period its last comment may be, so that it counts as over. */
const slackOf = (every: CalendarUnit): number => (every === "day" ? hourMs : 24 * hourMs);

/** Counts comments by period and theme. */
export function themedPeriods<Row>(
  caller: string,
  rows: Iterable<Row>,
  options: ThemedPeriodsOptions<Row>,
  level: number,
): ThemedPeriods {
  const { at, every, timeZone, weekStartsOn, from, to, now, sentiment } = options;
  checkReader(`${caller}: at`, at);
  const reader = readThemes(caller, options);
  const readTime = timeReader(timeZone, caller);
  const metric = perPeriod(
    {
      at: ({ row }: Mention<Row>) => at(row),
      every,
      ...(timeZone !== undefined && { timeZone }),
      ...(weekStartsOn !== undefined && { weekStartsOn }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    groupBy(
      ({ theme }: Mention<Row>) => theme,
      allOf({ comments: countComments<Mention<Row>>(), sentiment: mentionSentiment<Row>(level) }),
    ),
  );
  let seen = now === undefined ? Number.NEGATIVE_INFINITY : readTime(now);
  let accumulator = metric.createAccumulator();
  const { missing } = reader.each(rows, (themed) => {
    const time = now === undefined ? at(themed.row) : null;
    if (!isMissing(time)) seen = Math.max(seen, readTime(time));
    eachMention(caller, themed, sentiment, (mention) => {
      accumulator = metric.addInput(accumulator, mention);
    });
  });

  const noMetric = averageMetric<number>((value) => value, { level });
  const nothing: Tallied = { comments: 0, sentiment: noMetric.extractOutput(noMetric.createAccumulator()) };
  const ids = new Set<string>();
  const slack = now === undefined ? slackOf(every) : 0;
  const counts = { untimed: 0, outside: 0 };
  const periods: ThemedPeriod[] = [];
  for (const { start, end, result } of metric.extractOutput(accumulator)) {
    // The key null stands for the comments themselves, not for one of their themes.
    const tallied = new Map(result.map(({ key, result: own }: Group<Tallied>) => [key, own]));
    const { comments } = tallied.get(null) ?? nothing;
    if (start === null || end === null) {
      counts[start === end ? "untimed" : "outside"] += comments;
      continue;
    }
    for (const key of tallied.keys()) if (typeof key === "string") ids.add(key);
    const complete = readTime(end) - seen <= slack;
    periods.push({ start, end, comments, complete, of: (theme) => tallied.get(theme) ?? nothing });
  }
  return { periods, themes: [...ids].sort(reader.compare).map(reader.nameOf), missing, ...counts };
}
