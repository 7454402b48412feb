import type { Vocabulary } from "../createVocabulary.js";
import type { WordScanner } from "../createWordScanner.js";
import type { CompiledLanguage } from "./compiledLanguage.js";
import { otherTongues } from "./otherTongues.js";
import { type Unit, unitAt } from "./unit.js";
import { SIGN, wordMark } from "./wordMark.js";

const STOP_WORD = wordMark.function | wordMark.subject;

/** Tells which of some languages the words of a text are in, by their number; −1 for another language, {@link NO_WORDS} for none. */
export type LanguageEvidence = (text: string, units: readonly Unit[], count: number) => number;

/** A text of signs and numbers, which say the same in every language. */
export const NO_WORDS = -2;

/** Letters of other alphabets than the Latin: Greek, Cyrillic, Arabic …; Chinese, Japanese, Korean. */
const isOtherScript = (unit: number): boolean => (unit >= 0x370 && unit < 0x1e00) || (unit >= 0x3040 && unit < 0xd800);

/**
 * Weighs the short words that every text has ("the", "der", "les") for the languages at hand against those of others.
 *
 * @param languages The languages to choose from; where nothing speaks for any, the one that knows most words, among equals
 * the first.
 * @param scan Finds the words of the other languages.
 * @param vocabulary Learns them.
 */
export function languageEvidence(
  languages: readonly CompiledLanguage[],
  scan: WordScanner,
  vocabulary: Vocabulary,
): LanguageEvidence {
  const covered = languages.map(({ language }) => language);
  const others = Object.entries(otherTongues).filter(([tongue]) => !covered.includes(tongue));
  // Bit n of a word: language n, or behind these other tongue n, has it.
  const tongues: number[] = [];
  for (const [bit, { meanings }] of languages.entries()) {
    for (const [word, meaning] of meanings.entries()) {
      if (meaning !== undefined && (meaning.marks & STOP_WORD) !== 0) tongues[word] = (tongues[word] ?? 0) | (1 << bit);
    }
  }
  for (const [index, [, words]] of others.entries()) {
    scan(words, Number.POSITIVE_INFINITY, (word) => {
      const id = vocabulary.learn(word);
      tongues[id] = (tongues[id] ?? 0) | (1 << (languages.length + index));
    });
  }
  const counts = new Int32Array(languages.length + others.length);

  function knowsMost(units: readonly Unit[], count: number): number {
    let best = -1;
    let most = 0;
    for (const [index, { words }] of languages.entries()) {
      let known = 0;
      for (let at = 0; at < count; at++) if (words.has(unitAt(units, at).word)) known++;
      if (known > most) {
        best = index;
        most = known;
      }
    }
    return best;
  }

  const bitsOf = Int32Array.from({ length: vocabulary.size() }, (_, word) => tongues[word] ?? 0);

  /** Counts the short words of each language, and returns how many words are in letters that none of them uses. */
  function weigh(text: string, units: readonly Unit[], count: number): number {
    let strange = 0;
    let first = 0;
    counts.fill(0);
    for (let at = 0; at < count; at++) {
      const { word, marks, start } = unitAt(units, at);
      if (marks === SIGN) continue;
      if (word === -1) {
        if (isOtherScript(text.charCodeAt(start))) strange++;
        continue;
      }
      let bits = bitsOf[word] ?? 0;
      if ((bits & 1) !== 0) first++;
      bits >>>= 1;
      for (let tongue = 1; bits !== 0; tongue++, bits >>>= 1) {
        if ((bits & 1) !== 0) counts[tongue] = (counts[tongue] ?? 0) + 1;
      }
    }
    counts[0] = first;
    return strange;
  }

  return (text, units, count) => {
    let foreign = weigh(text, units, count);
    let best = -1;
    let most = 0;
    for (let tongue = 0; tongue < counts.length; tongue++) {
      const found = counts[tongue] ?? 0;
      if (tongue >= languages.length) foreign = Math.max(foreign, found);
      else if (found > most) {
        best = tongue;
        most = found;
      }
    }
    if (foreign > most) return -1;
    if (best !== -1) return best;
    return hasWords(text, units, count) ? knowsMost(units, count) : NO_WORDS;
  };
}

function hasWords(text: string, units: readonly Unit[], count: number): boolean {
  for (let at = 0; at < count; at++) {
    const { start, marks } = unitAt(units, at);
    if (marks !== SIGN && /\p{L}/u.test(text.charAt(start))) return true;
  }
  return false;
}
