import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type AverageResult, averageMetric } from "../kpi/average.js";
import { allOf } from "../metric/allOf.js";
import { compare } from "../metric/compare.js";
import type { Estimate, Interval } from "../metric/estimate.js";
import type { Group } from "../metric/group.js";
import { type GroupKeyInput, groupBy } from "../metric/groupBy.js";
import type { Metric } from "../metric/metric.js";
import { where } from "../metric/where.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { wilson } from "../stats/wilson.js";
import { countComments } from "./countComments.js";
import { createTagger, type Tag, type Tagger } from "./createTagger.js";
import { type ThemeDevelopment, themeDevelopments } from "./themeDevelopments.js";
import { type ThemeSides, themeSides } from "./themeSides.js";
import { tallyThemes } from "./themeTally.js";

/** What {@link themeReport} needs to know of the rows. */
export interface ThemeReportOptions<Row, Acc, Dimension extends string = never> {
  readonly taxonomy: Taxonomy;
  /** What finds the themes, where it is not the taxonomy's own phrases: a learnt model, or your own. Its themes are the taxonomy's. */
  readonly tagger?: Tagger;
  /** The comment of a row; a row without one (null, undefined or "") is in no theme and in no figure. */
  readonly text: (row: Row) => string | null | undefined;
  /** The KPI that the themes are held against, such as `npsMetric((row) => row.score)`. */
  readonly metric: Metric<Row, Acc, Estimate>;
  /**
   * How a row feels about a theme, −1 to 1, or null where that is unknown: by the whole comment, or by the clauses of the theme's tags
   * (`sentimentAt`). @defaultValue none
   */
  readonly sentiment?: (row: Row, tags: readonly Tag[]) => number | null | undefined;
  /** The rows of the period before, of the same kind, to tell what has changed. @defaultValue none */
  readonly before?: Iterable<Row>;
  /** By what else to part the comments of each theme: `{ region: (row) => row.region }`. @defaultValue nothing */
  readonly by?: { readonly [name in Dimension]: (row: Row) => GroupKeyInput | readonly GroupKeyInput[] };
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
}

/** A theme in one group of rows. */
export interface ThemeShare {
  /** How many comments of the group are about it. */
  readonly comments: number;
  /** Out of all comments of the group, 0–1. */
  readonly share: number;
  /** The Wilson interval of the share. */
  readonly interval: Interval;
  /** The KPI among the comments of the group about it. */
  readonly with: Estimate;
}

/** One theme and what goes with it. */
export interface ThemeImpact<Dimension extends string = string> extends ThemeShare {
  /** The id of the theme. */
  readonly theme: string;
  readonly name: string;
  /** The id of the theme that it is a part of, or null. */
  readonly parent: string | null;
  /** The KPI among all other comments. */
  readonly without: Estimate;
  /** The KPI of all comments minus that without the theme: what goes with it, in the KPI's unit; null where one has no value. */
  readonly impact: number | null;
  readonly impactInterval: Interval | null;
  /**
   * The share of the answers with the theme times the KPI with it minus the KPI of all: over themes of which every comment has exactly
   * one, contributions add up to 0. Null where one has no value.
   */
  readonly contribution: number | null;
  /** Of no difference with and without the theme, adjusted for the number of themes (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
  /** The mean of `sentiment` over the comments about it, those of unknown sentiment in `missing`; null where it was not asked for. */
  readonly sentiment: AverageResult | null;
  /** What has changed since the period before; null where no rows of it were given. */
  readonly change: ThemeDevelopment | null;
  /** For each way of parting the comments, the theme in every group that has comments, sorted as by `groupBy`. */
  readonly by: { readonly [name in Dimension]: readonly Group<ThemeShare>[] };
}

