import { APOSTROPHE, IGNORED, JOINER, LINE, MARK, POINT, SPACE } from "./characterKind.js";

// What stands between two words. All but the last can stand within a phrase.
/** Nothing, or nothing that a reader sees: between an emoji and a word, or two words of a script without spaces. */
export const NOTHING = 0;
/** White space in a line. */
const SPACES = 1;
/** White space with the end of one line. */
const LINE_END = 2;
/** One hyphen or the like. */
const JOINED = 3;
/** More than that: a comma, the end of a sentence, a blank line. */
export const BROKEN = 4;

/**
 * What stands between two words, with one more character.
 *
 * @param gap What stood there so far.
 * @param kind The kind of the character, one that begins no word.
 * @returns One of the constants of this file.
 */
export function wordGap(gap: number, kind: number): number {
  switch (kind) {
    case IGNORED:
    case MARK:
      return gap;
    case SPACE:
      return gap === NOTHING ? SPACES : gap === JOINED ? BROKEN : gap;
    case LINE:
      return gap === NOTHING || gap === SPACES ? LINE_END : BROKEN;
    case JOINER:
    case APOSTROPHE:
    case POINT:
      return gap === NOTHING ? JOINED : BROKEN;
    default:
      return BROKEN;
  }
}
