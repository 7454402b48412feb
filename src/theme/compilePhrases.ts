import type { Taxonomy, Theme } from "../model/taxonomy.js";
import { copyWord, type Lexicon } from "./createLexicon.js";
import type { Word, WordScanner } from "./createWordScanner.js";
import { inflectedForms } from "./inflectedForms.js";
import { invalidTaxonomy } from "./invalidTaxonomy.js";
import { readPhrase } from "./parsePhrase.js";
import type { PhraseNode, PhraseWord } from "./phraseNode.js";
import { regionalForms } from "./regionalForms.js";
import { themePaths } from "./themePaths.js";

/** Words that follow each other, somewhere in phrases; the same row for all phrases that have it. */
export interface PhraseRow {
  readonly symbols: readonly number[];
  /** The phrases that are this row and nothing else. */
  readonly plain: Phrase[];
  /** The phrases with operators that this row can make hold. */
  readonly inOperators: Phrase[];
  /** Whether it matters for such phrases in what sentences the row is; it may also keep one from holding. */
  isCondition: boolean;
}

/** A phrase with its words replaced by rows. */
export type CompiledNode =
  | { readonly kind: "row"; readonly row: PhraseRow }
  | { readonly kind: "and" | "or"; readonly parts: readonly CompiledNode[] }
  | { readonly kind: "not"; readonly wanted: CompiledNode; readonly unwanted: CompiledNode }
  | { readonly kind: "near"; readonly left: CompiledNode; readonly right: CompiledNode; readonly distance: number };

/** A phrase of a theme, ready to be looked for. */
export interface Phrase {
  readonly theme: string;
  /** The ids from the root down to the theme. */
  readonly path: readonly string[];
  /** As it is written in the taxonomy. */
  readonly phrase: string;
  readonly node: CompiledNode;
}

/** What makes the forms of a word that count as the word, by the settings of a taxonomy. */
function formsBy({ language, inflection = false, regionalSpelling = false }: Taxonomy): (word: string) => string[] {
  const [primary = ""] = (language ?? "").toLowerCase().split("-");
  const inflect = inflectedForms[primary];
  if (inflection && inflect === undefined) {
    const languages = Object.keys(inflectedForms).join(" or ");
    throw invalidTaxonomy(`the language of a taxonomy with inflection to be ${languages}`, language);
  }
  if (regionalSpelling && primary !== "en") {
    throw invalidTaxonomy("the language of a taxonomy with regionalSpelling to be en", language);
  }
  return (word) => {
    const spellings = regionalSpelling ? regionalForms(word) : [word];
    return inflection && inflect !== undefined
      ? spellings.flatMap(inflect).flatMap((form) => (regionalSpelling ? regionalForms(form) : form))
      : spellings;
  };
}

/**
 * The rows of the phrases of a taxonomy. Of phrases of one theme that are the same but for what makes no difference, the first counts.
 *
 * @param taxonomy The taxonomy to check and read.
 * @param scan Splits phrases as it will split texts.
 * @param lexicon Learns the words of the phrases.
 * @throws A CxError `invalid-definition` when the taxonomy is none, or a theme or phrase of it is not allowed.
 */
export function compilePhrases(taxonomy: Taxonomy, scan: WordScanner, lexicon: Lexicon): PhraseRow[] {
  const themes: unknown = taxonomy?.themes;
  if (!Array.isArray(themes)) throw invalidTaxonomy("a taxonomy with a list of themes", taxonomy);
  for (const theme of themes) {
    if (typeof theme !== "object" || theme === null) throw invalidTaxonomy("every theme to be an object", theme);
  }
  const formsOf = formsBy(taxonomy);
  const rows = new Map<string, PhraseRow>();

  function wordsIn(text: string): Word[] {
    const words: Word[] = [];
    scan(text, Number.POSITIVE_INFINITY, (word) => words.push(copyWord(word)));
    return words;
  }

  function symbolOf({ text, match }: PhraseWord): number {
    const [word] = wordsIn(text);
    // The parser has found exactly one word there.
    if (word === undefined) return 0;
    if (match === "stem") return lexicon.stem(word);
    const forms = match === "exact" ? [] : formsOf(String.fromCodePoint(...word.codes));
    return forms.length < 2 ? lexicon.word(word) : lexicon.anyOf(forms.flatMap(wordsIn));
  }

  function compile(node: PhraseNode): CompiledNode {
    switch (node.kind) {
      case "words": {
        const symbols = node.words.map(symbolOf);
        const key = symbols.join();
        const row = rows.get(key) ?? { symbols, plain: [], inOperators: [], isCondition: false };
        rows.set(key, row);
        return { kind: "row", row };
      }
      case "not":
        return { kind: "not", wanted: compile(node.wanted), unwanted: compile(node.unwanted) };
      case "near":
        return { kind: "near", left: compile(node.left), right: compile(node.right), distance: node.distance };
      default:
        return { kind: node.kind, parts: node.parts.map(compile) };
    }
  }

  const paths = themePaths(taxonomy.themes);
  for (const theme of taxonomy.themes) {
    if (!Array.isArray(theme.phrases))
      throw invalidTaxonomy(`${named(theme)} to have a list of phrases`, theme.phrases);
    const path = paths.get(theme.id) ?? [];
    for (const phrase of theme.phrases) {
      const node = compile(parsed(phrase, theme, scan));
      const compiled: Phrase = { theme: theme.id, path, phrase, node };
      if (node.kind !== "row") {
        for (const row of rowsOf(node, true)) row.isCondition = true;
        for (const row of rowsOf(node, false)) row.inOperators.push(compiled);
      } else if (node.row.plain.every((other) => other.theme !== theme.id)) node.row.plain.push(compiled);
    }
  }
  return [...rows.values()];
}

function parsed(phrase: unknown, theme: Theme, scan: WordScanner): PhraseNode {
  if (typeof phrase !== "string") throw invalidTaxonomy(`the phrases of ${named(theme)} to be texts`, phrase);
  const node = readPhrase(phrase, scan);
  if (!("fault" in node)) return node;
  throw invalidTaxonomy(`the phrases of ${named(theme)} to be right: ${node.fault}, at character ${node.at}`, phrase);
}

/** The rows of a phrase; those that it must be without only where asked for. */
function rowsOf(node: CompiledNode, all: boolean): Set<PhraseRow> {
  switch (node.kind) {
    case "row":
      return new Set([node.row]);
    case "not":
      return new Set([...rowsOf(node.wanted, all), ...(all ? rowsOf(node.unwanted, all) : [])]);
    case "near":
      return new Set([...rowsOf(node.left, all), ...rowsOf(node.right, all)]);
    default:
      return new Set(node.parts.flatMap((part) => [...rowsOf(part, all)]));
  }
}

const named = (theme: Theme): string => `theme ${JSON.stringify(theme.id)}`;