/** What comments are about, and what goes with it. */
export interface ThemeReport<Dimension extends string = string> {
  /** The lowest impact first, the most harmful of a KPI where higher is better; those without a KPI last. Themes that no comment is about are left out. */
  readonly themes: readonly ThemeImpact<Dimension>[];
  /** How many rows have a comment. */
  readonly comments: number;
  /** How many rows have none. */
  readonly missing: number;
  /** How many comments are about no theme. */
  readonly untagged: number;
  /** The KPI of all comments. */
  readonly all: Estimate;
}

const known = ["taxonomy", "tagger", "text", "metric", "sentiment", "before", "by", "level"];

/**
 * What comments are about, theme by theme, how a KPI is with and without each, how customers feel about it, what has changed, and where.
 *
 * The impact of a theme is the KPI of all comments minus that of the comments without it: −6 says that without these comments
 * NPS would stand six points higher. A comment may be about several themes, so impacts do not add up; and they are
 * associations, not proof of cause.
 *
 * @param rows Your rows, walked once.
 * @param options The taxonomy, where the comment is, the KPI, and what else is wanted.
 * @returns A line per theme that occurs; a theme counts the comments about its parts too. The cost grows with the comments, and with the
 * distinct sets of themes that comments have.
 * @throws A {@link CxError} `invalid-definition` when the taxonomy contradicts itself, `invalid-value` when a comment is no
 * string or the KPI does not allow a row (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { npsMetric, themeReport } from "cxkit";
 *
 * const taxonomy = { id: "shop", version: "1", themes: [{ id: "late", name: "Late delivery", phrases: ["late"] }] };
 * const rows = [
 *   { score: 2, comment: "Late again.", region: "north" },
 *   { score: 9, comment: "Lovely.", region: "north" },
 *   { score: 10, comment: "All good.", region: "south" },
 *   { score: 8, comment: "", region: "south" },
 * ];
 * const report = themeReport(rows, {
 *   taxonomy,
 *   text: (row) => row.comment,
 *   metric: npsMetric((row) => row.score),
 *   by: { region: (row) => row.region },
 * });
 * report; // => { comments: 3, missing: 1, untagged: 2, … }
 * report.all.value; // => 33.33…
 * report.themes[0]; // => { theme: "late", comments: 1, impact: -66.66…, contribution: -44.44…, … }
 * report.themes[0]?.by.region.map(({ key, result }) => [key, result.share]); // => [["north", 0.5], ["south", 0]]
 * ```
 *
 * @see The leave-one-theme-out impact as feedback platforms report it; equal to n(with) ÷ n × (KPI with − KPI without).
 */
