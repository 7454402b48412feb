/**
 * A rule that changes what words say, or finds what they do not say.
 *
 * | rule | as in |
 * |---|---|
 * | `negation` | not good, no issues, not working |
 * | `intensity` | very good, a bit slow |
 * | `hypothetical` | could be better, used to be good, I hope it is good, if it is good |
 * | `question` | is it any good? |
 * | `request` | please send me a good one |
 * | `courtesy` | thanks, beside a request or a complaint |
 * | `sarcasm` | great, another delay; thanks for ruining it |
 * | `resolution` | the problem was fixed |
 * | `waiting` | 45 minutes on hold; done in 5 minutes |
 * | `counting` | the third time I called |
 * | `excess` | too small |
 * | `contrast` | the app is good, but the checkout is not |
 * | `emphasis` | GOOD, good!!!, goooood |
 * | `rating` | 1 star, 10/10, 2 out of 5 |
 * | `emoji` | 👍 :-( |
 */
export type SentimentRule =
  | "negation"
  | "intensity"
  | "hypothetical"
  | "question"
  | "request"
  | "courtesy"
  | "sarcasm"
  | "resolution"
  | "waiting"
  | "counting"
  | "excess"
  | "contrast"
  | "emphasis"
  | "rating"
  | "emoji";

/** A bit for each rule, so that the rules that have changed a value are one number. */
export const ruleBit: Readonly<Record<SentimentRule, number>> = {
  negation: 1 << 0,
  intensity: 1 << 1,
  hypothetical: 1 << 2,
  question: 1 << 3,
  request: 1 << 4,
  courtesy: 1 << 5,
  sarcasm: 1 << 6,
  resolution: 1 << 7,
  waiting: 1 << 8,
  counting: 1 << 9,
  excess: 1 << 10,
  contrast: 1 << 11,
  emphasis: 1 << 12,
  rating: 1 << 13,
  emoji: 1 << 14,
};
