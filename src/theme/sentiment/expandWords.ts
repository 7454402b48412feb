import { CxError } from "../../error/cxError.js";

/**
 * All forms of words that are written with their endings: "lov/e happy" gives love, loves, loved, loving and happy, if the
 * endings of e are "e es ed ing".
 *
 * @param words Words parted by white space or `|`.
 * @param endings By name the endings, parted by spaces; `-` stands for none.
 * @throws A CxError `invalid-definition` when a word names endings that are not there.
 */
export function expandWords(words: string, endings: Readonly<Record<string, string>>): string[] {
  return words.split(/[\s|]/).flatMap((word) => {
    const [stem = "", name] = word.split("/");
    if (name === undefined) return stem === "" ? [] : [stem];
    const known = Object.hasOwn(endings, name) ? endings[name] : undefined;
    if (known === undefined) throw new CxError("invalid-definition", "a language requires endings by their name", word);
    return known.split(" ").map((ending) => stem + (ending === "-" ? "" : ending));
  });
}
