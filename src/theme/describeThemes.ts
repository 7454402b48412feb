import { type AverageResult, averageMetric } from "../kpi/average.js";
import { readSentiment, type SentimentReader } from "./reports/mention.js";
import { type ThemeSides, themeSides } from "./themeSides.js";
import { type CommentReading, type ThemeTally, tallyThemes } from "./themeTally.js";

/** What comments are about, and how their writers feel about it. */
export interface DescribedThemes<Acc> {
  readonly tally: ThemeTally<Acc>;
  /** For each theme that occurs. */
  readonly sides: ReadonlyMap<string, ThemeSides<Acc>>;
  /** Null where no sentiment was asked for. */
  readonly sentimentOf: (theme: string) => AverageResult | null;
}

/** Reads rows of one period or another. */
export function describeThemes<Row, Acc>(
  reading: CommentReading<Row, Acc>,
  sentiment: SentimentReader<Row> | undefined,
  level: number,
): (rows: Iterable<Row>) => DescribedThemes<Acc> {
  const feelings = averageMetric((value: number | null | undefined) => value, { level });
  return (rows) => {
    const felt = new Map<string, ReturnType<typeof feelings.createAccumulator>>();
    const tally = tallyThemes(rows, reading, (row, themes, tags) => {
      if (sentiment === undefined) return;
      for (const theme of themes) {
        const own = tags.filter(({ path }) => path.includes(theme));
        felt.set(
          theme,
          feelings.addInput(
            felt.get(theme) ?? feelings.createAccumulator(),
            readSentiment(reading.caller, sentiment, row, own),
          ),
        );
      }
    });
    return {
      tally,
      sides: themeSides([...new Set(tally.sets.flatMap(({ themes }) => [...themes]))], tally, reading.metric),
      sentimentOf: (theme) =>
        sentiment === undefined ? null : feelings.extractOutput(felt.get(theme) ?? feelings.createAccumulator()),
    };
  };
}
