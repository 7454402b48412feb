import type { Metric } from "../metric/metric.js";
import type { Tag, Tagger } from "./createTagger.js";
import { type CommentCounts, eachComment } from "./reports/eachComment.js";
import { taggedThemes } from "./taggedThemes.js";

/** Comments about the same themes, which share one accumulator. */
export interface ThemeSet<Acc> {
  readonly themes: ReadonlySet<string>;
  comments: number;
  accumulator: Acc;
}

/** What was counted of comments, before any figure is worked out. */
export interface ThemeTally<Acc> extends CommentCounts {
  readonly sets: readonly ThemeSet<Acc>[];
}

/** How comments are read. */
export interface CommentReading<Row, Acc> {
  readonly caller: string;
  readonly text: (row: Row) => unknown;
  readonly tagger: Tagger;
  readonly metric: Metric<Row, Acc, unknown>;
}

/** What is to be done with each comment beside counting it. */
export type CommentVisitor<Row> = (row: Row, themes: readonly string[], tags: readonly Tag[]) => void;

/** Reads comments and gathers those that are about the same themes; a theme counts for what it is a part of too. */
export function tallyThemes<Row, Acc>(
  rows: Iterable<Row>,
  { caller, text, tagger, metric }: CommentReading<Row, Acc>,
  visit: CommentVisitor<Row> = () => {},
): ThemeTally<Acc> {
  const sets = new Map<string, ThemeSet<Acc>>();
  const counts = eachComment(rows, caller, text, (row, comment) => {
    const tags = tagger.tag(comment);
    const themes = taggedThemes(tags).sort();
    const key = JSON.stringify(themes);
    const set = sets.get(key) ?? { themes: new Set(themes), comments: 0, accumulator: metric.createAccumulator() };
    set.comments++;
    set.accumulator = metric.addInput(set.accumulator, row);
    sets.set(key, set);
    visit(row, themes, tags);
  });
  return { sets: [...sets.values()], ...counts };
}
