import { checkOptions, refuseOption } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import type { Tagger } from "./createTagger.js";
import type { BriefSentiment } from "./sentiment.js";
import { taggedThemes } from "./taggedThemes.js";
import type { TextFeatures } from "./textVector.js";

/** Options of {@link createTextFeatures}. */
export interface TextFeatureOptions {
  /**
   * A sentiment scorer: its score, and whether its label is positive, negative or unknown. One with `brief` is asked for that.
   * @defaultValue none
   */
  readonly scorer?: ((text: string) => BriefSentiment) & {
    /** The same, quicker. */
    readonly brief?: (text: string) => BriefSentiment;
  };
  /** A tagger: 1 for every theme that a text is about, and all that this is a part of. @defaultValue none */
  readonly tagger?: Tagger;
  /**
   * Whether to tell what words leave out: whether a text has a question mark, one exclamation mark or more, a run of dots, a word in
   * capitals, an address of a page, a hashtag. @defaultValue false
   */
  readonly marks?: boolean;
}

// Each alternative takes at most a few characters from its start, so none can backtrack.
const marks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["mark: question", /[?？؟]/],
  ["mark: exclamation", /[!！]/],
  ["mark: exclamations", /[!！]{2}/],
  ["mark: dots", /\.\.|…/],
  ["mark: capitals", /\p{Lu}{3}/u],
  ["mark: address", /https?:\/\//i],
  ["mark: hashtag", /#[\p{L}\p{N}]/u],
];

/**
 * What rules say of a text, as figures for a model to learn from beside the words: so that a classifier starts from what a sentiment
 * scorer and a taxonomy know, and learns from your coding where they are wrong for you. Give it as `features` to `fitTextClassifier`
 * and `crossValidate`, and an equal one to whatever applies the model.
 *
 * @param options A scorer, a tagger, marks: any of them.
 * @returns A function from a text to its figures, all from −1 to 1. Their names begin with "sentiment: ", "theme: " and "mark: "; spread
 * the result to add your own.
 * @throws A {@link CxError} `invalid-option` when an option is unknown or of the wrong kind, or none is given.
 *
 * @example
 * ```ts
 * import { createSentimentScorer, createTagger, createTextFeatures, fitTextClassifier, modelScorer } from "cxkit";
 *
 * const tagger = createTagger({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] });
 * const features = createTextFeatures({ scorer: createSentimentScorer(), tagger, marks: true });
 * features("LATE and awful!"); // => { "sentiment: score": -0.8…, "sentiment: negative": 1, "theme: late": 1, "mark: capitals": 1, … }
 *
 * const examples = ["so good", "lovely", "so bad", "awful"].map((text, i) => ({ text, label: i < 2 ? "positive" : "negative" }));
 * const score = modelScorer(fitTextClassifier(examples, { features }), { features });
 * score.brief("It was horrible").label; // => "negative"
 * ```
 */
export function createTextFeatures(options: TextFeatureOptions): TextFeatures {
  checkOptions("createTextFeatures", options, ["scorer", "tagger", "marks"]);
  const { scorer, tagger, marks: hasMarks = false } = options;
  if (scorer !== undefined && typeof scorer !== "function") {
    refuseOption("createTextFeatures requires scorer to be a function of a text", scorer);
  }
  if (tagger !== undefined && typeof tagger?.tag !== "function") {
    refuseOption("createTextFeatures requires tagger to have a function tag", tagger);
  }
  if (typeof hasMarks !== "boolean") refuseOption("createTextFeatures requires marks to be true or false", hasMarks);
  if (scorer === undefined && tagger === undefined && !hasMarks) {
    refuseOption("createTextFeatures requires a scorer, a tagger or marks", options);
  }
  const read = scorer?.brief ?? scorer;
  return (text) => {
    const found: [name: string, value: number][] = [];
    if (read !== undefined) {
      const { score, label } = read(text);
      found.push(["sentiment: score", score]);
      if (label !== "neutral") found.push([`sentiment: ${label}`, 1]);
    }
    for (const theme of taggedThemes(tagger?.tag(text) ?? [])) found.push([`theme: ${theme}`, 1]);
    if (hasMarks) for (const [name, pattern] of marks) if (pattern.test(text)) found.push([name, 1]);
    return Object.fromEntries(found);
  };
}
