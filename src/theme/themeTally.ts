import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { Metric } from "../metric/metric.js";
import type { Tag, Tagger } from "./createTagger.js";
import { taggedThemes } from "./taggedThemes.js";

/** Comments about the same themes, which share one accumulator. */
export interface ThemeSet<Acc> {
  readonly themes: ReadonlySet<string>;
  comments: number;
  accumulator: Acc;
}

/** What was counted of comments, before any figure is worked out. */
export interface ThemeTally<Acc> {
  readonly sets: readonly ThemeSet<Acc>[];
  readonly comments: number;
  readonly missing: number;
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
  let comments = 0;
  let missing = 0;
  eachRow(rows, (row) => {
    const comment = text(row);
    if (isMissing(comment) || comment === "") {
      missing++;
      return;
    }
    if (typeof comment !== "string")
      throw new CxError("invalid-value", `${caller} requires comments as strings`, comment);
    comments++;
    const tags = tagger.tag(comment);
    const themes = taggedThemes(tags).sort();
    const key = JSON.stringify(themes);
    const set = sets.get(key) ?? { themes: new Set(themes), comments: 0, accumulator: metric.createAccumulator() };
    set.comments++;
    set.accumulator = metric.addInput(set.accumulator, row);
    sets.set(key, set);
    visit(row, themes, tags);
  });
  return { sets: [...sets.values()], comments, missing };
}
