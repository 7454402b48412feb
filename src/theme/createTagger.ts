import { CxError } from "../error/cxError.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { compilePhrases, type PhraseRow } from "./compilePhrases.js";
import { createLexicon } from "./createLexicon.js";
import { createPhraseAutomaton } from "./createPhraseAutomaton.js";
import { createWordScanner, type Word } from "./createWordScanner.js";
import { longestMatches, type Match } from "./longestMatches.js";
import { type Stretch, sentenceMatches } from "./sentenceMatches.js";

/** A place in a text where a theme was found. */
export interface Tag {
  /** The id of the theme. */
  readonly theme: string;
  /** The ids from the root of the hierarchy down to the theme, which is the last. */
  readonly path: readonly string[];
  /** The phrase that was found, as it is written in the taxonomy. */
  readonly phrase: string;
  /** Where the first of the matched words starts, in UTF-16 units of the text as it was given. */
  readonly start: number;
  /** Where the last of the matched words ends, exclusive: `text.slice(start, end)` is what was matched. */
  readonly end: number;
}

/** Tells what texts are about. */
export interface Tagger {
  /**
   * Finds the themes of a text.
   *
   * @param text A comment; an empty one has no tags.
   * @returns The tags by `start`; at one start the longer first, then by theme id (by code unit).
   * @throws A {@link CxError} `invalid-value` when `text` is not a string.
   */
  readonly tag: (text: string) => Tag[];
}

/**
 * Compiles a taxonomy into a tagger, which finds the phrases of all its themes in a text and says where they stand.
 * Tagging takes time linear in the text and in what is found, however many phrases there are.
 *
 * **Phrases.** A phrase is one or more words that follow each other, or several such joined by operators:
 *
 * | phrase | finds |
 * |---|---|
 * | `late flight` | these words, one after the other |
 * | `deliver*` | any word that begins so |
 * | `"late flights"` | just these words, whatever inflection and spelling allow elsewhere; operators in quotes are words |
 * | `late NEAR/3 delivery` | both, in either order, with at most three words between |
 * | `late AND refund` | "late", in a sentence with "refund" |
 * | `late OR delayed` | either |
 * | `refund NOT policy` | "refund", in a sentence without "policy" |
 * | `(late OR slow) NEAR/5 (courier OR deliver*)` | brackets group |
 *
 * Operators are in upper case and hold within one sentence, which ends at . ! or ? and at an empty line. The tag of NEAR covers both
 * sides, that of AND and NOT the first part. Where NEAR is within NEAR, the tag is the tightest stretch; the time then also grows with
 * how many of the words stand within reach of each other.
 *
 * **Words.** Only whole words match: "rate" is found neither in "grateful" nor in "rates". With `inflection` and `regionalSpelling` a
 * taxonomy lets other forms of its words count, such as "rates", "rated" and "rating", or "canceled" for "cancelled".
 *
 * - A word is a run of letters and digits. Two digits may have a point, a comma, a colon or a slash between them:
 *   "4.5", "1,000", "12:30" and "24/7" are one word each, so "5 stars" is not found in "4.5 stars".
 * - An apostrophe parts words, so that "attente" is found in "l'attente" and "bag" in "the bag's zip". Only "n't"
 *   stays with its word: "can" is not found in "can't". All apostrophes are alike (don't = don’t); dont is another
 *   word.
 * - Emoji are words, each as a whole with what is joined to it; skin tones make no difference. So are other symbols,
 *   such as € and ★, and of the ASCII ones & % + $.
 * - Chinese, Japanese, Thai, Lao, Khmer and Burmese are split by `Intl.Segmenter`, in phrases as in texts. A phrase is
 *   found where the segmenter of the platform sees its words.
 *
 * **What makes no difference.** Case (also ß = ss, the final sigma, and Turkish ı = i), accents (café = cafe, Zürich =
 * zurich; also ø = o, ł = l, đ = d, æ = ae, œ = oe), Hebrew and Arabic vowel points, full-width and styled letters,
 * the signs ® ™ ℠, soft hyphens and other invisible characters.
 *
 * **Between the words of a phrase** may stand nothing, white space with at most one end of line, or a single hyphen,
 * en dash, slash, full stop, middle dot or apostrophe without space around it: "check in" and "check-in" are the same
 * phrase, "e-mail" and "e mail" too, but not "email"; "2-day" is "2 day", but not "2day". The signs # @ _ count as
 * white space. Everything else keeps words apart: a comma, quotes or brackets, a dash with spaces around it, the end
 * of a sentence, an empty line. So "late flight" is not found in "It was late. Flight attendants were kind."
 *
 * **Overlaps.** A phrase of two themes gives a tag for each, and phrases of different themes may overlap. Where
 * phrases of one theme overlap, the one of most words counts, among equals the first in the text. Phrases of one theme
 * that differ in nothing that makes a difference count as the first of them.
 *
 * @param taxonomy The themes and their phrases; a theme may have none. It is read once: later changes have no
 * effect.
 * @returns The tagger. It keeps a table of the characters that it has met (6 MB at most), so use one for many texts.
 * @throws A {@link CxError} `invalid-definition`, which names the theme, when an id is missing or used twice, a parent
 * is unknown or a part of its own theme, or a phrase is none (it says what is required at which place).
 *
 * @example
 * ```ts
 * import { createTagger } from "cxkit";
 *
 * const { tag } = createTagger({
 *   id: "airline",
 *   version: "2025-1",
 *   themes: [
 *     { id: "flight", name: "Flight", phrases: [] },
 *     { id: "late", name: "Late flight", parent: "flight", phrases: ["late", "late flight"] },
 *     { id: "crew", name: "Crew", parent: "flight", phrases: ["flight attendants", "crew"] },
 *   ],
 * });
 *
 * const text = "A LATE  flight, but the flight-attendants were lovely";
 * const tags = tag(text);
 * tags.map(({ theme }) => theme); // => ["late", "crew"]
 * tags[0]; // => { theme: "late", path: ["flight", "late"], phrase: "late flight", start: 2, end: 14 }
 * text.slice(24, 41); // => "flight-attendants"
 * tag("They were translated"); // => []
 *
 * const delay = { id: "delay", name: "Delay", phrases: ["(late OR slow) NEAR/3 deliver*", "refund NOT policy"] };
 * const shop = createTagger({ id: "shop", version: "1", themes: [delay] });
 * shop.tag("Their delivery is really slow.").map(({ start, end }) => [start, end]); // => [[6, 29]]
 * shop.tag("The refund policy is clear."); // => []
 * ```
 */
