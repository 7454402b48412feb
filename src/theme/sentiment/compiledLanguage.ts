import type { Emotion, SentimentLanguage } from "../sentimentLanguage.js";
import type { Step } from "./patternNode.js";
import type { SealedPatterns } from "./sealPatterns.js";

/** What a word or a pattern means. */
export interface Meaning {
  /** −4 to 4; for a negator what it is worth where it has nothing to negate. */
  valence: number;
  /** The valence when negated. */
  negated: number;
  /** What an intensifier multiplies by. */
  factor: number;
  /** Bits of wordMark. */
  marks: number;
  /** Bits by the order of {@link emotionNames}. */
  emotions: number;
}

export const emotionNames: readonly Emotion[] = [
  "joy",
  "gratitude",
  "anger",
  "frustration",
  "disappointment",
  "confusion",
  "urgency",
];

/** A language, ready to be looked up by the numbers of words. */
export interface CompiledLanguage {
  readonly language: string;
  readonly negationReach: SentimentLanguage["negationReach"];
  /** By the number of a word what it means alone. */
  readonly meanings: readonly (Meaning | undefined)[];
  readonly tree: SealedPatterns;
  /** By the number of a word the nodes that the patterns that it can begin have got to. */
  readonly beginnings: readonly (readonly number[] | undefined)[];
  /** Whether some pattern can begin with a word and a second one, at the {@link pairSlot} of the two; some others as well. */
  readonly pairs: Uint8Array;
  /** The same for whatever starts with a digit. */
  readonly beginningsOfNumbers: readonly number[];
  /** By the number of a word the steps of the classes that it is in. */
  readonly classes: readonly (readonly Step[] | undefined)[];
  readonly numberStep: Step;
  /** What the patterns mean, by the numbers in the tree. */
  readonly patterns: readonly Meaning[];
  /** All words that it has, by their numbers. */
  readonly words: ReadonlySet<number>;
  /** Words that keep their full stop within a sentence. */
  readonly abbreviations: ReadonlySet<number>;
  /** How much the words for numbers count. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** How many slots for pairs of words there are. */
export const PAIRS: number = 1 << 16;

/** Where two words that can begin a pattern are noted. */
export const pairSlot = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) + second) & (PAIRS - 1);

/** What a user adds to a language. */
export interface OwnWords {
  readonly lexicon: Readonly<Record<string, number>>;
  readonly idioms: Readonly<Record<string, number>>;
  readonly negators: readonly string[];
  readonly ignore: readonly string[];
}
