import { createVocabulary } from "./createVocabulary.js";
import type { Word } from "./createWordScanner.js";

/**
 * What words can stand for. A phrase is a row of symbols: a word, the beginning of words, or any of several forms of a word;
 * a word of a text stands for all the symbols that it fits.
 */
export interface Lexicon {
  /** The symbol of a word as it is. */
  readonly word: (word: Word) => number;
  /** The symbol of all words that begin with this one. */
  readonly stem: (word: Word) => number;
  /** The symbol of any of some words. */
  readonly anyOf: (words: readonly Word[]) => number;
  /** Ends the making of symbols. */
  readonly seal: () => SealedLexicon;
}

/** A lexicon to which no more symbols are added. */
export interface SealedLexicon {
  /** How many symbols there are. */
  readonly size: number;
  /** How many code points of a word are needed to know what it stands for. */
  readonly longest: number;
  /** The symbols that a word of a text stands for. */
  readonly symbolsOf: (word: Word) => readonly number[];
}

const none: readonly number[] = [];

/** A copy of a scanner's word, which may be kept. */
export const copyWord = (word: Word): Word => ({ ...word, codes: word.codes.slice(0, word.length) });

/** A lexicon without symbols. */
export function createLexicon(): Lexicon {
  const words = createVocabulary();
  const stems = createVocabulary();
  const symbols = new Map<string, number>();
  const spelt: Word[] = [];
  const stemWords: Word[] = [];
  // What each word of the vocabulary stands for, and each beginning together with those that it begins with itself.
  const ofWord: number[][] = [];
  const ofStem: number[][] = [];
  const stemLengths: number[] = [];
  const prefix: Word = { start: 0, end: 0, follows: false, opens: false, length: 0, hash: 0, codes: [] };

  function symbolOf(key: string): number {
    const symbol = symbols.get(key) ?? symbols.size;
    symbols.set(key, symbol);
    return symbol;
  }

  function learn(word: Word): number {
    const id = words.learn(word);
    if (id === spelt.length) {
      spelt.push(copyWord(word));
      ofWord.push([]);
    }
    return id;
  }

  function standFor(id: number, symbol: number): void {
    const list = ofWord[id] as number[];
    if (!list.includes(symbol)) list.push(symbol);
  }

  /** The longest stem, of those whose lengths are known, that a word begins with; -1 for none. */
  function longestStem(word: Word): number {
    let found = -1;
    prefix.hash = 0;
    prefix.length = 0;
    for (const length of stemLengths) {
      if (length > word.length) break;
      for (; prefix.length < length; prefix.length++) {
        const code = word.codes[prefix.length] ?? 0;
        prefix.codes[prefix.length] = code;
        prefix.hash = Math.imul(prefix.hash ^ code, 0x01000193);
      }
      const id = stems.find(prefix);
      if (id !== -1) found = id;
    }
    return found;
  }

  function seal(): SealedLexicon {
    const lengths = [...new Set(stemWords.map(({ length }) => length))].sort((a, b) => a - b);
    for (const length of lengths) {
      for (const [id, word] of stemWords.entries()) {
        if (word.length === length) ofStem[id] = [...(ofStem[longestStem(word)] ?? none), symbolOf(`stem ${id}`)];
      }
      stemLengths.push(length);
    }
    for (const [id, word] of spelt.entries()) {
      for (const symbol of ofStem[longestStem(word)] ?? none) standFor(id, symbol);
    }
    return {
      size: symbols.size,
      longest: Math.max(words.longest(), stems.longest()),
      symbolsOf: (word) => {
        const id = words.find(word);
        if (id !== -1) return ofWord[id] as number[];
        return stemLengths.length === 0 ? none : (ofStem[longestStem(word)] ?? none);
      },
    };
  }

  return {
    word: (word) => {
      const id = learn(word);
      const symbol = symbolOf(`word ${id}`);
      standFor(id, symbol);
      return symbol;
    },
    stem: (word) => {
      const id = stems.learn(word);
      if (id === stemWords.length) stemWords.push(copyWord(word));
      return symbolOf(`stem ${id}`);
    },
    anyOf: (forms) => {
      const ids = [...new Set(forms.map(learn))].sort((a, b) => a - b);
      const symbol = symbolOf(`any ${ids.join()}`);
      for (const id of ids) standFor(id, symbol);
      return symbol;
    },
    seal,
  };
}
