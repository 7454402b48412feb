import { checkOptions } from "../error/checkOptions.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { createTagger } from "./createTagger.js";
import { createWordScanner } from "./createWordScanner.js";
import { readPhrase } from "./parsePhrase.js";
import type { PhraseNode } from "./phraseNode.js";
import { isNever, type PhraseShape, phraseShape, shapeKey, shows } from "./phraseShape.js";
import { themePaths } from "./themePaths.js";

/** A phrase of a theme. */
export interface ThemePhrase {
  readonly theme: string;
  readonly phrase: string;
}

/** Something about a phrase that is worth a look. */
export interface TaxonomyFinding extends ThemePhrase {
  /**
   * - `unreadable`: it is no phrase; `createTagger` refuses it
   * - `duplicate`: another phrase of the theme is the same but for what makes no difference
   * - `shared`: another theme has the same phrase, and neither is a part of the other: every comment counts for both
   * - `shadowed`: whatever it finds, a shorter phrase of the theme finds too; it adds nothing
   * - `contradictory`: what it must be without is in what it must have, so it never finds anything
   * - `never-matching`: it finds nothing in the comments that were given
   */
  readonly kind: "unreadable" | "duplicate" | "shared" | "shadowed" | "contradictory" | "never-matching";
  /** The other phrase, where there is one. */
  readonly other: ThemePhrase | null;
  /** In plain words. */
  readonly words: string;
}

/** Options of {@link reviewTaxonomy}. */
export interface ReviewTaxonomyOptions {
  /** Comments to try the phrases on, for `never-matching`. @defaultValue none */
  readonly comments?: Iterable<string>;
}

interface Reviewed extends ThemePhrase {
  readonly shape: PhraseShape;
}

const kinds = ["unreadable", "contradictory", "duplicate", "shadowed", "shared", "never-matching"] as const;

/** The phrases of a taxonomy that can be read, and findings on those that cannot. */
function readPhrases(taxonomy: Taxonomy): { phrases: Reviewed[]; findings: TaxonomyFinding[] } {
  const scan = createWordScanner();
  const phrases: Reviewed[] = [];
  const findings: TaxonomyFinding[] = [];
  for (const { id, phrases: own } of taxonomy.themes) {
    for (const phrase of own) {
      const node = readPhrase(phrase, scan);
      if ("fault" in node) {
        const words = `requires ${node.fault}, at character ${node.at}`;
        findings.push({ kind: "unreadable", theme: id, phrase, other: null, words });
      } else phrases.push({ theme: id, phrase, shape: phraseShape(node as PhraseNode, scan) });
    }
  }
  return { phrases, findings };
}

/** The phrases that find nothing in any of the comments. */
function unmatched(taxonomy: Taxonomy, phrases: readonly Reviewed[], comments: Iterable<string>): Reviewed[] {
  // Each phrase is a theme of its own, so that none hides another.
  const themes = phrases.map(({ phrase }, i) => ({ id: `${i}`, name: phrase, phrases: [phrase] }));
  const { tag } = createTagger({ ...taxonomy, themes });
  const found = new Set<string>();
  for (const comment of comments) for (const { theme } of tag(comment)) found.add(theme);
  return phrases.filter((_, i) => !found.has(`${i}`));
}

/**
 * What is wrong or idle in a taxonomy: phrases that cannot be read, stand twice, are shared by themes, add nothing to a shorter one,
 * contradict themselves or, where comments are given, find nothing.
 *
 * Other forms of words that `inflection` and `regionalSpelling` allow are not compared: "delay" and "delays" are two phrases here.
 *
 * @param taxonomy The taxonomy. Its ids and parents must be right, its phrases need not.
 * @param options Comments to try the phrases on.
 * @returns The findings, the gravest kinds first, each kind in the order of the taxonomy; none for a taxonomy that is well.
 * @throws A CxError `invalid-definition` when ids or parents contradict each other; `invalid-option` for an unknown option.
 *
 * @example
 * ```ts
 * import { reviewTaxonomy } from "cxkit";
 *
 * const taxonomy = {
 *   id: "shop",
 *   version: "1",
 *   themes: [
 *     { id: "late", name: "Late", phrases: ["late", "Late", "late delivery", "refund NOT refund", "lat(e"] },
 *     { id: "slow", name: "Slow", phrases: ["slow", "late"] },
 *   ],
 * };
 * reviewTaxonomy(taxonomy).map(({ kind, phrase }) => [kind, phrase]);
 * // => [["unreadable", "lat(e"], ["contradictory", "refund NOT refund"], ["duplicate", "Late"], ["shadowed", "late delivery"], ["shared", "late"]]
 * ```
 */
export function reviewTaxonomy(taxonomy: Taxonomy, options: ReviewTaxonomyOptions = {}): TaxonomyFinding[] {
  checkOptions("reviewTaxonomy", options, ["comments"]);
  const paths = themePaths(taxonomy.themes);
  const { phrases, findings } = readPhrases(taxonomy);
  const named = ({ theme, phrase }: ThemePhrase): string => `“${phrase}” of theme “${theme}”`;
  const add = (
    kind: TaxonomyFinding["kind"],
    { theme, phrase }: Reviewed,
    other: Reviewed | null,
    words: string,
  ): void => {
    findings.push({ kind, theme, phrase, other: other && { theme: other.theme, phrase: other.phrase }, words });
  };

  const firsts = new Map<string, Reviewed[]>();
  const plain = new Map<string, Reviewed[]>();
  for (const phrase of phrases) {
    const key = shapeKey(phrase.shape);
    const same = firsts.get(key) ?? [];
    const twin = same.find(({ theme }) => theme === phrase.theme);
    const related = (other: Reviewed): boolean =>
      (paths.get(other.theme) ?? []).includes(phrase.theme) || (paths.get(phrase.theme) ?? []).includes(other.theme);
    const stranger = same.find((other) => !related(other));
    if (isNever(phrase.shape)) {
      add("contradictory", phrase, null, "what it must be without is in what it must have, so it never finds anything");
    } else if (twin !== undefined) add("duplicate", phrase, twin, `is the same as ${named(twin)}`);
    else if (stranger !== undefined) add("shared", phrase, stranger, `is also ${named(stranger)}`);
    if (twin === undefined) firsts.set(key, [...same, phrase]);
    if (phrase.shape.kind === "row" && twin === undefined) {
      plain.set(phrase.theme, [...(plain.get(phrase.theme) ?? []), phrase]);
    }
  }
  for (const phrase of phrases) {
    const shorter = plain
      .get(phrase.theme)
      ?.find((other) => shapeKey(other.shape) !== shapeKey(phrase.shape) && shows(phrase.shape, other.shape));
    if (shorter !== undefined && !isNever(phrase.shape)) {
      add("shadowed", phrase, shorter, `finds nothing that ${named(shorter)} does not find`);
    }
  }
  if (options.comments !== undefined) {
    for (const phrase of unmatched(taxonomy, phrases, options.comments)) {
      add("never-matching", phrase, null, "finds nothing in the comments");
    }
  }
  return findings.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}
