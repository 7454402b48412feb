import { checkOptions, checkReader } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { compare } from "../metric/compare.js";
import type { Estimate, Interval } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { wilson } from "../stats/wilson.js";
import { createTagger } from "./createTagger.js";
import { taggedThemes } from "./taggedThemes.js";

/** What {@link themeReport} needs to know of the rows. */
export interface ThemeReportOptions<Row, Acc> {
  readonly taxonomy: Taxonomy;
  /** The comment of a row; a row without one (null, undefined or "") is in no theme and in no figure. */
  readonly text: (row: Row) => string | null | undefined;
  /** The KPI that the themes are held against, such as `npsMetric((row) => row.score)`. */
  readonly metric: Metric<Row, Acc, Estimate>;
  /** The confidence level. @defaultValue 0.95 */
  readonly level?: number;
}

/** One theme and what goes with it. */
export interface ThemeImpact {
  /** The id of the theme. */
  readonly theme: string;
  readonly name: string;
  /** The id of the theme that it is a part of, or null. */
  readonly parent: string | null;
  /** How many comments are about it, or about a part of it. */
  readonly comments: number;
  /** Out of all comments, 0–1. */
  readonly share: number;
  /** The Wilson interval of the share. */
  readonly interval: Interval;
  /** The KPI among the comments about it. */
  readonly with: Estimate;
  /** The KPI among all other comments. */
  readonly without: Estimate;
  /** The KPI of all comments minus that without the theme: what goes with it, in the KPI's unit; null where one has no value. */
  readonly impact: number | null;
  readonly impactInterval: Interval | null;
  /** Of no difference with and without the theme, adjusted for the number of themes (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
}

/** What comments are about, and what goes with it. */
export interface ThemeReport {
  /** The lowest impact first, the most harmful of a KPI where higher is better; those without a KPI last. Themes that no comment is about are left out. */
  readonly themes: readonly ThemeImpact[];
  /** How many rows have a comment. */
  readonly comments: number;
  /** How many rows have none. */
  readonly missing: number;
  /** How many comments are about no theme. */
  readonly untagged: number;
  /** The KPI of all comments. */
  readonly all: Estimate;
}

/**
 * What comments are about, theme by theme, and how a KPI is with and without each.
 *
 * The impact of a theme is the KPI of all comments minus that of the comments without it: −6 says that without these comments
 * NPS would stand six points higher. A comment may be about several themes, so impacts do not add up; and they are
 * associations, not proof of cause.
 *
 * @param rows Your rows, walked once.
 * @param options The taxonomy, where the comment is, and the KPI.
 * @returns A line per theme that occurs; a theme counts the comments about its parts too. The cost grows with themes ×
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
 *   { score: 2, comment: "Late again." },
 *   { score: 9, comment: "Lovely." },
 *   { score: 10, comment: "All good." },
 *   { score: 8, comment: "" },
 * ];
 * const report = themeReport(rows, { taxonomy, text: (row) => row.comment, metric: npsMetric((row) => row.score) });
 * report; // => { comments: 3, missing: 1, untagged: 2, … }
 * report.all.value; // => 33.33…
 * report.themes[0]; // => { theme: "late", comments: 1, impact: -66.66…, … }
 * ```
 *
 * @see The leave-one-theme-out impact as feedback platforms report it; equal to n(with) ÷ n × (KPI with − KPI without).
 */
export function themeReport<Row, Acc>(rows: Iterable<Row>, options: ThemeReportOptions<Row, Acc>): ThemeReport {
  checkOptions("themeReport", options, ["taxonomy", "text", "metric", "level"]);
  const { taxonomy, text, metric, level = 0.95 } = options;
  checkReader("themeReport: text", text);
  const tagger = createTagger(taxonomy);
  // Comments about the same set of themes share one accumulator; every figure below is a merge of these.
  const sets = new Map<string, { readonly themes: ReadonlySet<string>; comments: number; accumulator: Acc }>();
  let missing = 0;
  eachRow(rows, (row) => {
    const comment = text(row);
    if (comment === null || comment === undefined || comment === "") {
      missing++;
      return;
    }
    const themes = taggedThemes(tagger.tag(comment)).sort();
    const key = JSON.stringify(themes);
    const set = sets.get(key) ?? { themes: new Set(themes), comments: 0, accumulator: metric.createAccumulator() };
    set.comments++;
    set.accumulator = metric.addInput(set.accumulator, row);
    sets.set(key, set);
  });

  const among = (holds: (themes: ReadonlySet<string>) => boolean): { comments: number; result: Estimate } => {
    const chosen = Array.from(sets.values()).filter(({ themes }) => holds(themes));
    return {
      comments: chosen.reduce((sum, { comments }) => sum + comments, 0),
      result: metric.extractOutput(metric.mergeAccumulators(chosen.map(({ accumulator }) => accumulator))),
    };
  };
  const all = among(() => true);
  const found = taxonomy.themes.flatMap(({ id, name, parent = null }) => {
    const inside = among((themes) => themes.has(id));
    if (inside.comments === 0) return [];
    const without = among((themes) => !themes.has(id)).result;
    const { interval, pValue } = compare(inside.result, without, { level });
    const weight = inside.result.n / all.result.n;
    const impact = all.result.value === null || without.value === null ? null : all.result.value - without.value;
    return [
      {
        pValue,
        facts: {
          theme: id,
          name,
          parent,
          comments: inside.comments,
          share: inside.comments / all.comments,
          interval: wilson(inside.comments, all.comments, { level }),
          with: inside.result,
          without,
          impact: inside.result.value === null ? null : impact,
          impactInterval:
            interval === null ? null : { low: weight * interval.low, high: weight * interval.high, level },
        },
      },
    ];
  });
  const adjusted = benjaminiHochberg(found.map(({ pValue }) => pValue));
  const themes = found.map(({ facts }, index): ThemeImpact => ({ ...facts, adjustedPValue: adjusted[index] ?? null }));
  return {
    themes: themes.sort(
      (a, b) =>
        (a.impact ?? Number.POSITIVE_INFINITY) - (b.impact ?? Number.POSITIVE_INFINITY) || b.comments - a.comments,
    ),
    comments: all.comments,
    missing,
    untagged: among((themes) => themes.size === 0).comments,
    all: all.result,
  };
}
