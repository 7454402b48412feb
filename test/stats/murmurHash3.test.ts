import { murmurHash3 } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The algorithm as its author describes it, over bytes, to hold the one over text against. */
function byBytes(bytes: Uint8Array, seed: number): number {
  let hash = seed;
  const word = (from: number, count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++) value |= (bytes[from + i] ?? 0) << (8 * i);
    value = Math.imul(value, 0xcc9e2d51);
    return Math.imul((value << 15) | (value >>> 17), 0x1b873593);
  };
  const whole = bytes.length >> 2;
  for (let block = 0; block < whole; block++) {
    hash ^= word(4 * block, 4);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= word(4 * whole, bytes.length & 3) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

describe("murmurHash3", () => {
  // The vectors that implementations in C, Go, Rust and C# have in common.
  test.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["!Ce", 0, 0x7e4a8634],
    ["!C", 0, 0xa0f7b07a],
    ["!", 0, 0x72661cf4],
    ["\0\0\0\0", 0, 0x2362f9de],
    ["\0\0\0", 0, 0x85f0b427],
    ["\0\0", 0, 0x30f4c306],
    ["\0", 0, 0x514e28b7],
    ["aaaa", 0x9747b28c, 0x5a97808a],
    ["abc", 0x9747b28c, 0xc84a62dd],
    ["ab", 0x9747b28c, 0x74875592],
    ["a", 0x9747b28c, 0x7fa09ea6],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["ππππππππ", 0x9747b28c, 0xd58063c1],
    ["abc", 0, 0xb3dd93fa],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 0, 0xee925b90],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
  ])("gives the published value of %j with seed %i", (text, seed, hash) => {
    expect(murmurHash3(text, seed)).toBe(hash);
  });

  test("is that of the UTF-8 bytes, whatever the text", () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (text, seed) => {
        expect(murmurHash3(text, seed)).toBe(byBytes(encoder.encode(text), seed));
      }),
      { numRuns: 500 },
    );
    for (const text of [
      "é",
      "aé",
      "abé",
      "abcé",
      "€",
      "a€",
      "ab€",
      "abc€",
      "😀",
      "a😀",
      "ab😀",
      "abc😀",
      "\ud800",
      "x\udc00y",
    ]) {
      expect(murmurHash3(text)).toBe(byBytes(encoder.encode(text), 0));
    }
  });

  test("refuses what is no text, and seeds that are not 32 bits", () => {
    expect(() => murmurHash3(3 as never)).toThrow("murmurHash3 requires a text, received 3");
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) {
      expect(() => murmurHash3("a", seed)).toThrow("requires a seed, a whole number from 0 to 2^32 - 1");
    }
  });
});
