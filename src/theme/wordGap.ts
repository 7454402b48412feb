import { APOSTROPHE, FULL_STOP, IGNORED, JOINER, LINE, MARK, SENTENCE_END, SLASH, SPACE } from "./characterKind.js";

// What stands between two words. All before `BROKEN` can stand within a phrase.
/** Nothing, or nothing that a reader sees: between an emoji and a word, or two words of a script without spaces. */
export const NOTHING = 0;
/** White space in a line. */
const SPACES = 1;
/** White space with the end of one line. */
const LINE_END = 2;
/** One hyphen or the like. */
const JOINED = 3;
/** One full stop, which ends a sentence if anything but a word follows. */
const STOPPED = 4;
/** More than that: a comma, three dots. */
export const BROKEN = 5;
/** The end of a sentence, or a blank line. */
export const ENDED = 6;

/**
 * What stands between two words, with one more character.
 *
 * @param gap What stood there so far.
 * @param kind The kind of the character, one that begins no word.
 * @returns One of the constants of this file.
 */
export function wordGap(gap: number, kind: number): number {
  if (gap === ENDED || kind === IGNORED || kind === MARK) return gap;
  switch (kind) {
    case SENTENCE_END:
      return ENDED;
    case SPACE:
      if (gap === STOPPED) return ENDED;
      return gap === NOTHING ? SPACES : gap === JOINED ? BROKEN : gap;
    case LINE:
      if (gap === STOPPED || gap === LINE_END) return ENDED;
      return gap === NOTHING || gap === SPACES ? LINE_END : BROKEN;
    case FULL_STOP:
      return gap === NOTHING ? STOPPED : BROKEN;
    case JOINER:
    case APOSTROPHE:
    case SLASH:
      return gap === NOTHING ? JOINED : BROKEN;
    default:
      return gap === STOPPED ? ENDED : BROKEN;
  }
}
