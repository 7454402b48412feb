import type { CustomerId } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatFinder } from "../../../src/segment/rules/repeatFinder.js";

test("texts and numbers have no order among each other", () => {
  const listed: { customer: CustomerId }[] = [];
  const isRepeated = repeatFinder(listed);
  const found = ["2", 3, "10", "2"].map((customer) => {
    const repeated = isRepeated(customer);
    listed.push({ customer });
    return repeated;
  });
  expect(found).toEqual([false, false, false, true]);
});

test("an id is repeated where a set of those before has it, whether ids ascend or not, and 1 is not “1”", () => {
  const ids = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom("", "1", "10", "2", "b")), {
    maxLength: 30,
  });
  const ascending = ids.map((list) => [...list].sort((a, b) => (a < b ? -1 : 1)));
  fc.assert(
    fc.property(fc.oneof(ids, ascending), (list) => {
      const listed: { customer: CustomerId }[] = [];
      const isRepeated = repeatFinder(listed);
      const seen = new Set<CustomerId>();
      for (const customer of list) {
        expect(isRepeated(customer)).toBe(seen.has(customer));
        if (!seen.has(customer)) listed.push({ customer });
        seen.add(customer);
      }
    }),
  );
});
