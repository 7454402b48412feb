/** A feeling that {@link SentimentLanguage} lists words for. */
export type Emotion = "joy" | "gratitude" | "anger" | "frustration" | "disappointment" | "confusion" | "urgency";

/**
 * What words can be besides good or bad, as the rules of a sentiment scorer ask for it.
 *
 * | mark | words such as |
 * |---|---|
 * | `function` | the, of, and: they tell the language, and a negation reaches over them |
 * | `subject` | I, the, my: what a clause begins with, after a comma or "and" |
 * | `link` | and, or: what is said before them holds behind them |
 * | `contrast` | but: what follows weighs more than what came before |
 * | `concession` | although: what follows weighs less |
 * | `hypothetical` | would be, could be: what is praised behind them is missing |
 * | `former` | used to be, supposed to: what is praised behind them is no more, or never was |
 * | `hope` | hope, want: what stands behind them is not there yet |
 * | `condition` | if, unless |
 * | `why` | why: a question that complains |
 * | `request` | please, can you: praise in such a sentence is politeness |
 * | `courtesy` | thanks: no praise beside a request or a complaint |
 * | `praise` | great: sarcastic where it stands alone before a complaint |
 * | `irony` | thanks for, love how: sarcastic with a complaint behind them |
 * | `wait` | waiting, on hold, since: they make a time span a complaint |
 * | `duration` | 45 minutes, for hours |
 * | `short` | minutes, seconds: a handful of them is no wait |
 * | `quick` | only, within: they make a time span a compliment |
 * | `count` | third time, twice |
 * | `contact` | called, emailed: counted, they are a complaint |
 * | `still` | still, yet |
 * | `again` | again, another; and oh great, which is no praise before them |
 * | `resolved` | fixed, refunded: they take back the problem named beside them |
 * | `excess` | too: before any adjective a complaint |
 * | `stars` | 4 stars |
 * | `outOf` | 4 out of 5 |
 * | `after` | at all, a lot: they can strengthen or weaken the word before them |
 */
export type WordMark =
  | "function"
  | "subject"
  | "link"
  | "contrast"
  | "concession"
  | "hypothetical"
  | "former"
  | "hope"
  | "condition"
  | "why"
  | "request"
  | "courtesy"
  | "praise"
  | "irony"
  | "wait"
  | "duration"
  | "short"
  | "quick"
  | "count"
  | "contact"
  | "still"
  | "again"
  | "resolved"
  | "excess"
  | "stars"
  | "outOf"
  | "after";

/**
 * A language as a sentiment scorer needs it: data only, so that another one costs no code.
 *
 * **Words** are written with their endings: with `endings: { e: "e es ed ing" }`, `lov/e` stands for love, loves, loved and
 * loving. **Patterns** are words that follow each other, parted by commas in a list: `nothing to complain about`. In a
 * pattern `a|b` is one of the two, `a?` may be left out, `{problem}` is any word of that class, `*` is any word. The
 * class `number` also holds whatever starts with a digit.
 */
export interface SentimentLanguage {
  /** Its code: "en". */
  readonly language: string;
  /** By name the endings that a word can have, parted by spaces; a `-` alone stands for none. */
  readonly endings: Readonly<Record<string, string>>;
  /**
   * Letters that make another word of it ("schon" and "schön"), with what else they may be written as; all other accents make
   * no difference. @defaultValue none
   */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Words that patterns speak of together. `number` must be in the order of the numbers, from zero. */
  readonly classes: Readonly<Record<string, string>>;
  /**
   * A line for each valence, −4 to 4, with its words: `3 amaz/ing perfect`. A second number is the valence when negated:
   * `0/-2 work/v` says nothing in "it works", and −2 in "does not work".
   */
  readonly lexicon: string;
  /** Patterns with a valence of their own, line by line: `2: nothing to complain about, hard to beat`. */
  readonly idioms: string;
  /** Patterns that negate, each line with its valence where there is nothing to negate: `-0.5: not, no`. */
  readonly negators: string;
  /** Patterns that strengthen or weaken, each line with the factor: `1.4: very, so`. */
  readonly intensifiers: string;
  /** Patterns by what they are besides. */
  readonly marks: Readonly<Record<WordMark, string>>;
  /** Words by feeling, with endings. */
  readonly emotions: Readonly<Record<Emotion, string>>;
  /** How many words of meaning a negation reaches over: to those behind it and, if it finds none there, to those before. */
  readonly negationReach: { readonly forward: number; readonly backward: number };
  /** Words that keep their full stop within a sentence: Mr.; and such as "no.", where it is not the whole sentence. */
  readonly abbreviations: string;
}
