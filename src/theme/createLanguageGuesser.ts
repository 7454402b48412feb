import { checkLanguages } from "./sentiment/checkLanguages.js";
import { createCommentEvaluator } from "./sentiment/createCommentEvaluator.js";
import type { SentimentLanguage } from "./sentimentLanguage.js";

/**
 * Tells in which of some languages comments are, by the short words that every text has ("the", "der", "les"), which are
 * weighed against those of some twenty other languages. It is what {@link createSentimentScorer} goes by.
 *
 * @param languages The languages to tell apart, 1 to 8.
 * @returns A function of a text. It gives the code of the language, or `"unknown"` for any other one, for another alphabet and
 * for texts without a word that it knows. A single word can belong to several languages ("service"): then the first that has
 * it is taken.
 * @throws A CxError `invalid-option` when there is no language, or more than 8.
 *
 * @example
 * ```ts
 * import { createLanguageGuesser, english, german } from "cxkit";
 *
 * const languageOf = createLanguageGuesser([english, german]);
 * languageOf("The parcel never came."); // => "en"
 * languageOf("Das Paket kam nie an."); // => "de"
 * languageOf("Le colis n'est jamais arrivé."); // => "unknown"
 * ```
 */
export function createLanguageGuesser(languages: readonly SentimentLanguage[]): (text: string) => string {
  checkLanguages("createLanguageGuesser", languages);
  const evaluate = createCommentEvaluator(languages, { lexicon: {}, idioms: {}, negators: [], ignore: [] }, 0);
  return (text) => evaluate(text).language?.language ?? "unknown";
}
