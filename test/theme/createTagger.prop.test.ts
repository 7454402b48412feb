import { createTagger, type Tag, type Taxonomy } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

type Phrases = readonly (readonly string[])[];

/** A taxonomy with a theme for every list of phrases. */
function taxonomyOf(themes: Phrases, prefix = "t"): Taxonomy {
  return {
    id: "test",
    version: "1",
    themes: themes.map((phrases, index) => ({ id: `${prefix}${index}`, name: "Theme", phrases })),
  };
}

/** What a reader takes for the same, for the alphabets of these tests. */
function folded(text: string): string {
  const bare = text.normalize("NFKD").replace(/[\u0300-\u036f\u{1f3fb}-\u{1f3ff}\ufe0f\u00ad]/gu, "");
  return bare
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[\s-]+/g, " ");
}

const spellings = [
  ...[
    "late",
    "Late",
    "LÄTE",
    "l\u0301ate",
    "ＬＡＴＥ",
    "la\u00adte",
    "flight",
    "FLÍGHT",
    "ﬂight",
    "café",
    "CAFE\u0301",
  ],
  ...[
    "straße",
    "STRASSE",
    "don't",
    "DON’T",
    "οδός",
    "ΟΔΟΣ",
    "😡",
    "👍🏽",
    "👍",
    "❤️",
    "고객",
    "Đà Nẵng",
    "24/7",
    "4.5",
    "配送",
  ],
];
const spelling = fc.constantFrom(...spellings);
const phrase = fc.array(spelling, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const themes = fc.array(fc.array(phrase, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
const between = fc.constantFrom(" ", " ", " ", "-", "  ", "\n", "\n\n", ". ", ", ", " – ", "", "😡", "\u200f", "(");
const junk = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
const piece = fc.oneof(
  { weight: 8, arbitrary: spelling },
  { weight: 6, arbitrary: between },
  { weight: 1, arbitrary: junk },
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

/** The tags without their places, and what they matched, folded. */
function gist(tags: readonly Tag[], of: string): string[][] {
  return tags.map(({ theme, phrase: found, start, end }) => [theme, found, folded(of.slice(start, end))]);
}

test("every span lies in the text and holds the words of its phrase, and nothing else", () => {
  fc.assert(
    fc.property(themes, text, (phrases, comment) => {
      for (const { phrase: found, start, end } of createTagger(taxonomyOf(phrases)).tag(comment)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(comment.length);
        const matched = comment.slice(start, end).replaceAll("\u200f", "");
        expect(folded(matched).replaceAll(" ", "")).toBe(folded(found).replaceAll(" ", ""));
      }
    }),
    { numRuns: 500 },
  );
});

test("upper case changes no tag", () => {
  fc.assert(
    fc.property(themes, text, (phrases, comment) => {
      const { tag } = createTagger(taxonomyOf(phrases));
      expect(tag(comment.replace(/[a-z]/g, (letter) => letter.toUpperCase()))).toEqual(tag(comment));
    }),
  );
});

test("it makes no difference whether the text is composed or decomposed", () => {
  fc.assert(
    fc.property(themes, text, (phrases, comment) => {
      const { tag } = createTagger(taxonomyOf(phrases));
      for (const other of [comment.normalize("NFC"), comment.normalize("NFD")]) {
        expect(gist(tag(other), other)).toEqual(gist(tag(comment), comment));
      }
    }),
    { numRuns: 500 },
  );
});

test("other themes change nothing about the tags of a theme", () => {
  fc.assert(
    fc.property(themes, themes, text, (phrases, others, comment) => {
      const alone = taxonomyOf(phrases);
      const both = { ...alone, themes: [...taxonomyOf(others, "other").themes, ...alone.themes] };
      const tags = createTagger(both).tag(comment);
      expect(tags.filter(({ theme }) => theme.startsWith("t"))).toEqual(createTagger(alone).tag(comment));
    }),
  );
});

test("a tagger tags a text as if it were its first", () => {
  fc.assert(
    fc.property(themes, fc.array(text, { maxLength: 5 }), text, (phrases, before, comment) => {
      const { tag } = createTagger(taxonomyOf(phrases));
      for (const other of before) tag(other);
      expect(tag(comment)).toEqual(createTagger(taxonomyOf(phrases)).tag(comment));
    }),
  );
});

test("tags come by start, longer first, then by theme, and survive JSON", () => {
  fc.assert(
    fc.property(themes, text, (phrases, comment) => {
      const tags = createTagger(taxonomyOf(phrases)).tag(comment);
      const sorted = tags.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.theme < b.theme ? -1 : 1));
      expect(tags).toEqual(sorted);
      expect(JSON.parse(JSON.stringify(tags))).toEqual(tags);
    }),
  );
});

/** Every phrase tried at every word, one theme after the other; words are single letters with single characters between. */
function bruteForce(phrases: Phrases, comment: string): string[] {
  const found: string[] = [];
  for (const [index, theme] of phrases.entries()) {
    const matches = theme.flatMap((found) => {
      const length = found.length;
      const starts = Array.from({ length: Math.max(0, comment.length - length + 1) }, (_, start) => start);
      return starts
        .filter((start) => start % 2 === 0 && comment.slice(start, start + length).replaceAll("-", " ") === found)
        .map((start) => ({ start, end: start + length }));
    });
    const kept: { start: number; end: number }[] = [];
    for (const match of matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
      if (kept.every(({ start, end }) => match.end <= start || end <= match.start)) kept.push(match);
    }
    found.push(...kept.map(({ start, end }) => `t${index} ${start}–${end}`));
  }
  return found.sort();
}

test("a search of every phrase at every word finds the same", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 5 });
  const vocabulary = fc.array(
    fc.array(
      letters.map((words) => words.join(" ")),
      { maxLength: 6 },
    ),
    { maxLength: 4 },
  );
  const pairs = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(" ", " ", "-", ",")), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(vocabulary, pairs, (phrases, words) => {
      const comment = words.flat().join("");
      const tags = createTagger(taxonomyOf(phrases)).tag(comment);
      expect(tags.map(({ theme, start, end }) => `${theme} ${start}–${end}`).sort()).toEqual(
        bruteForce(phrases, comment),
      );
    }),
    { numRuns: 2000 },
  );
});

test("every character of Unicode is read alike in both ways to write it", () => {
  const codes = Array.from({ length: 0x30000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const composed = codes
    .map((code) => String.fromCodePoint(code))
    .filter((character) => character.normalize("NFD") !== character);
  expect(composed.length).toBeGreaterThan(13_000);
  const { tag } = createTagger(taxonomyOf([["late", "flight", "late flight", "x"]]));
  for (const character of composed) {
    const comment = `late${character}flight x late ${character} flight x${character}`;
    const decomposed = comment.normalize("NFD");
    expect([character, gist(tag(decomposed), decomposed)]).toEqual([character, gist(tag(comment), comment)]);
  }
});
