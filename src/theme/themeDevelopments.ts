import { type Comparison, compare, type KnownEstimate } from "../metric/compare.js";
import type { Estimate, Interval } from "../metric/estimate.js";
import type { Metric } from "../metric/metric.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { differenceOfShares } from "../stats/differenceOfShares.js";
import type { DescribedThemes } from "./describeThemes.js";

/** A difference that is one of many. */
export interface ThemeComparison extends Comparison {
  /** The p-value, adjusted for the number of themes (Benjamini and Hochberg); null where it cannot be told. */
  readonly adjustedPValue: number | null;
}

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
  readonly kpi: ThemeComparison;
  /** The sentiment among its comments, now minus before; null where it was not asked for. */
  readonly sentiment: ThemeComparison | null;
}

/** Pairs of estimates compared, with p-values that allow for their number. */
function compareAll(pairs: readonly (readonly [KnownEstimate, KnownEstimate])[], level: number): ThemeComparison[] {
  const found = pairs.map(([now, before]) => compare(now, before, { level }));
  const adjusted = benjaminiHochberg(found.map(({ pValue }) => pValue));
  return found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i] ?? null }));
}

/** For each theme that comments are about now or were before, what has changed. */
export function themeDevelopments<Row, Acc>(
  now: DescribedThemes<Acc>,
  before: DescribedThemes<Acc>,
  metric: Metric<Row, Acc, { readonly kpi: Estimate }>,
  level: number,
): Map<string, ThemeDevelopment> {
  const themes = [...new Set([...now.sides.keys(), ...before.sides.keys()])];
  const count = ({ sides }: DescribedThemes<Acc>, theme: string): number => sides.get(theme)?.comments ?? 0;
  const tests = themes.map((theme) =>
    differenceOfShares([count(now, theme), now.tally.comments], [count(before, theme), before.tally.comments], level),
  );
  const adjusted = benjaminiHochberg(tests.map(({ pValue }) => pValue));
  const kpiOf = ({ sides }: DescribedThemes<Acc>, theme: string): Estimate =>
    metric.extractOutput(sides.get(theme)?.with ?? metric.createAccumulator()).kpi;
  const kpis = compareAll(
    themes.map((theme) => [kpiOf(now, theme), kpiOf(before, theme)]),
    level,
  );
  const feelings = themes.flatMap((theme): [KnownEstimate, KnownEstimate][] => {
    const [own, old] = [now.sentimentOf(theme), before.sentimentOf(theme)];
    return own === null || old === null ? [] : [[own, old]];
  });
  // One for each theme, or none at all where sentiment was not asked for.
  const sentiments = compareAll(feelings, level);
  return new Map(
    themes.map((theme, i) => {
      const comments = count(before, theme);
      return [
        theme,
        {
          comments,
          share: before.tally.comments === 0 ? null : comments / before.tally.comments,
          difference: tests[i]?.difference ?? null,
          interval: tests[i]?.interval ?? null,
          adjustedPValue: adjusted[i] ?? null,
          kpi: kpis[i] as ThemeComparison,
          sentiment: sentiments[i] ?? null,
        },
      ];
    }),
  );
}
