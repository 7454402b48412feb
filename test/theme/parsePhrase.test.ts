import { describePhrase, parsePhrase } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const words = (text: string) => ({
  kind: "words",
  words: text.split(" ").map((word) => ({ text: word, match: "word" })),
});

describe("a phrase is read", () => {
  test("with NEAR before AND and NOT, and these before OR", () => {
    expect(parsePhrase("a OR b AND c NEAR/2 d NOT e")).toEqual({
      kind: "or",
      parts: [
        words("a"),
        {
          kind: "not",
          wanted: {
            kind: "and",
            parts: [words("b"), { kind: "near", left: words("c"), right: words("d"), distance: 2 }],
          },
          unwanted: words("e"),
        },
      ],
    });
  });
  test("with words in quotes and beginnings of words among plain ones", () => {
    expect(parsePhrase('my "late AND" deliver*')).toEqual({
      kind: "words",
      words: [
        { text: "my", match: "word" },
        { text: "late", match: "exact" },
        { text: "AND", match: "exact" },
        { text: "deliver", match: "stem" },
      ],
    });
  });
  test("or refused with the place of the fault, whatever it is: nothing else is ever thrown", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      '"',
      "*",
      "AND",
      "OR",
      "NOT",
      "NEAR/2",
      "NEAR",
      "late",
      "é",
      " ",
      "😡",
      ",",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
        try {
          const phrase = some.join(" ");
          expect(JSON.parse(JSON.stringify(parsePhrase(phrase)))).toEqual(parsePhrase(phrase));
          expect(describePhrase(phrase)).toContain("“");
        } catch (error) {
          expect(error).toMatchObject({
            code: "invalid-definition",
            message: expect.stringMatching(/at character \d+/),
          });
        }
      }),
    );
  });
  test("as a text only", () => {
    expect(() => parsePhrase(5 as unknown as string)).toThrow("parsePhrase requires a text, received 5");
  });
});

test.each([
  ["late flight", "“late flight”"],
  ["my deliver*", "“my” followed by a word that begins with “deliver”"],
  ["a AND b AND c", "“a” and “b” and “c” in one sentence"],
  ["(a OR b) NEAR/1 c", "(“a” or “b”) and “c” in one sentence with at most 1 word between"],
  ["a NOT (b AND c)", "“a” in a sentence without (“b” and “c” in one sentence)"],
])("%s is described", (phrase, described) => {
  expect(describePhrase(phrase)).toBe(described);
});
