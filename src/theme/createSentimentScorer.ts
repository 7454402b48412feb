import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { english } from "./english/english.js";
import { checkLanguages } from "./sentiment/checkLanguages.js";
import { commentSentiment } from "./sentiment/commentSentiment.js";
import { createCommentEvaluator, type EvaluatedComment } from "./sentiment/createCommentEvaluator.js";
import { explainComment, type SentimentExplanation } from "./sentiment/explainComment.js";
import { ruleBit, type SentimentRule } from "./sentiment/sentimentRule.js";
import { isKnown } from "./sentiment/unit.js";
import { type BriefSentiment, type Sentiment, sentimentLabel, sentimentScore } from "./sentiment.js";
import type { SentimentLanguage } from "./sentimentLanguage.js";

/** Options of {@link createSentimentScorer}. */
export interface SentimentOptions {
  /** The languages that comments may be in; each is an export of its own. @defaultValue [english] */
  readonly languages?: readonly SentimentLanguage[];
  /** Your own words, or words that follow each other, with their valence, −4 to 4; they take precedence over the languages'. */
  readonly lexicon?: Readonly<Record<string, number>>;
  /** Your own patterns, in the notation of {@link SentimentLanguage}: `{ "never|not to be seen again": -3 }`. */
  readonly idioms?: Readonly<Record<string, number>>;
  /** Your own patterns that negate. */
  readonly negators?: readonly string[];
  /** Names that say nothing, though their words might: `["Best Buy", "Delight Air"]`. Names behind @ never count. */
  readonly ignore?: readonly string[];
  /** Rules to leave out. */
  readonly without?: readonly SentimentRule[];
}

/** Reads comments; the same text always reads the same. */
export interface SentimentScorer {
  /**
   * How a comment reads, as a whole, in every sentence and clause, and with what feelings.
   *
   * @throws A {@link CxError} `invalid-value` when `text` is not a string.
   */
  (text: string): Sentiment;
  /** Only the score and the label, in less time. */
  readonly brief: (text: string) => BriefSentiment;
  /** Which words counted for how much, and which rules changed them. */
  readonly explain: (text: string) => SentimentExplanation;
}

/**
 * Reads how customers feel, by words that can be looked up and rules that can be named. It learns nothing and asks nobody, so
 * every score can be checked: see `explain`.
 *
 * **Score and label.** Every word or idiom has a valence from −4 to 4; rules change it (the list is {@link SentimentRule}); the
 * sum s becomes the score s ÷ √(s² + 15), from −1 to 1. From 0.1 on a text is `positive`, from −0.1 down `negative`, else
 * `neutral`: its words balance, or it holds only facts and questions. It is `unknown`, with a score of 0, where no word at all was
 * recognised or the text is in none of the languages: leave it out of averages. Longer texts get scores nearer to the ends,
 * since feelings add up.
 *
 * **Parts.** A sentence ends at . ! ? or a new line; a clause ends within it at other punctuation, at "but" and the like, and
 * at "and" before a new subject. The parts have scores of their own, and {@link sentimentAt} gives that of a tag.
 *
 * **What never counts.** Names behind @, addresses of web pages, and the names in `ignore`.
 *
 * @param options Languages, your own words, and names to ignore. The lists are read once.
 * @returns The scorer: a function of a text, with `brief` and `explain`. Building it takes a while, so use one for many texts.
 * All of its functions take time linear in the text.
 * @throws A {@link CxError} `invalid-option` when an option is unknown or a valence is not from −4 to 4,
 * `invalid-definition` when a language or a pattern contradicts itself.
 *
 * @example
 * ```ts
 * import { createSentimentScorer } from "cxkit";
 *
 * const score = createSentimentScorer({ lexicon: { "legroom like a limousine": 3 }, ignore: ["Delight Air"] });
 * score.brief("No issues at all."); // => { label: "positive", score: 0.5…, … }
 * score.brief("It is not working.").label; // => "negative"
 * score.brief("Which gate does Delight Air use?").label; // => "neutral"
 * score.brief("Das Essen war kalt und der Kellner nicht nett.").label; // => "unknown"
 *
 * const { sentences } = score("Love the app but the checkout keeps crashing.");
 * sentences[0]?.clauses.map(({ start, label }) => [start, label]); // => [[0, "positive"], [13, "negative"]]
 *
 * score.explain("Not a good meal, I think.").contributions;
 * // => [{ text: "good", start: 6, end: 10, valence: 2.4, value: -2, rules: ["negation"] }]
 * ```
 *
 * @see The manner of valences, and s ÷ √(s² + 15), are those of Hutto and Gilbert (2014), "VADER", ICWSM; words, idioms and
 * rules are cxkit's own.
 */
export function createSentimentScorer(options: SentimentOptions = {}): SentimentScorer {
  checkOptions("createSentimentScorer", options, ["languages", "lexicon", "idioms", "negators", "ignore", "without"]);
  const { languages = [english], lexicon = {}, idioms = {}, negators = [], ignore = [], without = [] } = options;
  checkLanguages("createSentimentScorer", languages);
  for (const own of [lexicon, idioms]) {
    if (Object(own) !== own) {
      throw new CxError("invalid-option", "createSentimentScorer requires lexicon and idioms as objects", own);
    }
  }
  for (const valence of [...Object.values(lexicon), ...Object.values(idioms)]) {
    if (!(typeof valence === "number" && valence >= -4 && valence <= 4)) {
      throw new CxError("invalid-option", "createSentimentScorer requires valences from -4 to 4", valence);
    }
  }
  for (const list of [negators, ignore, without]) {
    if (!Array.isArray(list) || !list.every((word) => typeof word === "string")) {
      throw new CxError("invalid-option", "createSentimentScorer requires negators, ignore and without as lists", list);
    }
  }
  let rules = -1;
  for (const rule of without) {
    checkChoice("a rule of createSentimentScorer", rule, Object.keys(ruleBit));
    rules &= ~ruleBit[rule];
  }
  const evaluate = createCommentEvaluator(languages, { lexicon, idioms, negators, ignore }, rules);

  function read(text: string): EvaluatedComment {
    if (typeof text !== "string") throw new CxError("invalid-value", "a sentiment scorer requires a string", text);
    return evaluate(text);
  }

  function brief(text: string): BriefSentiment {
    const { units, count } = read(text);
    let raw = 0;
    let hasKnown = false;
    for (let at = 0; at < count; at++) {
      const unit = units[at];
      if (unit === undefined) continue;
      raw += unit.value * unit.weight;
      hasKnown ||= isKnown(unit);
    }
    const score = sentimentScore(raw);
    return hasKnown ? { score, label: sentimentLabel(score) } : { score: 0, label: "unknown" };
  }

  return Object.assign((text: string) => commentSentiment(text, read(text)), {
    brief,
    explain: (text: string) => explainComment(text, read(text)),
  });
}
