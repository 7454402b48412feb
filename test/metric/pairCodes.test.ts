import fc from "fast-check";
import { expect, test } from "vitest";
import { createPairCodes } from "../../src/metric/pairCodes.js";

/** What a map of strings says. */
function plainCodes(pairs: readonly (readonly [number, number])[]): number[] {
  const known = new Map<string, number>();
  return pairs.map((pair) => {
    const code = known.get(`${pair}`) ?? known.size;
    known.set(`${pair}`, code);
    return code;
  });
}

// Small ones fill the matrix, large ones fall outside of it, and it grows over some of those.
const integer = fc.oneof(fc.nat(5), fc.nat(300), fc.nat(40_000), fc.nat(2 ** 26 - 1));

test("pairs are numbered in the order in which they come, however large they are", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(integer, integer)), fc.nat(), (some, turn) => {
      const pairs = [...some, ...some.slice(turn % (some.length + 1)), ...some];
      const codes = createPairCodes();
      const found: number[] = [];
      for (let start = 0; start < pairs.length; start += 7) {
        const part = pairs.slice(start, start + 7);
        const seconds = part.map(([, second]) => second);
        codes.read(
          part.map(([first]) => first),
          seconds,
          part.length,
        );
        found.push(...seconds);
      }
      expect(found).toEqual(plainCodes(pairs));
      const all = Array.from({ length: codes.size() }, (_, code) => codes.pairOf(code));
      expect(all.map(String)).toEqual([...new Set(pairs.map(String))]);
    }),
  );
});

test("many customers with a few days each keep their numbers while the table grows", () => {
  const pairs = Array.from({ length: 60_000 }, (_, index) => [(index * 7919) % 20_011, (index * 31) % 400] as const);
  const codes = createPairCodes();
  const seconds = pairs.map(([, second]) => second);
  codes.read(
    pairs.map(([first]) => first),
    seconds,
    pairs.length,
  );
  expect(seconds).toEqual(plainCodes(pairs));
});
