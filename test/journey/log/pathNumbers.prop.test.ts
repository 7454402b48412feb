import fc from "fast-check";
import { expect, test } from "vitest";
import { pathNumbers } from "../../../src/journey/log/pathNumbers.js";

test("customers have one number exactly where they have one path, and the first who took it is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 4 }), { maxLength: 60 }), (paths) => {
      const offsets = Int32Array.from([0, ...paths.map((_, index) => paths.slice(0, index + 1).flat().length)]);
      const { pathOf, first } = pathNumbers(Int32Array.from(paths.flat()), offsets);
      const seen = [...new Set(paths.map((path) => path.join()))];
      expect(Array.from(pathOf)).toEqual(paths.map((path) => seen.indexOf(path.join())));
      expect(first.map((customer) => paths[customer]?.join())).toEqual(seen);
    }),
    { numRuns: 200 },
  );
});
