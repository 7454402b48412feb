import { createWordScanner } from "./createWordScanner.js";

/**
 * Visits the terms of a text: its words as they fold, and where asked for its pairs of neighbouring words with a space between, and
 * the beginnings of its words with a star behind.
 */
export type TermReader = (text: string, visit: (term: string, start: number, end: number) => void) => void;

/** A longer word is no word of a language; it would only make a model large. In code points. */
const longestWord = 50;

// Three characters begin too many words that have nothing in common, and seven hardly fewer than the words are.
const beginningLengths: readonly number[] = [4, 5, 6];

/** A reader of terms. One should serve many texts. */
export function createTermReader(pairs: boolean, beginnings = false): TermReader {
  const scan = createWordScanner();
  return (text, visit) => {
    let before = "";
    let beforeStart = 0;
    scan(text, longestWord + 1, ({ codes, length, start, end }) => {
      if (length > longestWord) {
        before = "";
        return;
      }
      const word = String.fromCodePoint(...codes.slice(0, length));
      visit(word, start, end);
      if (beginnings) {
        for (const shorter of beginningLengths) {
          if (shorter < length) visit(`${String.fromCodePoint(...codes.slice(0, shorter))}*`, start, end);
        }
      }
      if (pairs && before !== "") visit(`${before} ${word}`, beforeStart, end);
      before = word;
      beforeStart = start;
    });
  };
}
