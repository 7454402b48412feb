import { type Comparison, compare } from "../metric/compare.js";
import type { Estimate, Interval } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { changeOfShare } from "./changeOfShare.js";
import { type ThemeSides, themeSides } from "./themeSides.js";
import type { ThemeTally } from "./themeTally.js";

/** What has changed about a theme since the period before. */
export interface ThemeDevelopment {
  /** How many comments were about it before. */
  readonly comments: number;
  /** Out of all comments of the period before, 0–1; null where there were none. */
  readonly share: number | null;
  /** Its share now minus its share before; null where there were no comments. */
  readonly difference: number | null;
  /** Newcombe's interval of the difference. */
  readonly interval: Interval | null;
  /** Of no change of the share, adjusted for the number of themes (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
  /** The KPI among its comments, now minus before. */
  readonly kpi: Comparison;
}

/** For each theme that comments are about now, what has changed. */
export function themeDevelopments<Row, Acc>(
  now: ThemeTally<Acc>,
  before: ThemeTally<Acc>,
  sides: ReadonlyMap<string, ThemeSides<Acc>>,
  metric: Metric<Row, Acc, { readonly kpi: Estimate }>,
  level: number,
): Map<string, ThemeDevelopment> {
  const earlier = themeSides([...new Set(before.sets.flatMap(({ themes }) => [...themes]))], before, metric);
  const themes = [...sides.keys()];
  const tests = themes.map((theme) => {
    const comments = earlier.get(theme)?.comments ?? 0;
    return changeOfShare([sides.get(theme)?.comments ?? 0, now.comments], [comments, before.comments], level);
  });
  const adjusted = benjaminiHochberg(tests.map(({ pValue }) => pValue));
  return new Map(
    themes.map((theme, i) => {
      const own = sides.get(theme);
      const old = earlier.get(theme);
      const kpiOf = (side: ThemeSides<Acc> | undefined): Estimate =>
        metric.extractOutput(side?.with ?? metric.createAccumulator()).kpi;
      const comments = old?.comments ?? 0;
      return [
        theme,
        {
          comments,
          share: before.comments === 0 ? null : comments / before.comments,
          difference: tests[i]?.difference ?? null,
          interval: tests[i]?.interval ?? null,
          adjustedPValue: adjusted[i] ?? null,
          kpi: compare(kpiOf(own), kpiOf(old), { level }),
        },
      ];
    }),
  );
}
