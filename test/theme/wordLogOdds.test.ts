import { wordLogOdds } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

const complaints = { wait: 30, price: 5, staff: 20, the: 100 };
const praise = { wait: 10, price: 15, staff: 22, the: 98 };

// Values worked out from the equations of Monroe, Colaresi and Quinn (2008) by another implementation.
test.each([
  [{ prior: 1 }, { wait: 3.1666, price: -2.3415, staff: -0.6028, the: -0.908 }],
  [
    { prior: "pooled", mass: 300 },
    { wait: 1.9556, price: -1.4668, staff: -0.3522, the: -0.5553 },
  ],
] as const)("the z of words with the prior %j", (options, expected) => {
  const found = wordLogOdds(Object.entries(complaints), Object.entries(praise), options);
  for (const [word, z] of Object.entries(expected))
    expect(found.find((line) => line.word === word)?.z).toBeCloseTo(z, 3);
});

test("the log-odds of words with a prior of one each", () => {
  const found = wordLogOdds(Object.entries(complaints), Object.entries(praise), { prior: 1 });
  expect(found.map(({ word, logOdds }) => [word, Number(logOdds.toFixed(4))])).toEqual([
    ["wait", 1.1113],
    ["staff", -0.1819],
    ["the", -0.1284],
    ["price", -1.1209],
  ]);
});

test("sides exchanged change the sign, and the same counts on both sides set nothing apart", () => {
  const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "d"), fc.nat({ max: 1000 }), { minKeys: 2 });
  fc.assert(
    fc.property(counts, counts, (some, other) => {
      const one = wordLogOdds(Object.entries(some), Object.entries(other));
      const turned = new Map(wordLogOdds(Object.entries(other), Object.entries(some)).map(({ word, z }) => [word, z]));
      for (const { word, z } of one) expect(z).toBeCloseTo(-(turned.get(word) ?? Number.NaN), 9);
      for (const { z } of wordLogOdds(Object.entries(some), Object.entries(some))) expect(z).toBeCloseTo(0, 12);
    }),
  );
});

test("nothing to compare gives no lines, and what is no count is refused", () => {
  expect(wordLogOdds([], [])).toEqual([]);
  expect(wordLogOdds([["a", 3]], [["a", 5]])).toEqual([]);
  expect(() => wordLogOdds([["a", -1]], [])).toThrow('as of "a", received -1');
  expect(() => wordLogOdds([["a", 1]], [], { prior: 0 })).toThrow("a prior over 0");
});
