import type { WordMark } from "../sentimentLanguage.js";

/** A bit for each mark, so that the marks of a word are one number. */
export const wordMark: Readonly<Record<WordMark, number>> = {
  function: 1 << 0,
  subject: 1 << 1,
  link: 1 << 2,
  contrast: 1 << 3,
  concession: 1 << 4,
  hypothetical: 1 << 5,
  former: 1 << 6,
  hope: 1 << 7,
  condition: 1 << 8,
  why: 1 << 9,
  request: 1 << 10,
  courtesy: 1 << 11,
  praise: 1 << 12,
  irony: 1 << 26,
  wait: 1 << 13,
  duration: 1 << 14,
  short: 1 << 15,
  quick: 1 << 16,
  count: 1 << 17,
  contact: 1 << 18,
  still: 1 << 19,
  again: 1 << 20,
  resolved: 1 << 21,
  excess: 1 << 22,
  stars: 1 << 23,
  outOf: 1 << 24,
  after: 1 << 25,
};

/** What a scorer adds to the marks: the word negates. */
export const NEGATOR: number = 1 << 27;
/** It strengthens or weakens. */
export const INTENSIFIER: number = 1 << 28;
/** It means the same in every language, and no negation reaches it: an emoji, a rating. */
export const SIGN: number = 1 << 29;
/** It is the user's own, and no pattern of the language that the same words match adds to it. */
export const OWN: number = 1 << 30;
