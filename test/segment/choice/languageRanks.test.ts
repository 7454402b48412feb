import { describe, expect, test } from "vitest";
import { languageRanks, readLanguage } from "../../../src/segment/choice/languageRanks.js";

/** The languages that suit a reader, best first. */
function bestFirst(read: string | null, languages: (string | null)[], everybody: string[] = []): (string | null)[] {
  const ranks = languageRanks(languages, read, everybody);
  return languages
    .map((language, i) => [ranks[i] ?? null, language] as const)
    .filter(([rank]) => rank !== null)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, language]) => language);
}

describe("languageRanks", () => {
  test("a reader of pt-BR gets pt-BR, what is more specific, then pt, never pt-PT or another language", () => {
    expect(bestFirst("pt-br", ["en", "pt", "pt-pt", "pt-br-abl1943", "pt-br"])).toEqual([
      "pt-br",
      "pt-br-abl1943",
      "pt",
    ]);
  });

  test("tags are cut as RFC 4647 does it: zh-Hant-CN-x-private1-private2 down to zh, single letters with what they introduce", () => {
    const all = [
      "zh",
      "zh-hant",
      "zh-hant-cn-x",
      "zh-hant-cn",
      "zh-hans",
      "zh-hant-cn-x-private1",
      "zh-hant-cn-x-private1-private2",
    ];
    expect(bestFirst("zh-hant-cn-x-private1-private2", all)).toEqual([
      "zh-hant-cn-x-private1-private2",
      "zh-hant-cn-x-private1",
      "zh-hant-cn",
      "zh-hant",
      "zh",
    ]);
  });

  test("a reader of de gets de-CH, and nothing whose tag only begins with the same letters", () => {
    expect(bestFirst("de", ["de-ch", "den", "del-x"])).toEqual(["de-ch"]);
  });

  test("what has no language comes after the reader's own, and before what everybody is expected to read", () => {
    expect(bestFirst("fi", ["en-gb", null, "fi", "sv", "fr"], ["sv", "en"])).toEqual(["fi", null, "sv", "en-gb"]);
  });

  test("of a reader of whom nothing is known all suit, the languages of everybody first", () => {
    expect(bestFirst(null, ["fr", "en", null], ["en"])).toEqual([null, "en", "fr"]);
  });

  test("a tag is read whatever its case, and what is none is refused", () => {
    expect(readLanguage("pt-BR", "invalid-value")).toBe("pt-br");
    for (const wrong of ["pt_BR", "", "p", "de-", "deutschland", "de-abcdefghi", 7, null]) {
      expect(() => readLanguage(wrong, "invalid-value")).toThrow("requires a BCP 47 language tag such as pt-BR");
    }
  });
});
