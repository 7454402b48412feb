import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type AverageResult, type AverageSums, averageMetric } from "../../kpi/average.js";
import type { Metric } from "../../metric/metric.js";
import type { Tag } from "../createTagger.js";
import type { ThemedRow } from "./themeSource.js";

/** How a row feels about a theme, −1 to 1, or null where that is unknown. */
export type SentimentReader<Row> = (row: Row, tags: readonly Tag[]) => number | null | undefined;

/** How a row feels, null where that is unknown. Throws `invalid-value` for what is no sentiment. */
export function readSentiment<Row>(
  caller: string,
  sentiment: SentimentReader<Row>,
  row: Row,
  tags: readonly Tag[],
): number | null {
  const feeling = sentiment(row, tags);
  if (isMissing(feeling)) return null;
  if (typeof feeling === "number" && feeling >= -1 && feeling <= 1) return feeling;
  throw new CxError("invalid-value", `${caller} requires sentiments from -1 to 1`, feeling);
}

/** A comment for one of its themes, or for none: then it stands for itself, once. */
export interface Mention<Row> {
  readonly row: Row;
  readonly theme: string | null;
  /** By the tags of the theme, or by all. */
  readonly sentiment: number | null;
}

/** Visits a comment as such, and then once for each of its themes. */
export function eachMention<Row>(
  caller: string,
  { row, themes, tags }: ThemedRow<Row>,
  sentiment: SentimentReader<Row> | undefined,
  visit: (mention: Mention<Row>) => void,
): void {
  const feeling = (about: readonly Tag[]): number | null =>
    sentiment === undefined ? null : readSentiment(caller, sentiment, row, about);
  visit({ row, theme: null, sentiment: feeling(tags) });
  for (const theme of themes) {
    const own = sentiment === undefined ? tags : tags.filter(({ path }) => path.includes(theme));
    visit({ row, theme, sentiment: feeling(own) });
  }
}

/** The mean sentiment of mentions. */
export function mentionSentiment<Row>(level: number): Metric<Mention<Row>, AverageSums, AverageResult> {
  return averageMetric((mention: Mention<Row>) => mention.sentiment, { level });
}
