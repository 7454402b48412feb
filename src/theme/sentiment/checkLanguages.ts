import { CxError } from "../../error/cxError.js";

/** The most languages at once; telling them apart takes a bit for each. */
const MOST_LANGUAGES = 8;

/** Refuses what is no list of languages. */
export function checkLanguages(name: string, languages: unknown): void {
  const isList = Array.isArray(languages) && languages.length > 0 && languages.length <= MOST_LANGUAGES;
  if (!isList || !languages.every((language) => typeof language?.lexicon === "string")) {
    throw new CxError(
      "invalid-option",
      `${name} requires 1 to ${MOST_LANGUAGES} languages, such as english`,
      languages,
    );
  }
}
