import { createTagger, suggestPhrases, taggingCoverage } from "cxkit";
import { describe, expect, test } from "vitest";

const tagger = createTagger({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] });
const about = (texts: readonly string[], themes: readonly string[]) => texts.map((text) => ({ text, themes }));
const comments = [
  ...about(["late", "late again"], ["late"]),
  ...about(["waited for ages", "it took ages", "ages and ages", "the wait was ages"], ["late"]),
  ...about(["never came", "it never came", "the parcel never came"], ["late"]),
  ...about(["the parcel is nice", "it is nice", "the shop", "it took my heart"], []),
];

describe("phrases are suggested", () => {
  test("that add most, each to those before it, with their precision", () => {
    const { phrases, recall, support } = suggestPhrases(tagger, comments, { theme: "late" });
    expect([recall, support]).toEqual([2 / 9, 9]);
    expect(phrases.map(({ phrase, found, precision, recall: after }) => [phrase, found, precision, after])).toEqual([
      ["ages", 4, 1, 6 / 9],
      ["came", 3, 1, 1],
    ]);
    const added = phrases.map(({ phrase }) => phrase);
    const better = createTagger({
      id: "t",
      version: "2",
      themes: [{ id: "late", name: "Late", phrases: ["late", ...added] }],
    });
    expect(suggestPhrases(better, comments, { theme: "late" }).recall).toBe(1);
  });
  test("only where they are precise and common enough", () => {
    const { phrases } = suggestPhrases(tagger, comments, { theme: "late", minimumCount: 1, minimumPrecision: 0 });
    expect(phrases.length).toBeGreaterThanOrEqual(2);
    expect(suggestPhrases(tagger, comments, { theme: "late", minimumCount: 5 }).phrases).toEqual([]);
    expect(suggestPhrases(tagger, comments, { theme: "price" })).toMatchObject({
      phrases: [],
      recall: null,
      support: 0,
    });
  });
  test("with options that make sense", () => {
    expect(() => suggestPhrases(tagger, [], { theme: "late", minimumPrecision: 70 })).toThrow("from 0 to 1");
    expect(() => suggestPhrases(tagger, [], { theme: "late", count: 0 })).toThrow("a whole number from 1");
  });
});

describe("the coverage of a tagger", () => {
  test("counts what is tagged, and tells what the rest speaks of", () => {
    const report = taggingCoverage(tagger, [...comments, { text: null }], { text: (row) => row.text });
    expect(report).toMatchObject({ comments: 13, tagged: 2, missing: 1, themes: [{ theme: "late", comments: 2 }] });
    expect(report.untaggedTerms.map(({ term }) => term)).toContain("ages");
    expect(report.untaggedTerms.map(({ term }) => term)).not.toContain("late");
  });
  test("of no comments is unknown", () => {
    expect(taggingCoverage(tagger, [])).toMatchObject({ comments: 0, share: null, interval: null, untaggedTerms: [] });
  });
});
