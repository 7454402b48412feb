import { describe, expect, test } from "vitest";
import { language } from "../../../src/schema/field/language.js";
import { issuesOf } from "../issuesOf.js";

describe("a language", () => {
  test("is a BCP 47 tag, kept as it was written", () => {
    for (const tag of ["de", "pt-BR", "zh-Hant-TW", "EN-gb", "und"]) expect(language.parse(tag)).toBe(tag);
  });

  test("is refused where it is no tag", () => {
    for (const tag of ["", "en_GB", "e", "English (UK)", 3, null, ["en"]]) {
      expect(issuesOf(language, tag)).toEqual([
        { path: [], message: "requires a BCP 47 language tag, such as de or pt-BR" },
      ]);
    }
  });
});
