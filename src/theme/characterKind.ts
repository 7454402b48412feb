// What a character does to the words of a text. From `LETTER` on, a character begins a word.

/** Ends a phrase: nearly all punctuation, and control characters. */
const BREAK = 1;
/** Ends a sentence, whatever follows: ! and ? and their like. */
export const SENTENCE_END = 2;
/** White space; also # and @, which only mark the word behind them, and the underscore. */
export const SPACE = 3;
/** The end of a line. */
export const LINE = 4;
/** May stand alone between two words: "no-show". */
export const JOINER = 5;
/** A joiner, unless it belongs to a negation: "don't". */
export const APOSTROPHE = 6;
/** A joiner, unless it belongs to a number ("booking.com", but "4.5"), or ends a sentence. */
export const FULL_STOP = 7;
/** A joiner, unless it belongs to a number: "pick/up", but "24/7". */
export const SLASH = 8;
/** A break, unless it belongs to a number: "late, flight", but "1,000" and "12:30". */
export const COMMA = 9;
/** Not seen by a reader: the soft hyphen, marks of writing direction; also ® and the like. */
export const IGNORED = 10;
/** Belongs to the character before it and makes no difference: accents, skin tones. */
export const MARK = 11;
/** Part of a word. */
export const LETTER = 12;
/** Part of a word, where full stops, slashes and commas can belong to the word as well. */
export const DIGIT = 13;
/** A word by itself: emoji, currencies, & % +. */
export const SYMBOL = 14;
/** Part of a word in a script that puts no spaces between words. */
export const UNSPACED = 15;

// Each of these is tried on one character only, so none can backtrack.
const kinds: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [APOSTROPHE, /['‘’‛′ʼ`´＇]/u],
  [FULL_STOP, /\./u],
  [SLASH, /\//u],
  [SENTENCE_END, /[!?。！？؟।\u2029]/u],
  [COMMA, /[,:]/u],
  [JOINER, /[-‐‑–－·་]/u],
  [IGNORED, /[®™℠ـ]/u],
  [LINE, /[\n\u0085\u2028]/u],
  [SPACE, /[\p{White_Space}\u200b#@_＿]/u],
  // Japanese marks for a voiced or long sound: they make another letter, as no accent does, and have no script.
  [UNSPACED, /[\u3099\u309a\uff9e\uff9fーｰ]/u],
  [
    MARK,
    /(?=\p{M})[\p{sc=Inherited}\p{sc=Common}\p{sc=Arabic}\p{sc=Hebrew}]|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u,
  ],
  [DIGIT, /\p{Nd}/u],
  [
    UNSPACED,
    /(?=[\p{L}\p{M}\p{N}])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u,
  ],
  [LETTER, /[\p{L}\p{M}\p{N}]/u],
  [SYMBOL, /[&%+$]|(?=[^\0-\x7f])[\p{Sc}\p{Sm}\p{So}\p{Extended_Pictographic}]/u],
  [IGNORED, /\p{Cf}/u],
];

/**
 * What a character does to the words of a text.
 *
 * @param character One code point. A composed one is judged by its first part, so that both ways to write it are alike.
 * @returns One of the constants of this file.
 */
export function characterKind(character: string): number {
  const base = String.fromCodePoint(character.normalize("NFD").codePointAt(0) ?? 0);
  return kinds.find(([, pattern]) => pattern.test(base))?.[0] ?? BREAK;
}
