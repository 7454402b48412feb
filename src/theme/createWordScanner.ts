import { APOSTROPHE, COMMA, DIGIT, FULL_STOP, IGNORED, LETTER, MARK, SYMBOL, UNSPACED } from "./characterKind.js";
import { createCharacterTable, EXPANSION } from "./createCharacterTable.js";
import { BROKEN, ENDED, NOTHING, wordGap } from "./wordGap.js";

/** A word of a text. A scanner uses one object for all of them: read it while it is visited, do not keep it. */
export interface Word {
  /** Where it starts in the text, in UTF-16 units. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
  /** Whether it can follow the word before it in a phrase, by what stands between the two. */
  follows: boolean;
  /** Whether a sentence begins with it. */
  opens: boolean;
  /** How many code points it folds to. */
  length: number;
  /** A hash of all that it folds to. */
  hash: number;
  /** The code points that it folds to, as many as were asked for; only the first `length` are of this word. */
  readonly codes: number[];
}

/**
 * Finds the words of a text, in order and in time linear in its length.
 *
 * @param text Any text.
 * @param longest The most code points that are wanted of a word; the rest are only counted.
 * @param visit Called with each word.
 * @returns Whether the text could be one phrase: nothing in it keeps its words apart.
 */
export type WordScanner = (text: string, longest: number, visit: (word: Word) => void) => boolean;

/** The most that is given to the segmenter at once, in UTF-16 units: it takes time quadratic in what it is given. */
const SEGMENTED = 500;

const ZERO_WIDTH_JOINER = 0x200d;

/** Half a flag: two of these make one emoji. */
const isFlagHalf = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;

const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);

// As a method of the text it would be looked up at every character, once texts of many representations have come by; as a constant
// of every scanner it would no longer be known to be this function, once there are several.
const charCodeAt = /* @__PURE__ */ (() => String.prototype.charCodeAt)();
const unitAt = (text: string, at: number): number => charCodeAt.call(text, at);

