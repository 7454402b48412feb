import type { Meaning } from "./compiledLanguage.js";
import { NEGATOR, SIGN } from "./wordMark.js";

/** What stands before a unit: nothing that parts it from the last, or the end of a part of a sentence, or of a sentence. */
export const COMMA = 1;
export const CLAUSE = 2;
export const SENTENCE = 3;

/**
 * A word, or several that mean something together, with what the rules make of it. Units are used again for the next text:
 * read them, do not keep them.
 */
export interface Unit {
  start: number;
  end: number;
  /** The number of the word, or -1. */
  word: number;
  /** What parts it from the unit before: 0, or one of the constants of this file. */
  parted: number;
  /** Whether it starts with a digit. */
  isNumber: boolean;
  /** How many exclamation and question marks follow it. */
  exclaims: number;
  asks: number;
  /** Written with a letter three times or more: "soooo". */
  stretched: boolean;
  /** The words in it that say how much, such as 4 and 5 in "4 out of 5"; NaN where there is none. */
  first: number;
  last: number;
  /** What it says by itself, and the marks of that. */
  meaning: Readonly<Meaning>;
  marks: number;
  /** What the rules have made of it so far, and which (bits of sentimentRule). */
  value: number;
  rules: number;
  /** What the value counts for in the whole comment, beside a contrast. */
  weight: number;
  /** The clause that it is in, counted from 0. */
  clause: number;
}

const nothing: Readonly<Meaning> = { valence: 0, negated: 0, factor: 1, marks: 0, emotions: 0 };

/** A unit that means nothing yet. */
export function emptyUnit(): Unit {
  return {
    start: 0,
    end: 0,
    word: -1,
    parted: 0,
    isNumber: false,
    exclaims: 0,
    asks: 0,
    stretched: false,
    first: Number.NaN,
    last: Number.NaN,
    meaning: nothing,
    marks: 0,
    value: 0,
    rules: 0,
    weight: 1,
    clause: 0,
  };
}

/** Gives a unit a meaning; undefined for none. */
export function setMeaning(unit: Unit, meaning: Readonly<Meaning> = nothing): void {
  unit.meaning = meaning;
  unit.marks = meaning.marks;
  unit.value = (meaning.marks & NEGATOR) === 0 ? meaning.valence : 0;
  unit.rules = 0;
  unit.weight = 1;
}

/** Whether the language knows a unit. */
export const isKnown = (unit: Unit): boolean => unit.meaning !== nothing;

/** Makes a unit a sign of a fixed valence: an emoji, a rating. */
export const setSign = (unit: Unit, valence: number): void =>
  setMeaning(unit, { valence, negated: valence, factor: 1, marks: SIGN, emotions: 0 });

const beyond: Unit = { ...emptyUnit(), parted: SENTENCE };

/** The unit at a place; outside the text one that means nothing. */
export const unitAt = (units: readonly Unit[], at: number): Unit => units[at] ?? beyond;
