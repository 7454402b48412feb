import type { Phrase } from "./compilePhrases.js";

/** A phrase that was found in a text. */
export interface Match {
  readonly phrase: Phrase;
  /** Which word of the text is the last of the phrase, counted from 0. */
  readonly last: number;
  /** Where the first word starts and the last one ends, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Settles which matches of one theme stay where they share words: the one of most words; among equals the first in
 * the text. A match that shares words only with one that goes, stays. Matches of different themes do not disturb each other.
 *
 * @param matches All that was found in a text, in the order of their ends.
 * @returns What is left, longest first.
 */
export function longestMatches(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const taken = new Map<string, Set<number>>();
  return [...matches]
    .sort((a, b) => b.phrase.words.length - a.phrase.words.length)
    .filter(({ phrase, last }) => {
      const words = taken.get(phrase.theme) ?? new Set();
      taken.set(phrase.theme, words);
      const first = last - phrase.words.length + 1;
      // No shorter match came before, so one that shares a word with this one has its first or its last word.
      if (words.has(first) || words.has(last)) return false;
      for (let word = first; word <= last; word++) words.add(word);
      return true;
    });
}
