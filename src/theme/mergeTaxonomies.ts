import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import type { Taxonomy, Theme } from "../model/taxonomy.js";

/** Options of {@link mergeTaxonomies}. */
export interface MergeTaxonomiesOptions {
  /** The id of the whole. @defaultValue that of the first */
  readonly id?: string;
  /** The version of the whole. @defaultValue both versions with a plus between */
  readonly version?: string;
}

const settings = ["language", "inflection", "regionalSpelling"] as const;

/** Two definitions of one theme as one: the first one's name, the phrases of both. */
function mergeThemes(first: Theme, second: Theme): Theme {
  if (first.parent !== second.parent) {
    const requirement = `mergeTaxonomies requires theme ${JSON.stringify(first.id)} to be a part of the same theme in both`;
    throw new CxError("invalid-definition", requirement, `${first.parent ?? "none"} and ${second.parent ?? "none"}`);
  }
  return { ...first, phrases: [...new Set([...first.phrases, ...second.phrases])] };
}

/**
 * Two taxonomies as one: the themes of the first, each with its phrases and those of the theme of the same id in the second, and then the
 * themes that only the second has. So a company's own phrases are kept apart from a starter taxonomy and put on top of it.
 *
 * @param first The taxonomy whose names count where both know a theme.
 * @param second The taxonomy that is added.
 * @param options The id and version of the whole.
 * @returns A new taxonomy; the two are left as they are.
 * @throws A {@link CxError} `invalid-definition` when the two differ in language or in what forms of words count, or put a theme under
 * different parents.
 *
 * @example
 * ```ts
 * import { mergeTaxonomies } from "cxkit";
 *
 * const starter = { id: "shop", version: "1", themes: [{ id: "late", name: "Late delivery", phrases: ["late"] }] };
 * const own = {
 *   id: "ours",
 *   version: "3",
 *   themes: [
 *     { id: "late", name: "Late", phrases: ["late", "no parcel yet"] },
 *     { id: "app", name: "App", phrases: ["app"] },
 *   ],
 * };
 * const merged = mergeTaxonomies(starter, own);
 * merged.version; // => "1+3"
 * merged.themes[0]; // => { id: "late", name: "Late delivery", phrases: ["late", "no parcel yet"] }
 * merged.themes.length; // => 2
 * ```
 */
export function mergeTaxonomies(first: Taxonomy, second: Taxonomy, options: MergeTaxonomiesOptions = {}): Taxonomy {
  checkOptions("mergeTaxonomies", options, ["id", "version"]);
  for (const setting of settings) {
    if ((first[setting] ?? false) !== (second[setting] ?? false)) {
      const received = `${first[setting] ?? "none"} and ${second[setting] ?? "none"}`;
      throw new CxError(
        "invalid-definition",
        `mergeTaxonomies requires the same ${setting} in both taxonomies`,
        received,
      );
    }
  }
  const added = new Map(second.themes.map((theme) => [theme.id, theme]));
  const themes = first.themes.map((theme) => {
    const other = added.get(theme.id);
    added.delete(theme.id);
    return other === undefined ? theme : mergeThemes(theme, other);
  });
  const { id = first.id, version = `${first.version}+${second.version}` } = options;
  return { ...first, id, version, themes: [...themes, ...added.values()] };
}
