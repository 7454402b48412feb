import { checkOptions, checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import { allOf } from "../../metric/allOf.js";
import type { Estimate } from "../../metric/estimate.js";
import type { GroupKey } from "../../metric/group.js";
import { type GroupKeyInput, groupBy } from "../../metric/groupBy.js";
import { type Cell, hideCells } from "../../metric/hideSmallGroups.js";
import type { Metric } from "../../metric/metric.js";
import { checkMinimumN, type MinimumN, suppress } from "../../metric/suppressed.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { differenceOfShares } from "../../stats/differenceOfShares.js";
import { wilson } from "../../stats/wilson.js";
import { countComments } from "../countComments.js";
import type { HeatMapCell } from "./heatMapCell.js";
import { hideThemeCells } from "./hideThemeCells.js";
import { eachMention, type Mention, mentionSentiment, type SentimentReader } from "./mention.js";
import { readThemes, type ThemeName, type ThemeSource, themeSourceOptions } from "./themeSource.js";

/** What {@link heatMap} needs to know of the rows. */
export interface HeatMapOptions<Row, Acc> extends ThemeSource<Row>, MinimumN {
  /** What parts the comments: a region, a segment. A row may be in several groups, or in none, which is the group null. */
  readonly by: (row: Row) => GroupKeyInput | readonly GroupKeyInput[];
  /** A KPI to tell of each cell, such as `npsMetric((row) => row.score)`. @defaultValue none */
  readonly metric?: Metric<Row, Acc, Estimate>;
  /** How a row feels about a theme, as in `themeReport`. @defaultValue none */
  readonly sentiment?: SentimentReader<Row>;
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
}

/** Themes by groups. */
export interface HeatMap {
  /** Every theme in every group, theme by theme. */
  readonly cells: readonly HeatMapCell[];
  /** Themes that any comment is about, with their comments in all groups together; null where they are too few to be shown. */
  readonly themes: readonly (ThemeName & { readonly comments: number | null })[];
  /** The groups with all their comments, sorted as by `groupBy`; null where they are too few to be shown. */
  readonly groups: readonly { readonly group: GroupKey; readonly comments: number | null }[];
  /** How many rows have a comment. */
  readonly comments: number;
  /** How many rows have none. */
  readonly missing: number;
}

const known = [...themeSourceOptions, "by", "metric", "sentiment", "minimumN", "level"];

/** A metric over the rows that mentions are of. */
function ofRows<Row, Acc>(metric: Metric<Row, Acc, Estimate>): Metric<Mention<Row>, unknown, Estimate> {
  const { createAccumulator, addInput, mergeAccumulators, extractOutput } = metric;
  const over: Metric<Mention<Row>, Acc, Estimate> = {
    createAccumulator,
    addInput: (accumulator, { row }) => addInput(accumulator, row),
    mergeAccumulators,
    extractOutput,
  };
  // It only ever meets accumulators of its own.
  return over as unknown as Metric<Mention<Row>, unknown, Estimate>;
}

/** How far a cell is from what the margins of its table let expect, in standard errors. */
function residualOf(comments: number, of: number, total: number, all: number): number | null {
  const expected = (of * total) / all;
  const error = Math.sqrt(expected * (1 - of / all) * (1 - total / all));
  return error > 0 ? (comments - expected) / error : null;
}

/**
 * Which themes are brought up where: every theme in every region, segment or the like, against what there would be if it were as common
 * there as in all comments.
 *
 * @param rows Your rows, walked once.
 * @param options Where the themes of a row are, what parts the rows, and what else is wanted. With `minimumN`, cells of fewer comments are
 * hidden, and as many others as it takes that they cannot be worked out from the other groups of a theme, or the other parts of a
 * whole; so are KPI and sentiment of fewer values. A cell of none is hidden too, but, as in `groupBy`, not protected from being worked
 * out: that nobody said something tells of nobody.
 * @returns A flat list of cells, which a chart takes as it is; a theme counts the comments about its parts too. In a table of many cells
 * some stand out by chance: judge by `adjustedPValue`.
 * @throws A {@link CxError} `invalid-definition` when the taxonomy contradicts itself, `invalid-value` when a comment is no string, a theme
 * is none of the taxonomy's, a sentiment is not from −1 to 1, or the KPI does not allow a row (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { heatMap } from "cxkit";
 *
 * const taxonomy = { id: "shop", version: "1", themes: [{ id: "late", name: "Late delivery", phrases: ["late"] }] };
 * const rows = Array.from({ length: 80 }, (_, i) => ({
 *   region: i < 40 ? "north" : "south",
 *   comment: i < 20 || i > 75 ? "Late." : "Fine.",
 * }));
 * const { cells } = heatMap(rows, { taxonomy, text: (row) => row.comment, by: (row) => row.region });
 * cells[0]; // => { theme: "late", group: "north", comments: 20, share: 0.5, expected: 12, lift: 1.66…, … }
 * cells.map(({ group, residual, adjustedPValue }) => [group, residual, adjustedPValue]);
 * // => [["north", 3.90…, 0.00009…], ["south", -3.90…, 0.00009…]]
 * ```
 *
 * @see Haberman (1973), "The analysis of residuals in cross-classified tables", Biometrics 29, 205–220; Benjamini and Hochberg (1995).
 */
export function heatMap<Row = string, Acc = unknown>(rows: Iterable<Row>, options: HeatMapOptions<Row, Acc>): HeatMap {
  checkOptions("heatMap", options, known);
  const { by, metric, sentiment, minimumN = 0, level = 0.95 } = options;
  checkReader("heatMap: by", by);
  if (sentiment !== undefined) checkReader("heatMap: sentiment", sentiment);
  checkMinimumN("heatMap", minimumN);
  criticalValue(level);
  const reader = readThemes("heatMap", options);
  const ofTheme = ({ theme }: Mention<Row>): string | null => theme;
  const figures = allOf({
    comments: countComments<Mention<Row>>(),
    sentiment: mentionSentiment<Row>(level),
    kpi: metric === undefined ? ofRows(averageMetric((_: Row) => null)) : ofRows(metric),
  });
  const table = allOf({
    groups: groupBy(({ row }: Mention<Row>) => by(row), groupBy(ofTheme, figures)),
    all: groupBy(ofTheme, countComments<Mention<Row>>()),
  });
  let accumulator = table.createAccumulator();
  const { comments: all, missing } = reader.each(rows, (themed) =>
    eachMention("heatMap", themed, sentiment, (mention) => {
      accumulator = table.addInput(accumulator, mention);
    }),
  );

  const counted = table.extractOutput(accumulator);
  const nothing = figures.extractOutput(figures.createAccumulator());
  const totals = new Map(counted.all.map(({ key, result }) => [key, result]));
  // The key null of a theme stands for all comments.
  const themes = [...totals.keys()]
    .filter((key) => typeof key === "string")
    .sort(reader.compare)
    .map(reader.nameOf);
  const groups = counted.groups.map(({ key: group, result }) => {
    const own = new Map(result.map(({ key, result: found }) => [key, found]));
    return { group, of: own.get(null)?.comments ?? 0, tallied: (theme: string) => own.get(theme) ?? nothing };
  });
  const cells = themes.flatMap((name) =>
    groups.map(({ group, of, tallied }, place) => {
      const { comments, kpi, sentiment: feeling } = tallied(name.theme);
      const total = totals.get(name.theme) ?? 0;
      const change = differenceOfShares([comments, of], [total - comments, all - of], level);
      return { name, group, place, of, total, comments, kpi, feeling, change };
    }),
  );
  const adjusted = benjaminiHochberg(cells.map(({ change }) => change.pValue));
  const hide = (read: (cell: (typeof cells)[0], i: number) => { n: number; hidden: boolean }): boolean[] =>
    hideThemeCells(
      cells.map((cell, i) => ({ ...cell.name, group: cell.place, ...read(cell, i) })),
      minimumN,
    );
  const sizes = groups.map(({ of }, group): Cell => ({ group, n: of, hidden: false }));
  if (minimumN > 0) hideCells(sizes, minimumN);
  const hidden = hide(({ place, comments }) => ({ n: comments, hidden: sizes[place]?.hidden ?? false }));
  const hiddenKpis = hide(({ kpi: { n } }, i) => ({ n, hidden: hidden[i] ?? false }));
  const hiddenFeelings = hide(({ feeling: { n } }, i) => ({ n, hidden: hidden[i] ?? false }));
  const hiddenTotals = hideThemeCells(
    themes.map((name) => ({ ...name, group: 0, n: totals.get(name.theme) ?? 0, hidden: false })),
    minimumN,
  );

  return {
    cells: cells.map(({ name, group, of, total, comments, kpi, feeling, change }, i): HeatMapCell => {
      const shown = <Value>(value: Value): Value | null => (hidden[i] ? null : value);
      const expected = (of * total) / all;
      return {
        ...name,
        group,
        comments: shown(comments),
        share: shown(comments / of),
        interval: shown(wilson(comments, of, { level })),
        expected: shown(expected),
        lift: shown(comments / expected),
        difference: shown(change.difference),
        differenceInterval: shown(change.interval),
        residual: shown(residualOf(comments, of, total, all)),
        adjustedPValue: shown(adjusted[i] ?? null),
        kpi: metric === undefined ? null : hiddenKpis[i] ? suppress(kpi) : kpi,
        sentiment: sentiment === undefined ? null : hiddenFeelings[i] ? suppress(feeling) : feeling,
        suppressed: hidden[i] ?? false,
      };
    }),
    themes: themes.map((name, i) => ({ ...name, comments: hiddenTotals[i] ? null : (totals.get(name.theme) ?? 0) })),
    groups: groups.map(({ group, of }, i) => ({ group, comments: sizes[i]?.hidden ? null : of })),
    comments: all,
    missing,
  };
}
