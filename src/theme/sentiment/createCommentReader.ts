import type { Vocabulary } from "../createVocabulary.js";
import { createWordScanner, type Word, type WordScanner } from "../createWordScanner.js";
import type { AsciiWords } from "./createAsciiWords.js";
import { emoticonAt } from "./emoticonAt.js";
import { CLAUSE, COMMA, emptyUnit, SENTENCE, setSign, type Unit } from "./unit.js";

/** Splits a text into units of a word each. */
export interface CommentReader {
  /** The units of the text that was read last; only the first `count` are of it. */
  readonly units: Unit[];
  /** Reads a text and returns how many units it has. */
  readonly read: (text: string) => number;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
/** Letters, digits and the underscore: what can be in a name behind @. */
const isNamePart = (unit: number): boolean =>
  isDigit(unit) || isUpper(unit) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f || unit > 0x7f;

/** The h of https, the w of www. */
const isAddressStart = (unit: number): boolean => (unit | 0x20) === 0x68 || (unit | 0x20) === 0x77;

/** Words longer than this are not looked at for letters that are repeated. */
const LONGEST_STRETCHED = 40;

/**
 * A reader of comments. Names behind @ and addresses of pages are left out: they are nobody's opinion.
 *
 * @param scan Finds the words.
 * @param vocabulary Knows them.
 * @param ascii Finds and knows those of ASCII texts.
 * @param respell Writes words as the languages know them, where that is not how they stand.
 * @param signs By the numbers of words the valence of emoji.
 * @param abbreviations The numbers of words that keep their full stop, and whether they are a sentence when alone.
 * @param withEmoticons Whether :-) counts.
 */
export function createCommentReader(
  scan: WordScanner,
  vocabulary: Vocabulary,
  ascii: AsciiWords,
  respell: (text: string) => string | null,
  signs: ReadonlyMap<number, number>,
  abbreviations: ReadonlyMap<number, boolean>,
  withEmoticons: boolean,
): CommentReader {
  const units: Unit[] = [];
  const rescan = createWordScanner();
  const addresses = ["http", "https", "www"].map((word) => {
    let id = -1;
    scan(word, Number.POSITIVE_INFINITY, (found) => {
      id = vocabulary.find(found);
    });
    return id;
  });
  let text = "";
  let count = 0;
  let readUpTo = 0;
  let parted = SENTENCE;

  function nextUnit(start: number, end: number): Unit {
    let unit = units[count];
    if (unit === undefined) {
      unit = emptyUnit();
      units.push(unit);
    }
    count++;
    unit.start = start;
    unit.end = end;
    unit.word = -1;
    unit.exclaims = 0;
    unit.asks = 0;
    unit.stretched = false;
    unit.marks = 0;
    return unit;
  }

  /** A sign belongs to the sentence before it: "Great! :-)". */
  function addSign(start: number, end: number, valence: number): Unit {
    const unit = nextUnit(start, end);
    unit.parted = count === 1 ? SENTENCE : 0;
    unit.isNumber = false;
    setSign(unit, valence);
    return unit;
  }

  const part = (by: number): void => {
    if (by > parted) parted = by;
  };

  /** Reads what stands between two words. */
  function readGap(from: number, to: number): void {
    let stops = 0;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const last = units[count - 1];
      if (unit === 0x20) continue;
      if (unit === 0x21 || unit === 0x3f) {
        if (last !== undefined && unit === 0x21) last.exclaims++;
        if (last !== undefined && unit === 0x3f) last.asks++;
        part(SENTENCE);
      } else if (unit === 0x2e) {
        // More than one full stop is a pause: "great... another delay".
        stops++;
        if (stops === 1 && parted < CLAUSE && isSentenceEnd(at)) parted = SENTENCE;
        else if (stops === 2 && parted === SENTENCE && last !== undefined && last.exclaims + last.asks === 0)
          parted = CLAUSE;
      } else if (unit === 0x2c) part(COMMA);
      else if (unit === 0x0a || unit === 0x0d) part(isNewLine(at) ? SENTENCE : 0);
      else if (unit === 0x2d || unit === 0x2013 || unit === 0x2014) {
        const isDash = unit === 0x2014 || at === from || text.charCodeAt(at - 1) === 0x20;
        if (isDash && to - from > 1) part(CLAUSE);
      } else if (unit === 0x3a || unit === 0x3b || unit === 0x3d || unit === 0x3c || unit === 0x28) {
        const emoticon = withEmoticons ? emoticonAt(text, at) : null;
        if (emoticon !== null) {
          addSign(at, emoticon.end, emoticon.valence);
          at = emoticon.end - 1;
          readUpTo = emoticon.end;
        } else if (unit !== 0x3d && unit !== 0x3c) part(CLAUSE);
      } else if (unit === 0x29 || unit === 0x2026) part(CLAUSE);
      else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f) part(SENTENCE);
    }
  }

  /** A full stop right before a letter ends a sentence only as in "late.Never again", not as in "booking.com". */
  function isSentenceEnd(at: number): boolean {
    const last = units[count - 1];
    const after = text.charCodeAt(at + 1);
    if (last !== undefined && abbreviations.has(last.word) && last.end === at) {
      const canAnswer = abbreviations.get(last.word) === true && last.parted === SENTENCE;
      if (!canAnswer || isDigit(after === 0x20 ? text.charCodeAt(at + 2) : after)) return false;
    }
    return !isNamePart(after) || isUpper(after);
  }

  /** Whether a new line begins something new, and is not just where the writer's window ended. */
  function isNewLine(at: number): boolean {
    let after = at + 1;
    while (text.charCodeAt(after) === 0x20) after++;
    const unit = text.charCodeAt(after);
    return !(unit >= 0x61 && unit <= 0x7a);
  }

  function visit(start: number, end: number, known: number): void {
    if (start < readUpTo) return;
    if (start > readUpTo) {
      if (start - readUpTo > 1 || text.charCodeAt(readUpTo) !== 0x20) readGap(readUpTo, start);
      if (start < readUpTo) return;
      if (text.charCodeAt(start - 1) === 0x40) {
        readUpTo = end;
        while (isNamePart(text.charCodeAt(readUpTo))) readUpTo++;
        return;
      }
    }
    readUpTo = end;
    const first = text.charCodeAt(start);
    if (isAddressStart(first) && addresses.includes(known) && /[:.]/.test(text.charAt(end))) {
      while (readUpTo < text.length && !/\s/.test(text.charAt(readUpTo))) readUpTo++;
      return;
    }
    const valence = known === -1 || first < 0x100 ? undefined : signs.get(known);
    if (valence !== undefined) {
      addSign(start, end, valence).word = known;
      return;
    }
    const squeezed = known === -1 && end - start > 3 ? squeeze(start, end) : -1;
    const unit = nextUnit(start, end);
    unit.word = squeezed === -1 ? known : squeezed;
    unit.parted = parted;
    unit.isNumber = isDigit(first);
    unit.stretched = squeezed !== -1;
    parted = 0;
  }

  /** The number of a word written with a letter three times or more, "sooo" or "gooood"; -1 where there is none. */
  function squeeze(start: number, end: number): number {
    let hasRun = false;
    for (let at = start + 2; at < end && !hasRun; at++) {
      const unit = text.charCodeAt(at) | 0x20;
      hasRun = unit === (text.charCodeAt(at - 1) | 0x20) && unit === (text.charCodeAt(at - 2) | 0x20);
    }
    if (!hasRun || end - start > LONGEST_STRETCHED) return -1;
    const word = text.slice(start, end).toLowerCase();
    for (const shorter of [word.replace(/(.)\1{2,}/gu, "$1$1"), word.replace(/(.)\1+/gu, "$1")]) {
      const id = idOf(respell(shorter) ?? shorter);
      if (id !== -1) return id;
    }
    return -1;
  }

  function idOf(word: string): number {
    let id = -1;
    rescan(word, vocabulary.longest(), (found) => {
      id = vocabulary.find(found);
    });
    return id;
  }

  function visitFound(word: Word): void {
    const respelt = hasAscii(word) ? null : respell(text.slice(word.start, word.end));
    const id = respelt === null ? -1 : idOf(respelt);
    visit(word.start, word.end, id === -1 ? vocabulary.find(word) : id);
  }

  /** Whether a word is spelt in ASCII alone. */
  function hasAscii({ start, end }: Word): boolean {
    for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return false;
    return true;
  }

  function read(given: string): number {
    text = given;
    count = 0;
    readUpTo = 0;
    parted = SENTENCE;
    if (/[^\0-\x7f]/.test(given)) scan(given, vocabulary.longest(), visitFound);
    else ascii.read(given, visit);
    readGap(readUpTo, given.length);
    // Kept any longer, it could keep alive the whole file that it was cut from.
    text = "";
    return count;
  }

  return { units, read };
}