export function createTagger(taxonomy: Taxonomy): Tagger {
  const scan = createWordScanner();
  const lexicon = createLexicon();
  const rows = compilePhrases(taxonomy, scan, lexicon);
  const { size, longest, symbolsOf } = lexicon.seal();
  const automaton = createPhraseAutomaton(rows, size);
  // Where the last words start, as many as the longest row has at least; a power of two, since a remainder by one is quick.
  const longestRow = rows.reduce((most, { symbols }) => Math.max(most, symbols.length), 1);
  const starts = new Int32Array(2 ** Math.ceil(Math.log2(longestRow)));
  const ring = starts.length - 1;

  let matches: Match[] = [];
  // What phrases with operators need of the sentence.
  const sentence = new Map<PhraseRow, Stretch[]>();
  let last = -1;
  let end = 0;

  function endSentence(): void {
    if (sentence.size === 0) return;
    sentenceMatches(sentence, (phrase, { first, last, start, end }) =>
      matches.push({ first, last, start, end, phrase }),
    );
    sentence.clear();
  }

  function visitRow(row: PhraseRow): void {
    const first = last - row.symbols.length + 1;
    const start = starts[first & ring] ?? 0;
    for (const phrase of row.plain) matches.push({ first, last, start, end, phrase });
    if (!row.isCondition) return;
    const stretch: Stretch = { first, last, start, end };
    const places = sentence.get(row);
    if (places === undefined) sentence.set(row, [stretch]);
    else places.push(stretch);
  }

  function visitWord(word: Word): void {
    if (word.opens) endSentence();
    last += 1;
    starts[last & ring] = word.start;
    end = word.end;
    automaton.read(symbolsOf(word), word.follows, visitRow);
  }

  function matchesIn(text: string): Match[] {
    matches = [];
    last = -1;
    sentence.clear();
    automaton.reset();
    scan(text, longest, visitWord);
    endSentence();
    return matches;
  }

  function tag(text: string): Tag[] {
    if (typeof text !== "string") throw new CxError("invalid-value", "tag requires a string", text);
    const found = matchesIn(text);
    if (found.length === 0) return [];
    return longestMatches(found)
      .map(({ phrase: { theme, path, phrase }, start, end }) => ({ theme, path, phrase, start, end }))
      .sort(byPlace);
  }

  return { tag };
}

function byPlace(a: Tag, b: Tag): number {
  return a.start - b.start || b.end - a.end || (a.theme < b.theme ? -1 : 1);
}
