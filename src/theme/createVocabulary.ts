import type { Word } from "./createWordScanner.js";

/** Numbers for words, the same for all spellings that fold alike. */
export interface Vocabulary {
  /** How many words it knows. */
  readonly size: () => number;
  /** The code points of the longest word that it knows. */
  readonly longest: () => number;
  /** The number of a word, counted from 0; a new word is given the next. */
  readonly learn: (word: Word) => number;
  /** The number of a word, or -1 for one that was never learnt. */
  readonly find: (word: Word) => number;
}

/** A vocabulary without words. */
export function createVocabulary(): Vocabulary {
  const spellings: (readonly number[])[] = [];
  // Numbers of words plus 1, each at the first free slot from the one that its hash points to; 0 is free.
  let slots = new Int32Array(64);
  const hashes: number[] = [];
  let longest = 0;

  function find(word: Word): number {
    const mask = slots.length - 1;
    for (let slot = word.hash & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id === -1 || (hashes[id] === word.hash && isSpelt(word, spellings[id] ?? []))) return id;
    }
  }

  function place(id: number): void {
    const mask = slots.length - 1;
    let slot = (hashes[id] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }

  function learn(word: Word): number {
    const known = find(word);
    if (known !== -1) return known;
    const id = spellings.push(word.codes.slice(0, word.length)) - 1;
    hashes.push(word.hash);
    longest = Math.max(longest, word.length);
    if (hashes.length * 4 > slots.length) {
      slots = new Int32Array(slots.length * 2);
      for (let i = 0; i < id; i++) place(i);
    }
    place(id);
    return id;
  }

  return { size: () => spellings.length, longest: () => longest, learn, find };
}

function isSpelt(word: Word, spelling: readonly number[]): boolean {
  if (word.length !== spelling.length) return false;
  for (let i = 0; i < spelling.length; i++) if (word.codes[i] !== spelling[i]) return false;
  return true;
}
