import { CxError } from "../../error/cxError.js";

/** A language tag in small letters. Throws `invalid-value` or another code for what cannot be one. */
export function readLanguage(
  language: unknown,
  code: "invalid-value" | "invalid-option" | "invalid-definition",
): string {
  if (typeof language === "string" && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language)) return language.toLowerCase();
  throw new CxError(code, "choose requires a BCP 47 language tag such as pt-BR", language);
}

/** A tag and what remains when it is cut from its end, best first: pt-br, pt. A single letter goes with what it introduces. */
function shortened(language: string): string[] {
  const tags = [language];
  const parts = language.split("-");
  while (parts.length > 1) {
    parts.pop();
    if (parts.length > 1 && parts.at(-1)?.length === 1) parts.pop();
    tags.push(parts.join("-"));
  }
  return tags;
}

/** How near a language is to the one that is read; 0 is the very same, null not near at all. */
function distance(language: string, read: string): number | null {
  if (language === read) return 0;
  if (language.startsWith(`${read}-`)) return 1;
  const cut = shortened(read).indexOf(language);
  return cut < 0 ? null : cut + 1;
}

/**
 * How well each language suits a reader, the least best; null where it does not. First the reader's own by the lookup of RFC 4647, and
 * what is more specific than it; then what has no language (null); then the languages that everybody is expected to read. Of a reader of
 * whom nothing is known, all are suitable.
 */
export function languageRanks(
  languages: readonly (string | null)[],
  read: string | null,
  everybody: readonly string[],
): (number | null)[] {
  // Tags have fewer parts than this.
  const far = 1000;
  return languages.map((language) => {
    if (language === null) return far;
    const own = read === null ? null : distance(language, read);
    if (own !== null) return own;
    const shared = everybody.findIndex((each) => distance(language, each) !== null);
    if (shared >= 0) return 2 * far + shared * far + (distance(language, everybody[shared] ?? "") ?? 0);
    return read === null ? Number.MAX_SAFE_INTEGER : null;
  });
}
