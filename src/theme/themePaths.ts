import type { Theme } from "../model/taxonomy.js";
import { invalidTaxonomy } from "./invalidTaxonomy.js";

/**
 * The ids from the root down to each theme, by the theme's id.
 *
 * @param themes The themes of a taxonomy, in any order.
 * @throws A CxError `invalid-definition` when an id is missing or used twice, or a parent is unknown or a part of its own
 * theme.
 */
export function themePaths(themes: readonly Theme[]): Map<string, readonly string[]> {
  const parents = new Map<string, string | undefined>();
  for (const { id, parent } of themes) {
    if (typeof id !== "string" || id === "") throw invalidTaxonomy("a text as the id of every theme", id);
    if (parents.has(id)) throw invalidTaxonomy("every theme to have an id of its own", id);
    parents.set(id, parent);
  }
  for (const [id, parent] of parents) {
    if (parent !== undefined && !parents.has(parent)) {
      throw invalidTaxonomy(`the parent of theme ${JSON.stringify(id)} to be another theme of the taxonomy`, parent);
    }
  }

  const paths = new Map<string, readonly string[]>();
  for (const id of parents.keys()) {
    const climbed = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !paths.has(at)) {
      if (climbed.has(at)) {
        throw invalidTaxonomy(`theme ${JSON.stringify(at)} not to be a part of itself`, parents.get(at));
      }
      climbed.add(at);
      at = parents.get(at);
    }
    let path = at === undefined ? [] : (paths.get(at) ?? []);
    for (const below of [...climbed].reverse()) {
      path = [...path, below];
      // Every tag of the theme holds this one array, so nobody may write to it.
      paths.set(below, Object.freeze(path));
    }
  }
  return paths;
}
