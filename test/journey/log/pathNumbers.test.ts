import fc from "fast-check";
import { expect, test } from "vitest";
import { pathNumbers } from "../../../src/journey/log/pathNumbers.js";

const numbersOf = (paths: readonly (readonly number[])[]) => {
  const offsets = new Int32Array(paths.length + 1);
  paths.forEach((path, customer) => {
    offsets[customer + 1] = (offsets[customer] ?? 0) + path.length;
  });
  return pathNumbers(Int32Array.from(paths.flat()), offsets);
};

test("gives equal paths, and no others, the same number, in the order in which they are met", () => {
  const step = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 5 })), (paths) => {
      const { pathOf, first } = numbersOf([...paths, ...paths.toReversed()]);
      const all = [...paths, ...paths.toReversed()].map((path) => path.join());
      const distinct = [...new Set(all)];
      expect(Array.from(pathOf)).toEqual(all.map((path) => distinct.indexOf(path)));
      expect(first).toEqual(distinct.map((path) => all.indexOf(path)));
    }),
    { numRuns: 100 },
  );
});

test("tells paths apart whose hashes are the same", () => {
  // Among 200,000 random paths some 4.7 pairs share one of 2^32 hashes.
  const paths = Array.from({ length: 200_000 }, (_, index) => [
    index % 447,
    Math.floor(index / 447),
    (index * 7919) % 1009,
  ]);
  expect(numbersOf(paths).first).toHaveLength(200_000);
});
