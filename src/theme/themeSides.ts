import type { Metric } from "../metric/metric.js";
import type { ThemeSet, ThemeTally } from "./themeTally.js";

/** The comments about a theme, and all others. */
export interface ThemeSides<Acc> {
  readonly comments: number;
  readonly with: Acc;
  readonly without: Acc;
}

/**
 * For each theme, what the comments about it add up to and what all the others do.
 *
 * Themes are halved again and again; on the way down, comments that are about none of a half are added up once for all of it. So
 * the cost grows with the sets of themes that comments have and with the logarithm of the number of themes, and not with their
 * product.
 *
 * @param themes The ids of all themes that any comment is about.
 */
export function themeSides<Row, Acc>(
  themes: readonly string[],
  { sets }: ThemeTally<Acc>,
  metric: Metric<Row, Acc, unknown>,
): Map<string, ThemeSides<Acc>> {
  const sides = new Map<string, ThemeSides<Acc>>();

  const places = new Map(themes.map((theme, place) => [theme, place]));
  const placesOf = new Map(sets.map((set) => [set, Array.from(set.themes, (theme) => places.get(theme) ?? -1)]));

  function part(from: number, to: number, about: readonly ThemeSet<Acc>[], without: Acc): void {
    if (to - from === 1) {
      const theme = themes[from] as string;
      const comments = about.reduce((sum, set) => sum + set.comments, 0);
      sides.set(theme, {
        comments,
        with: metric.mergeAccumulators(about.map(({ accumulator }) => accumulator)),
        without,
      });
      return;
    }
    const middle = (from + to) >> 1;
    for (const [start, end] of [
      [from, middle],
      [middle, to],
    ] as const) {
      const inside = (set: ThemeSet<Acc>): boolean =>
        placesOf.get(set)?.some((place) => place >= start && place < end) ?? false;
      const others = about.filter((set) => !inside(set)).map(({ accumulator }) => accumulator);
      part(start, end, about.filter(inside), metric.mergeAccumulators([without, ...others]));
    }
  }

  const untagged = sets.filter(({ themes: own }) => own.size === 0).map(({ accumulator }) => accumulator);
  const tagged = sets.filter(({ themes: own }) => own.size > 0);
  if (themes.length > 0) part(0, themes.length, tagged, metric.mergeAccumulators(untagged));
  return sides;
}
