import type { Taxonomy, Theme } from "../model/taxonomy.js";

/** A theme whose name or place has changed. */
export interface ThemeChange {
  readonly theme: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What has changed from one version of a taxonomy to another. */
export interface TaxonomyDiff {
  /** Themes that only the later version has. */
  readonly added: readonly Theme[];
  /** Themes that only the earlier version has: their figures end. */
  readonly removed: readonly Theme[];
  /** Themes under another name. */
  readonly renamed: readonly ThemeChange[];
  /** Themes that are a part of another theme (null: of none); their parents' figures are not comparable. */
  readonly moved: readonly ThemeChange[];
  /** Themes of both that gain or lose phrases; their figures are not comparable. */
  readonly rephrased: readonly {
    readonly theme: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  }[];
  /** Settings of the whole that differ, such as `inflection`: no figures are comparable. */
  readonly settings: readonly string[];
}

/**
 * What has changed from one version of a taxonomy to another, by the ids of themes: what to know before figures of the two are
 * compared.
 *
 * @param before The earlier version.
 * @param after The later version.
 * @returns The changes, each list in the order of the taxonomy that it is from.
 *
 * @example
 * ```ts
 * import { diffTaxonomies } from "cxkit";
 *
 * const late = { id: "late", name: "Late", phrases: ["late"] };
 * const before = { id: "shop", version: "1", themes: [late] };
 * const after = { id: "shop", version: "2", themes: [{ ...late, phrases: ["late", "delay*"] }] };
 * diffTaxonomies(before, after); // => { added: [], removed: [], rephrased: [{ theme: "late", added: ["delay*"], removed: [] }], … }
 * ```
 */
export function diffTaxonomies(before: Taxonomy, after: Taxonomy): TaxonomyDiff {
  const earlier = new Map(before.themes.map((theme) => [theme.id, theme]));
  const later = new Set(after.themes.map(({ id }) => id));
  const both = after.themes.flatMap((theme) => {
    const old = earlier.get(theme.id);
    return old === undefined ? [] : [{ old, theme }];
  });
  const changes = (read: (theme: Theme) => string | null): ThemeChange[] =>
    both
      .map(({ old, theme }) => ({ theme: theme.id, before: read(old), after: read(theme) }))
      .filter((change) => change.before !== change.after);
  const without = (some: readonly string[], others: readonly string[]): string[] => {
    const known = new Set(others);
    return some.filter((phrase) => !known.has(phrase));
  };
  return {
    added: after.themes.filter(({ id }) => !earlier.has(id)),
    removed: before.themes.filter(({ id }) => !later.has(id)),
    renamed: changes(({ name }) => name),
    moved: changes(({ parent }) => parent ?? null),
    rephrased: both
      .map(({ old, theme }) => ({
        theme: theme.id,
        added: without(theme.phrases, old.phrases),
        removed: without(old.phrases, theme.phrases),
      }))
      .filter(({ added, removed }) => added.length + removed.length > 0),
    settings: (["language", "inflection", "regionalSpelling"] as const).filter(
      (setting) => (before[setting] ?? false) !== (after[setting] ?? false),
    ),
  };
}
