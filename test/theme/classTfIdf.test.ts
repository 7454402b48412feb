import { classTfIdf } from "cxkit";
import { expect, test } from "vitest";

// Worked out from the definition by another implementation.
test("words are weighted by their share of the class and their rarity over all classes", () => {
  const { A = [], B = [] } = classTfIdf({
    A: Object.entries({ wait: 8, price: 2, the: 10 }),
    B: Object.entries({ wait: 1, price: 9, the: 10 }),
  });
  expect(A.map(({ word, weight }) => [word, Number(weight.toFixed(4))])).toEqual([
    ["wait", 0.468],
    ["the", 0.3466],
    ["price", 0.1036],
  ]);
  expect(B.map(({ word, weight }) => [word, Number(weight.toFixed(4))])).toEqual([
    ["price", 0.4662],
    ["the", 0.3466],
    ["wait", 0.0585],
  ]);
});

test("no words, no classes and odd names are met", () => {
  expect(classTfIdf({})).toEqual({});
  expect(Object.keys(classTfIdf(JSON.parse('{"__proto__": [["a", 0]]}')))).toEqual(["__proto__"]);
  expect(() => classTfIdf({ a: [["x", 0.5]] })).toThrow('as of "x", received 0.5');
});
