import { checkReader, refuseOption } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { Taxonomy } from "../../model/taxonomy.js";
import { createTagger, type Tag, type Tagger } from "../createTagger.js";
import { taggedThemes } from "../taggedThemes.js";
import { themePaths } from "../themePaths.js";
import { type CommentCounts, eachComment } from "./eachComment.js";

/**
 * Where the themes of a row come from: a `taxonomy` or another `tagger`, which read its comment, or `themes`, where somebody has
 * coded the rows already.
 */
export interface ThemeSource<Row> {
  /**
   * The themes with their names and hierarchy, and where nothing else finds them, their phrases too. @defaultValue none: themes are
   * known by their ids alone
   */
  readonly taxonomy?: Taxonomy;
  /** What finds the themes, where it is not the taxonomy's own phrases: a learnt model, or your own. */
  readonly tagger?: Tagger;
  /** The comment of a row; a row without one (null, undefined or "") is in no figure. @defaultValue the row itself, where rows are texts */
  readonly text?: (row: Row) => string | null | undefined;
  /**
   * The ids of the themes of a row that is coded already, in place of a tagger. An empty list says that it is about none of them; null
   * and undefined that nobody has coded it, so that it is in no figure.
   */
  readonly themes?: (row: Row) => string | readonly string[] | null | undefined;
}

/** The names of {@link ThemeSource}, for `checkOptions`. */
export const themeSourceOptions: readonly string[] = ["taxonomy", "tagger", "text", "themes"];

/** How a theme is called, and what it is a part of. */
export interface ThemeName {
  /** The id of the theme. */
  readonly theme: string;
  /** Its name in the taxonomy, or its id where there is none. */
  readonly name: string;
  /** The id of the theme that it is a part of, or null. */
  readonly parent: string | null;
}

/** A row that has a comment. */
export interface ThemedRow<Row> {
  readonly row: Row;
  /** Among all rows. */
  readonly index: number;
  /** Its themes, and all that these are parts of, each once. */
  readonly themes: readonly string[];
  /** None where rows are coded already. */
  readonly tags: readonly Tag[];
  /** Null where rows are coded already and no text is read. */
  readonly comment: string | null;
}

/** Reads rows with their themes. */
export interface ThemeRows<Row> {
  readonly each: (rows: Iterable<Row>, visit: (themed: ThemedRow<Row>) => void) => CommentCounts;
  /** What a theme that was read is called. */
  readonly nameOf: (theme: string) => ThemeName;
  /** In the order of the taxonomy, or by id. */
  readonly compare: (a: string, b: string) => number;
}

/** The ids that somebody gave to a row; null where nobody did. */
function codedThemes(caller: string, given: unknown): readonly string[] | null {
  if (isMissing(given)) return null;
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  for (const id of list) {
    if (typeof id !== "string" || id === "") {
      throw new CxError("invalid-value", `${caller} requires themes as ids or lists of them`, id);
    }
  }
  return list as readonly string[];
}

/** A tagger whose tags have the paths of a taxonomy, as far as it knows their themes: a learnt model knows of no hierarchy. */
export function rooted(tagger: Tagger, paths: ReadonlyMap<string, readonly string[]>): Tagger {
  return { tag: (text) => tagger.tag(text).map((tag) => ({ ...tag, path: paths.get(tag.theme) ?? tag.path })) };
}

/** A reader of rows with their themes. */
export function readThemes<Row>(caller: string, source: ThemeSource<Row>): ThemeRows<Row> {
  const { taxonomy, text = (row: Row): unknown => row, themes: coded } = source;
  checkReader(`${caller}: text`, text);
  if (coded !== undefined) checkReader(`${caller}: themes`, coded);
  if (coded !== undefined && source.tagger !== undefined) {
    refuseOption(`${caller} requires a tagger or themes, not both`, coded);
  }
  const ownTagger = taxonomy && createTagger(taxonomy);
  const tagger = source.tagger ?? ownTagger;
  if (coded === undefined && typeof tagger?.tag !== "function") {
    refuseOption(`${caller} requires a taxonomy, a tagger or themes`, tagger);
  }
  const paths = new Map<string, readonly string[]>(taxonomy && themePaths(taxonomy.themes));
  const names = new Map(taxonomy?.themes.map(({ id, name }) => [id, name]));
  const order = new Map(Array.from(names.keys(), (id, place) => [id, place]));
  const parents = new Map(Array.from(paths, ([id, path]) => [id, path.at(-2) ?? null]));

  const know = (theme: string): void => {
    if (taxonomy !== undefined && !names.has(theme)) {
      throw new CxError("invalid-value", `${caller} requires all themes to be the taxonomy's`, theme);
    }
  };
  const learn = ({ path }: Tag): void => {
    for (const [depth, theme] of path.entries()) {
      know(theme);
      if (!parents.has(theme)) parents.set(theme, path[depth - 1] ?? null);
    }
  };
  const wholes = (ids: readonly string[]): string[] => {
    ids.forEach(know);
    return [...new Set(ids.flatMap((id) => paths.get(id) ?? [id]))];
  };

  const tagOf = tagger === undefined ? () => [] : tagger === ownTagger ? tagger.tag : rooted(tagger, paths).tag;

  return {
    each: (rows, visit) => {
      if (coded === undefined) {
        return eachComment(rows, caller, text, (row, comment, index) => {
          const tags = tagOf(comment);
          if (tagger !== ownTagger) tags.forEach(learn);
          visit({ row, index, themes: taggedThemes(tags), tags, comment });
        });
      }
      const read = source.text ?? (() => "coded");
      return eachComment(rows, caller, read, (row, comment, index) => {
        const ids = codedThemes(caller, coded(row));
        if (ids === null) return false;
        visit({ row, index, themes: wholes(ids), tags: [], comment: source.text === undefined ? null : comment });
        return true;
      });
    },
    nameOf: (theme) => ({ theme, name: names.get(theme) ?? theme, parent: parents.get(theme) ?? null }),
    compare: (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
  };
}
