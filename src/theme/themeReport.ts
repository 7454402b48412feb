import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { allOf } from "../metric/allOf.js";
import { compare } from "../metric/compare.js";
import type { Estimate } from "../metric/estimate.js";
import type { Group } from "../metric/group.js";
import { type GroupKeyInput, groupBy } from "../metric/groupBy.js";
import type { Metric } from "../metric/metric.js";
import { where } from "../metric/where.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { criticalValue } from "../stats/criticalValue.js";
import { wilson } from "../stats/wilson.js";
import { countComments } from "./countComments.js";
import { createTagger, type Tagger } from "./createTagger.js";
import { describeThemes } from "./describeThemes.js";
import type { SentimentReader } from "./reports/mention.js";
import { rooted } from "./reports/themeSource.js";
import { themeDevelopments } from "./themeDevelopments.js";
import type { ThemeImpact, ThemeReport, ThemeShare } from "./themeImpact.js";
import { themePaths } from "./themePaths.js";

/** What {@link themeReport} needs to know of the rows. */
export interface ThemeReportOptions<Row, Acc, Dimension extends string = never> {
  readonly taxonomy: Taxonomy;
  /** What finds the themes, where it is not the taxonomy's own phrases: a learnt model, or your own. Its themes are the taxonomy's, with its hierarchy. */
  readonly tagger?: Tagger;
  /** The comment of a row; a row without one (null, undefined or "") is in no theme and in no figure. */
  readonly text: (row: Row) => string | null | undefined;
  /** The KPI that the themes are held against, such as `npsMetric((row) => row.score)`. */
  readonly metric: Metric<Row, Acc, Estimate>;
  /**
   * How a row feels about a theme, −1 to 1, or null where that is unknown: by the whole comment, or by the clauses of the theme's tags
   * (`sentimentAt`). @defaultValue none
   */
  readonly sentiment?: SentimentReader<Row>;
  /** The rows of the period before, of the same kind, to tell what has changed. @defaultValue none */
  readonly before?: Iterable<Row>;
  /** By what else to part the comments of each theme: `{ region: (row) => row.region }`. @defaultValue nothing */
  readonly by?: { readonly [name in Dimension]: (row: Row) => GroupKeyInput | readonly GroupKeyInput[] };
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
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
 * string, a sentiment is not from −1 to 1 or the KPI does not allow a row (with the row), `invalid-option` when an option is wrong.
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
  criticalValue(level);
  // Compiled even where another tagger finds the themes: a wrong taxonomy would give wrong wholes.
  const ownTagger = createTagger(taxonomy);
  const tagger = options.tagger === undefined ? ownTagger : rooted(options.tagger, themePaths(taxonomy.themes));
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
  const describe = describeThemes({ caller: "themeReport", text, tagger, metric: whole }, sentiment, level);
  const now = describe(rows);
  const earlier = before === undefined ? null : describe(before);

  const names = new Map(taxonomy.themes.map(({ id, name, parent = null }) => [id, { name, parent }]));
  for (const theme of [...now.sides.keys(), ...(earlier?.sides.keys() ?? [])]) {
    if (!names.has(theme))
      throw new CxError("invalid-option", "themeReport requires the tagger's themes to be the taxonomy's", theme);
  }
  const { tally } = now;
  const none = whole.createAccumulator();
  const everything = whole.mergeAccumulators(tally.sets.map(({ accumulator }) => accumulator));
  const all = whole.extractOutput(everything);
  const changes = earlier === null ? null : themeDevelopments(now, earlier, whole, level);

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
    const by = Object.fromEntries(dimensions.map(([name]) => [name, groupsOf(inside, name)]));
    return by as { [name in Dimension]: Group<ThemeShare>[] };
  };
  const lines = taxonomy.themes.flatMap(({ id }) => {
    // Without comments now there is no share, whatever was before.
    const isTold = now.sides.has(id) || (earlier?.sides.has(id) === true && tally.comments > 0);
    if (!isTold) return [];
    const side = now.sides.get(id) ?? { comments: 0, with: none, without: everything };
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
      sentiment: now.sentimentOf(id),
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
    before: earlier === null ? null : { comments: earlier.tally.comments, missing: earlier.tally.missing },
  };
}
