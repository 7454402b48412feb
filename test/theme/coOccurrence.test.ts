import { coOccurrence, createTagger } from "cxkit";
import { expect, test } from "vitest";

const tagger = createTagger({
  id: "t",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: [] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "rude", name: "Rude", phrases: ["rude"] },
    { id: "price", name: "Price", phrases: ["price"] },
  ],
});
const times = (count: number, text: string): string[] => new Array<string>(count).fill(text);

test("themes that nothing connects have a lift of 1, and a theme is no company for its own part", () => {
  const { pairs, comments } = coOccurrence(tagger, [
    ...times(10, "late price"),
    ...times(10, "late"),
    ...times(10, "price"),
    ...times(10, "fine"),
  ]);
  expect(comments).toBe(40);
  expect(pairs.map(({ themes, both, lift, adjustedPValue }) => [themes, both, lift, adjustedPValue])).toEqual([
    [["delivery", "price"], 10, 1, 1],
    [["late", "price"], 10, 1, 1],
  ]);
});

test("pairs of few comments are not told, rows without comments are counted", () => {
  const rows = [...times(4, "late rude"), ...times(9, "price")].map((text) => ({ text }));
  const read = { text: (row: { text: string | null }) => row.text };
  expect(coOccurrence(tagger, [...rows, { text: null }], read)).toEqual({ pairs: [], comments: 13, missing: 1 });
  expect(coOccurrence(tagger, rows, { ...read, minimumCount: 4 }).pairs.map(({ themes }) => themes)).toEqual([
    ["delivery", "rude"],
    ["late", "rude"],
  ]);
  expect(() => coOccurrence(null as never, ["a"])).toThrow("coOccurrence requires a tagger, received null");
  expect(() => coOccurrence(tagger, [], { minimumCount: 0 })).toThrow("a whole number from 1");
});
