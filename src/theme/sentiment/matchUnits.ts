import { type CompiledLanguage, type Meaning, pairSlot } from "./compiledLanguage.js";
import { ANY } from "./patternNode.js";
import { ratingValence } from "./ratingValence.js";
import { ENDS, OPEN } from "./sealPatterns.js";
import { setMeaning, setSign, type Unit, unitAt } from "./unit.js";
import { OWN, SIGN, wordMark } from "./wordMark.js";

const { stars, outOf, duration, short, irony } = wordMark;
/** Marks of patterns whose numbers matter. */
const NUMERIC = stars | outOf | duration | short;

/** Gives units their meaning in one language. */
export type UnitMatcher = (text: string, units: Unit[], count: number) => number;

/**
 * Gives every unit its meaning in a language, and puts words that mean something together into one unit: of the patterns
 * that begin at a word the longest.
 *
 * @param language The language.
 * @param withRatings Whether "5/10" and "2 stars" count.
 * @returns A function of the words of a text, one unit each, and how many they are; it moves what is put together up, and
 * returns how many are left.
 */
export function matchUnits(language: CompiledLanguage, withRatings: boolean): UnitMatcher {
  const { meanings, beginnings, beginningsOfNumbers, classes, numberStep, pairs, tree, patterns, numbers } = language;
  const { meanings: endings, ways } = tree;
  let units: Unit[] = [];
  let count = 0;
  let end = 0;
  let found: Meaning | undefined;

  /** Follows the patterns from a node on; the longest that ends is left in `end` and `found`. */
  function follow(node: number, at: number): void {
    const ending = endings[node] ?? -1;
    if (ending !== -1 && at > end) {
      end = at;
      found = patterns[ending];
    } else if (ending !== -1 && at === end && found !== undefined) {
      found = both(found, patterns[ending]);
    }
    const way = ways[node];
    if (at >= count || way === ENDS) return;
    const unit = unitAt(units, at);
    if (unit.parted !== 0 || unit.marks === SIGN) return;
    if (unit.word !== -1) step(node, unit.word, at);
    if (way !== OPEN) return;
    const inClasses = unit.word === -1 ? undefined : classes[unit.word];
    if (inClasses !== undefined) for (const inClass of inClasses) step(node, inClass, at);
    if (unit.isNumber) step(node, numberStep, at);
    step(node, ANY, at);
  }

  /** A quick look at two words, which spares most of them the way through the tree. */
  function canGoOn(first: Unit, at: number): boolean {
    const second = unitAt(units, at);
    if (at >= count || second.parted !== 0 || second.marks === SIGN) return false;
    if (first.isNumber || second.isNumber || pairs[pairSlot(first.word, ANY)] === 1) return true;
    return second.word !== -1 && pairs[pairSlot(first.word, second.word)] === 1;
  }

  function step(node: number, by: number, at: number): void {
    const next = tree.next(node, by);
    if (next !== 0) follow(next, at + 1);
  }

  function numberOf(text: string, unit: Unit): number {
    if (!unit.isNumber) return unit.word === -1 ? Number.NaN : (numbers.get(unit.word) ?? Number.NaN);
    return Number.parseFloat(text.slice(unit.start, Math.min(unit.end, unit.start + 12)).replace(",", "."));
  }

  /** The first and the last number among the units from one place to another. */
  function readNumbers(text: string, unit: Unit, from: number, to: number): void {
    unit.first = Number.NaN;
    for (let at = from; at < to; at++) {
      const number = numberOf(text, unitAt(units, at));
      if (Number.isNaN(number)) continue;
      if (Number.isNaN(unit.first)) unit.first = number;
      unit.last = number;
    }
  }

  /** Takes the units behind one, up to the end of its pattern, into it. */
  function join(text: string, unit: Unit, at: number): void {
    if (found !== undefined && (found.marks & NUMERIC) !== 0) readNumbers(text, unit, at, end);
    for (let part = at + 1; part < end; part++) {
      const more = unitAt(units, part);
      unit.exclaims += more.exclaims;
      unit.asks += more.asks;
      unit.stretched ||= more.stretched;
      unit.end = more.end;
    }
  }

  return (text, given, size) => {
    units = given;
    count = size;
    let left = 0;
    for (let at = 0; at < count; ) {
      const unit = unitAt(units, at);
      end = at + 1;
      if (unit.marks !== SIGN) {
        found = undefined;
        const nodes = unit.isNumber ? beginningsOfNumbers : unit.word === -1 ? undefined : beginnings[unit.word];
        if (nodes !== undefined && canGoOn(unit, at + 1)) for (const node of nodes) follow(node, at + 1);
        const meaning = found ?? (unit.word === -1 ? undefined : meanings[unit.word]);
        if (found !== undefined) join(text, unit, at);
        const valence = withRatings && (unit.isNumber || found !== undefined) ? ratingOf(text, unit, meaning) : null;
        if (valence === null) setMeaning(unit, meaning);
        else {
          setSign(unit, valence);
          // "Five stars for losing it."
          unit.marks |= (meaning?.marks ?? 0) & irony;
        }
      }
      // The two change places, so that no unit is lost to later texts.
      if (left !== at) {
        units[at] = unitAt(units, left);
        units[left] = unit;
      }
      left++;
      at = end;
    }
    return left;
  };
}

/** What two patterns mean that the same words match, one of them by their classes. */
function both(first: Meaning, second: Meaning | undefined): Meaning {
  if (second === undefined || second === first || (first.marks & OWN) !== 0) return first;
  const worth = first.valence === 0 ? second : first;
  return { ...worth, marks: first.marks | second.marks, emotions: first.emotions | second.emotions };
}

function hasSlash(text: string, { start, end }: Unit): boolean {
  for (let at = start; at < end && at < start + 12; at++) if (text.charCodeAt(at) === 0x2f) return true;
  return false;
}

function ratingOf(text: string, unit: Unit, meaning: Meaning | undefined): number | null {
  const marks = meaning === undefined ? 0 : meaning.marks;
  if ((marks & stars) !== 0) return ratingValence(unit.first, 5);
  if ((marks & outOf) !== 0) return ratingValence(unit.first, unit.last);
  if (!unit.isNumber) return null;
  if (!hasSlash(text, unit)) return null;
  const slash = text.slice(unit.start, Math.min(unit.end, unit.start + 12)).split("/");
  if (slash.length !== 2) return null;
  const [given = "", most = ""] = slash;
  const isScale = most === "5" || most === "10" || most === "100";
  return isScale ? ratingValence(Number(given.replace(",", ".")), Number(most)) : null;
}
