import type { Taxonomy, Theme } from "../model/taxonomy.js";
import type { Vocabulary } from "./createVocabulary.js";
import type { WordScanner } from "./createWordScanner.js";
import { invalidTaxonomy } from "./invalidTaxonomy.js";
import { themePaths } from "./themePaths.js";

/** A phrase of a theme, ready to be looked for. */
export interface Phrase {
  readonly theme: string;
  /** The ids from the root down to the theme. */
  readonly path: readonly string[];
  /** As it is written in the taxonomy. */
  readonly phrase: string;
  /** Its words, by their numbers in the vocabulary. */
  readonly words: readonly number[];
}

const operators: ReadonlySet<string> = new Set(["AND", "OR", "NOT", "NEAR"]);

/**
 * The phrases of a taxonomy, each once for every theme that has it; of those of one theme that fold alike, the first.
 *
 * @param taxonomy The taxonomy to check and read.
 * @param scan Splits phrases as it will split texts.
 * @param vocabulary Learns the words of the phrases.
 * @throws A CxError `invalid-definition` when the taxonomy is none, or a theme or phrase of it is not allowed.
 */
export function compilePhrases(taxonomy: Taxonomy, scan: WordScanner, vocabulary: Vocabulary): Phrase[] {
  const themes: unknown = taxonomy?.themes;
  if (!Array.isArray(themes)) throw invalidTaxonomy("a taxonomy with a list of themes", taxonomy);
  for (const theme of themes) {
    if (typeof theme !== "object" || theme === null) throw invalidTaxonomy("every theme to be an object", theme);
  }
  const paths = themePaths(taxonomy.themes);
  return taxonomy.themes.flatMap((theme) => {
    if (!Array.isArray(theme.phrases))
      throw invalidTaxonomy(`${named(theme)} to have a list of phrases`, theme.phrases);
    const path = paths.get(theme.id) ?? [];
    const phrases = new Map<string, Phrase>();
    for (const phrase of theme.phrases) {
      const words = wordsOf(phrase, theme, scan, vocabulary);
      const key = words.join(" ");
      if (!phrases.has(key)) phrases.set(key, { theme: theme.id, path, phrase, words });
    }
    return [...phrases.values()];
  });
}

function wordsOf(phrase: unknown, theme: Theme, scan: WordScanner, vocabulary: Vocabulary): number[] {
  const words: number[] = [];
  if (typeof phrase !== "string") throw invalidTaxonomy(`the phrases of ${named(theme)} to be texts`, phrase);
  const text = phrase.trim();
  const isOnePiece = scan(text, Number.POSITIVE_INFINITY, (word) => {
    if (operators.has(text.slice(word.start, word.end))) {
      throw invalidTaxonomy(`the phrases of ${named(theme)} to be without the operators AND, OR, NOT and NEAR`, phrase);
    }
    words.push(vocabulary.learn(word));
  });
  if (!isOnePiece) {
    const allowed = "to be words that follow each other, without quotes, brackets, * or other punctuation";
    throw invalidTaxonomy(`the phrases of ${named(theme)} ${allowed}`, phrase);
  }
  if (words.length === 0) throw invalidTaxonomy(`the phrases of ${named(theme)} to have words`, phrase);
  return words;
}

const named = (theme: Theme): string => `theme ${JSON.stringify(theme.id)}`;
