import fc from "fast-check";
import { expect, test } from "vitest";
import { movedItems } from "../../../src/journey/design/movedItems.js";

const lists = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f", "g"]);

/** The longest list that is in both, in the order of both, by trying every choice. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let longest = 0;
  for (let choice = 0; choice < 2 ** after.length; choice++) {
    const some = after.filter((_, index) => (choice >> index) % 2 === 1);
    const places = some.map((item) => before.indexOf(item));
    if (places.every((place, index) => place > (places[index - 1] ?? -1))) longest = Math.max(longest, some.length);
  }
  return longest;
}

test("moves as few items as can be, and leaves the others in the order of both lists", () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const moved = movedItems(before, after);
      const common = after.filter((item) => before.includes(item));
      expect(common.length - moved.size).toBe(longestCommon(before, after));
      const stays = (list: readonly string[]) => list.filter((item) => common.includes(item) && !moved.has(item));
      expect(stays(after)).toEqual(stays(before));
      for (const item of moved) expect(common).toContain(item);
    }),
    { numRuns: 200 },
  );
});
