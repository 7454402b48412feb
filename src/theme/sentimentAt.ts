import { type BriefSentiment, type Sentiment, sentimentLabel, sentimentScore } from "./sentiment.js";

/**
 * How the clauses read that a part of a comment is in, so that a tag gets the sentiment of what is said about it and not
 * that of the whole comment.
 *
 * @param sentiment What the scorer made of the comment.
 * @param start Where the part starts, in UTF-16 units of the text: the `start` of a {@link Tag}.
 * @param end Where it ends, exclusive.
 * @returns The score of the clauses that the part touches, taken together; `unknown` where it touches none, or none of
 * their words was recognised.
 *
 * @example
 * ```ts
 * import { createSentimentScorer, createTagger, sentimentAt } from "cxkit";
 *
 * const themes = [
 *   { id: "app", name: "App", phrases: ["app"] },
 *   { id: "checkout", name: "Checkout", phrases: ["checkout"] },
 * ];
 * const { tag } = createTagger({ id: "shop", version: "1", themes });
 * const score = createSentimentScorer();
 *
 * const text = "Love the app but the checkout keeps crashing.";
 * const sentiment = score(text);
 * tag(text).map(({ theme, start, end }) => [theme, sentimentAt(sentiment, start, end).label]);
 * // => [["app", "positive"], ["checkout", "negative"]]
 * ```
 */
export function sentimentAt(sentiment: Sentiment, start: number, end: number): BriefSentiment {
  let raw = 0;
  let isKnown = false;
  for (const sentence of sentiment.sentences) {
    for (const clause of sentence.clauses) {
      if (clause.end <= start || clause.start >= end) continue;
      raw += clause.raw;
      isKnown ||= clause.label !== "unknown";
    }
  }
  const score = isKnown ? sentimentScore(raw) : 0;
  return { score, label: isKnown ? sentimentLabel(score) : "unknown" };
}