export function themeReport<Row, Acc, Dimension extends string = never>(
  rows: Iterable<Row>,
  options: ThemeReportOptions<Row, Acc, Dimension>,
): ThemeReport<Dimension> {
  checkOptions("themeReport", options, known);
  const { taxonomy, text, metric, level = 0.95, sentiment, before } = options;
  checkReader("themeReport: text", text);
  if (sentiment !== undefined) checkReader("themeReport: sentiment", sentiment);
  // Compiled even where another tagger finds the themes: a wrong taxonomy would give wrong wholes.
  const ownTagger = createTagger(taxonomy);
  const dimensions = Object.entries(options.by ?? {}) as [
    Dimension,
    (row: Row) => GroupKeyInput | readonly GroupKeyInput[],
  ][];
  const figures = allOf({ kpi: metric, comments: countComments<Row>() });
  const partings = dimensions.map(([name, read]) => [name, groupBy(read, figures)] as const);
  // allOf wants at least one part; this one has no rows.
  const unparted = groupBy(
    () => null,
    where((_: Row) => false, figures),
  );
  const whole = allOf({ kpi: metric, by: allOf(Object.fromEntries([["", unparted], ...partings])) });
  const reading = { caller: "themeReport", text, tagger: options.tagger ?? ownTagger, metric: whole };
  const feelings = averageMetric<number | null | undefined>((value) => value);
  const felt = new Map<string, ReturnType<typeof feelings.createAccumulator>>();
  const tally = tallyThemes(rows, reading, (row, themes, tags) => {
    if (sentiment === undefined) return;
    for (const theme of themes) {
      const own = tags.filter(({ path }) => path.includes(theme));
      felt.set(theme, feelings.addInput(felt.get(theme) ?? feelings.createAccumulator(), sentiment(row, own)));
    }
  });

  const names = new Map(taxonomy.themes.map(({ id, name, parent = null }) => [id, { name, parent }]));
  const found = [...new Set(tally.sets.flatMap(({ themes }) => [...themes]))];
  for (const theme of found) {
    if (!names.has(theme))
      throw new CxError("invalid-option", "themeReport requires the tagger's themes to be the taxonomy's", theme);
  }
  const sides = themeSides(found, tally, whole);
  const all = whole.extractOutput(whole.mergeAccumulators(tally.sets.map(({ accumulator }) => accumulator)));
  const changes =
    before === undefined ? null : themeDevelopments(tally, tallyThemes(before, reading), sides, whole, level);

  const shareOf = (comments: number, of: number, inside: Estimate): ThemeShare => ({
    comments,
    share: comments / of,
    interval: wilson(comments, of, { level }),
    with: inside,
  });
  type Whole = typeof all;
  const groupsOf = (inside: Whole, name: Dimension): Group<ThemeShare>[] => {
    const own = new Map((inside.by[name] ?? []).map(({ key, result }) => [key, result]));
    return (all.by[name] ?? []).map(({ key, result }) => {
      const among = own.get(key);
      const nothing = metric.extractOutput(metric.createAccumulator());
      return { key, result: shareOf(among?.comments ?? 0, result.comments, among?.kpi ?? nothing) };
    });
  };
  const groupsByName = (inside: Whole): ThemeImpact<Dimension>["by"] => {
    const by = {} as { [name in Dimension]: Group<ThemeShare>[] };
    for (const [name] of dimensions) by[name] = groupsOf(inside, name);
    return by;
  };
  const lines = taxonomy.themes.flatMap(({ id }) => {
    const side: ThemeSides<Parameters<typeof whole.extractOutput>[0]> | undefined = sides.get(id);
    if (side === undefined) return [];
    const inside = whole.extractOutput(side.with);
    const outside = whole.extractOutput(side.without).kpi;
    const { interval, pValue } = compare(inside.kpi, outside, { level });
    const weight = inside.kpi.n / all.kpi.n;
    const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
    const own = difference(inside.kpi.value, all.kpi.value);
    const line = {
      theme: id,
      name: names.get(id)?.name ?? id,
      parent: names.get(id)?.parent ?? null,
      ...shareOf(side.comments, tally.comments, inside.kpi),
      without: outside,
      impact: inside.kpi.value === null ? null : difference(all.kpi.value, outside.value),
      impactInterval: interval === null ? null : { low: weight * interval.low, high: weight * interval.high, level },
      contribution: own === null ? null : weight * own,
      sentiment: sentiment === undefined ? null : feelings.extractOutput(felt.get(id) ?? feelings.createAccumulator()),
      change: changes?.get(id) ?? null,
      by: groupsByName(inside),
    };
    return [{ line, pValue }];
  });
  const adjusted = benjaminiHochberg(lines.map(({ pValue }) => pValue));
  const themes = lines.map(
    ({ line }, index): ThemeImpact<Dimension> => ({ ...line, adjustedPValue: adjusted[index] ?? null }),
  );
  return {
    themes: themes.sort(
      (a, b) =>
        (a.impact ?? Number.POSITIVE_INFINITY) - (b.impact ?? Number.POSITIVE_INFINITY) || b.comments - a.comments,
    ),
    comments: tally.comments,
    missing: tally.missing,
    untagged: tally.sets.find(({ themes: own }) => own.size === 0)?.comments ?? 0,
    all: all.kpi,
  };
}
