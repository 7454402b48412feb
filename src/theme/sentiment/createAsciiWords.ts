import { APOSTROPHE, characterKind, DIGIT, LETTER, SYMBOL } from "../characterKind.js";

/** Finds the words of ASCII texts and the numbers of those that are known. */
export interface AsciiWords {
  /** Visits the words of a text, with the number of each, or −1. The text must be ASCII. */
  readonly read: (text: string, visit: (start: number, end: number, word: number) => void) => void;
}

const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Whether a character between two digits belongs to the number: 4.5, 24/7, 1,000, 12:30. */
const isInNumber = (code: number): boolean => code === 0x2e || code === 0x2f || code === 0x2c || code === 0x3a;

/**
 * The word scanner again, for ASCII alone and several times as quick: most English comments are no more than that. It sees the
 * same words as createWordScanner, which a test holds it to.
 *
 * @param spellings By the numbers of words how they are spelt, folded; those that are not ASCII are of no use here.
 */
export function createAsciiWords(spellings: readonly string[]): AsciiWords {
  const kinds = Uint8Array.from({ length: 128 }, (_, code) => characterKind(String.fromCharCode(code)));
  const folded = Uint8Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0));
  // A slot holds the number of a word plus 1, the first free one from where its hash points.
  let size = 64;
  while (size < spellings.length * 3) size *= 2;
  const slots = new Int32Array(size);
  const hashes = new Int32Array(spellings.length);
  const offsets = new Int32Array(spellings.length + 1);
  const letters = new Uint8Array(spellings.reduce((sum, { length }) => sum + length, 0));
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (size - 1);

  for (const [id, spelling] of spellings.entries()) {
    const offset = offsets[id] ?? 0;
    let hash = 0;
    for (let i = 0; i < spelling.length; i++) {
      letters[offset + i] = spelling.charCodeAt(i);
      hash = hashStep(hash, spelling.charCodeAt(i));
    }
    offsets[id + 1] = offset + spelling.length;
    hashes[id] = hash;
    let slot = slotOf(hash);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    if (/^[\0-\x7f]+$/.test(spelling)) slots[slot] = id + 1;
  }

  function find(text: string, start: number, end: number, hash: number): number {
    for (let slot = slotOf(hash); ; slot = (slot + 1) & (size - 1)) {
      const id = (slots[slot] ?? 0) - 1;
      if (id === -1 || (hashes[id] === hash && isSpelt(text, start, end, id))) return id;
    }
  }

  function isSpelt(text: string, start: number, end: number, id: number): boolean {
    const offset = offsets[id] ?? 0;
    if ((offsets[id + 1] ?? 0) - offset !== end - start) return false;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      // All apostrophes are one.
      if ((code === 0x60 ? 0x27 : folded[code]) !== letters[offset + at - start]) return false;
    }
    return true;
  }

  /** Whether the apostrophe there is that of "n't". */
  function isNegation(text: string, at: number): boolean {
    if ((text.charCodeAt(at - 1) | 0x20) !== 0x6e || (text.charCodeAt(at + 1) | 0x20) !== 0x74) return false;
    const after = at + 2 < text.length ? (kinds[text.charCodeAt(at + 2)] ?? 0) : 0;
    return after !== LETTER && after !== DIGIT;
  }

  function read(text: string, visit: (start: number, end: number, word: number) => void): void {
    const { length } = text;
    for (let at = 0; at < length; ) {
      const first = text.charCodeAt(at);
      const kind = kinds[first] ?? 0;
      if (kind < LETTER) {
        at++;
        continue;
      }
      const start = at;
      let hash = 0;
      if (kind === SYMBOL) {
        hash = hashStep(0, first);
        at++;
      } else {
        for (let before = 0; at < length; at++) {
          const code = text.charCodeAt(at);
          const part = kinds[code] ?? 0;
          if (part === LETTER || part === DIGIT) hash = hashStep(hash, folded[code] ?? 0);
          else if (before === DIGIT && isInNumber(code) && kinds[text.charCodeAt(at + 1)] === DIGIT) {
            hash = hashStep(hash, code);
          } else if (part === APOSTROPHE && isNegation(text, at)) hash = hashStep(hash, 0x27);
          else break;
          before = part;
        }
      }
      visit(start, at, find(text, start, at, hash));
    }
  }

  return { read };
}
