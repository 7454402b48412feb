import { characterKind, MARK } from "./characterKind.js";

// Letters that a reader takes for a plain one with something added, though Unicode does not take them apart.
const plainLetters: ReadonlyMap<string, string> = new Map([
  ["æ", "ae"],
  ["đ", "d"],
  ["ł", "l"],
  ["ø", "o"],
  ["œ", "oe"],
]);

/**
 * A letter or digit without what makes no difference between words: case, accents, and the width or style it is set in.
 *
 * @param character One code point.
 * @returns What it is compared by: "é" gives "e", "ß" gives "ss", "Ａ" gives "a", an accent alone gives nothing.
 */
export function foldCharacter(character: string): string {
  return (
    [...character.normalize("NFKD")]
      .filter((part) => characterKind(part) !== MARK)
      // Upper case on the way makes ß two letters and the final sigma an ordinary one, and gives the dotless ı its dot.
      .map((part) => part.toLowerCase().toUpperCase().toLowerCase())
      .map((part) => plainLetters.get(part) ?? part)
      .join("")
  );
}
