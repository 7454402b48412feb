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
  // All spellings behind each other, in one place of memory, and where each starts; the last is where the next will.
  let letters = new Int32Array(256);
  const starts = [0];
  // Numbers of words plus 1, each at the first free slot from the one that its hash points to; 0 is free.
  let slots = new Int32Array(64);
  const hashes: number[] = [];
  let longest = 0;

  function find(word: Word): number {
    const mask = slots.length - 1;
    for (let slot = word.hash & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id === -1 || (hashes[id] === word.hash && isSpelt(word, id))) return id;
    }
  }

  function isSpelt({ codes, length }: Word, id: number): boolean {
    const start = starts[id] as number;
    if ((starts[id + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (codes[i] !== letters[start + i]) return false;
    return true;
  }

  function spell({ codes, length }: Word): void {
    const start = starts.at(-1) ?? 0;
    while (start + length > letters.length) {
      const fewer = letters;
      letters = new Int32Array(2 * fewer.length);
      letters.set(fewer);
    }
    for (let i = 0; i < length; i++) letters[start + i] = codes[i] ?? 0;
    starts.push(start + length);
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
    const id = hashes.push(word.hash) - 1;
    spell(word);
    longest = Math.max(longest, word.length);
    if (hashes.length * 4 > slots.length) {
      slots = new Int32Array(slots.length * 2);
      for (let i = 0; i < id; i++) place(i);
    }
    place(id);
    return id;
  }

  return { size: () => hashes.length, longest: () => longest, learn, find };
}