/** A new scanner. It remembers the characters that it has met, so one should serve many texts. */
export function createWordScanner(): WordScanner {
  const { look, latin, expansions } = createCharacterTable();
  const word: Word = { start: 0, end: 0, follows: false, opens: false, length: 0, hash: 0, codes: [] };
  let text = "";
  let size = 0;
  let longest = 0;
  let segmenter: Intl.Segmenter | undefined;

  /** The code point at a place; past the end 0, which belongs to no word. */
  function codeAt(at: number): number {
    if (at >= size) return 0;
    const unit = unitAt(text, at);
    return (unit & 0xfc00) === 0xd800 ? (text.codePointAt(at) ?? unit) : unit;
  }

  const kindAt = (at: number): number => look(codeAt(at)) & 15;

  function begin(start: number): void {
    word.start = start;
    word.end = start;
    word.length = 0;
    word.hash = 0;
  }

  function spell(folded: number): void {
    if (folded >= EXPANSION) {
      for (const code of expansions[folded - EXPANSION] ?? []) spell(code);
      return;
    }
    if (word.length < longest) word.codes[word.length] = folded;
    word.length += 1;
    word.hash = Math.imul(word.hash ^ folded, 0x01000193);
  }

  /** Whether the apostrophe there is that of "n't", without which "can't" would contain "can". */
  function isNegation(at: number): boolean {
    const after = kindAt(at + 2);
    return /^n.t$/iu.test(text.slice(at - 1, at + 2)) && (after < MARK || after > DIGIT);
  }

  /** Reads letters and digits; returns where the first character stands that does not belong to the word. */
  function readLetters(start: number): number {
    const { codes } = word;
    let length = 0;
    let hash = 0;
    let at = start;
    // Most words are only this: ASCII letters, which fold to one letter each.
    for (; at < size; at++) {
      const unit = unitAt(text, at);
      const entry = unit < 0x80 ? latin[unit] || look(unit) : 0;
      if ((entry & 15) !== LETTER) break;
      const folded = entry >> 4;
      if (length < longest) codes[length] = folded;
      length += 1;
      hash = Math.imul(hash ^ folded, 0x01000193);
    }
    word.start = start;
    word.end = at;
    word.length = length;
    word.hash = hash;
    let before = LETTER;
    for (;;) {
      const code = codeAt(at);
      const entry = look(code);
      const kind = entry & 15;
      if (kind === LETTER || kind === DIGIT) spell(entry >> 4);
      else if (kind >= FULL_STOP && kind <= COMMA && before === DIGIT && kindAt(at + 1) === DIGIT) spell(code);
      else if (kind === APOSTROPHE && isNegation(at)) spell(0x27);
      else if (kind !== MARK && kind !== IGNORED) return at;
      at += widthOf(code);
      if (kind !== IGNORED) word.end = at;
      before = kind;
    }
  }

  /** Reads a symbol with all that is drawn as one sign with it: variants, the other half of a flag, joined emoji. */
  function readSymbol(start: number): number {
    begin(start);
    const first = codeAt(start);
    spell(look(first) >> 4);
    let at = start + widthOf(first);
    if (isFlagHalf(first) && isFlagHalf(codeAt(at))) {
      spell(codeAt(at));
      at += 2;
    }
    for (;;) {
      const kind = kindAt(at);
      if (kind === MARK) at += widthOf(codeAt(at));
      else if (codeAt(at) === ZERO_WIDTH_JOINER && kindAt(at + 1) === SYMBOL) {
        spell(ZERO_WIDTH_JOINER);
        spell(look(codeAt(at + 1)) >> 4);
        at += 1 + widthOf(codeAt(at + 1));
      } else break;
    }
    word.end = at;
    return at;
  }

  /** Reads what is written without spaces, or the next piece of it, and visits the words that the segmenter sees. */
  function readUnspaced(start: number, visit: (word: Word) => void): number {
    let at = start;
    let kind = kindAt(at);
    while (at - start < SEGMENTED && (kind === UNSPACED || kind === MARK || kind === IGNORED)) {
      at += widthOf(codeAt(at));
      kind = kindAt(at);
    }
    // The language makes no difference to these scripts; naming one keeps that of the machine out.
    segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
    const segments = [...segmenter.segment(text.slice(start, at))];
    // The last word may go on behind the piece: it is left for the next one.
    const cut = at - start >= SEGMENTED && segments.length > 1 ? segments.pop() : undefined;
    for (const { index, segment } of segments) {
      begin(start + index);
      for (let place = word.start; place < start + index + segment.length; place += widthOf(codeAt(place))) {
        const entry = look(codeAt(place));
        if ((entry & 15) === UNSPACED) spell(entry >> 4);
        if ((entry & 15) !== IGNORED) word.end = place + widthOf(codeAt(place));
      }
      if (word.length === 0) continue;
      visit(word);
      word.follows = true;
      word.opens = false;
    }
    return cut === undefined ? at : start + cut.index;
  }

  return (given, wanted, visit) => {
    text = given;
    size = given.length;
    longest = wanted;
    let gap = NOTHING;
    let isOnePiece = true;
    let at = 0;
    while (at < size) {
      const unit = unitAt(text, at);
      const code = unit < 256 ? unit : codeAt(at);
      const kind = (latin[code] || look(code)) & 15;
      if (kind < LETTER) {
        gap = wordGap(gap, kind);
        at += widthOf(code);
        continue;
      }
      word.follows = gap < BROKEN;
      word.opens = gap === ENDED;
      isOnePiece &&= word.follows;
      if (kind === UNSPACED) at = readUnspaced(at, visit);
      else {
        at = kind === SYMBOL ? readSymbol(at) : readLetters(at);
        visit(word);
      }
      gap = NOTHING;
    }
    // Kept any longer, it could keep alive the whole file that it was cut from.
    text = "";
    return isOnePiece && gap < BROKEN;
  };
}
