import type { Phrase } from "./compilePhrases.js";
import type { Stretch } from "./sentenceMatches.js";

/** A phrase that was found in a text. */
export interface Match extends Stretch {
  readonly phrase: Phrase;
}

/** Whether each match lies behind the one before it, as they mostly do: then no two share a word. */
function areApart(matches: readonly Match[]): boolean {
  let taken = -1;
  for (const { first, last } of matches) {
    if (first <= taken) return false;
    taken = last;
  }
  return true;
}

/**
 * Settles which matches of one theme stay where they share words: the one of most words; among equals the first in
 * the text. A match that shares words only with one that goes, stays. Matches of different themes do not disturb each other.
 *
 * @param matches All that was found in a text.
 * @returns What is left, in any order.
 */
export function longestMatches(matches: readonly Match[]): Match[] {
  if (areApart(matches)) return [...matches];
  const taken = new Map<string, Set<number>>();
  return [...matches]
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .filter(({ phrase, first, last }) => {
      const words = taken.get(phrase.theme) ?? new Set();
      taken.set(phrase.theme, words);
      // No shorter match came before, so one that shares a word with this one has its first or its last word.
      if (words.has(first) || words.has(last)) return false;
      for (let word = first; word <= last; word++) words.add(word);
      return true;
    });
}
