import { CxError } from "../error/cxError.js";
import { mixWord } from "./mixWord.js";

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const scramble = (block: number): number => Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

/** The UTF-8 bytes of a code point beyond ASCII, the first one lowest; a lone surrogate is U+FFFD, as in TextEncoder. */
function bytesOf(point: number): number {
  if (point < 0x800) return 0x80c0 | (point >> 6) | ((point & 63) << 8);
  if (point < 0x10000) {
    const known = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    return 0x8080e0 | (known >> 12) | (((known >> 6) & 63) << 8) | ((known & 63) << 16);
  }
  const tail = (((point >> 12) & 63) << 8) | (((point >> 6) & 63) << 16) | ((point & 63) << 24);
  return 0x808080f0 | (point >> 18) | tail;
}

/** {@link murmurHash3} without the checks, for a seed that is 32 bits. */
export function hashText(text: string, seed: number): number {
  let hash = seed;
  let block = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let bytes = text.charCodeAt(i);
    let count = 1;
    if (bytes >= 0x80) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      bytes = bytesOf(point);
    }
    const shift = (length & 3) * 8;
    block |= bytes << shift;
    length += count;
    if (shift + count * 8 >= 32) {
      hash = (Math.imul(rotate(hash ^ scramble(block), 13), 5) + 0xe6546b64) | 0;
      // What did not fit; a shift by 32 would be none.
      block = shift === 0 ? 0 : bytes >>> (32 - shift);
    }
  }
  return mixWord(hash ^ scramble(block) ^ length) >>> 0;
}

/**
 * The MurmurHash3 (x86, 32 bit) of a text's UTF-8 bytes: the same number as in any other language, quick and evenly spread. Not for
 * secrets.
 *
 * @param text Any text; a surrogate without its other half is hashed as U+FFFD.
 * @param seed A whole number from 0 to 2^32 − 1.
 * @returns A whole number from 0 to 2^32 − 1.
 * @throws A {@link CxError} `invalid-option` when the text is none, or the seed is no such number.
 *
 * @example
 * ```ts
 * import { murmurHash3 } from "cxkit";
 *
 * murmurHash3("Hello, world!"); // => 3224780355
 * murmurHash3("Hello, world!", 0x9747b28c); // => 612912314
 * ```
 *
 * @see Appleby, MurmurHash3_x86_32 in SMHasher (2011).
 */
export function murmurHash3(text: string, seed: number = 0): number {
  if (typeof text !== "string") throw new CxError("invalid-option", "murmurHash3 requires a text", text);
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    throw new CxError("invalid-option", "murmurHash3 requires a seed, a whole number from 0 to 2^32 - 1", seed);
  }
  return hashText(text, seed);
}
