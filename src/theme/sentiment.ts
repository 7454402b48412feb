import type { Emotion } from "./sentimentLanguage.js";

/** How a text reads; `unknown` where nothing was recognised, or the language is none that the scorer has. */
export type SentimentLabel = "positive" | "neutral" | "negative" | "unknown";

/** A part of a text and how it reads. */
export interface SentimentSpan {
  /** Where it starts and ends (exclusive), in UTF-16 units of the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** The sum of what its words count for; no bounds. */
  readonly raw: number;
  /** −1 to 1: `raw` ÷ √(`raw`² + 15); 0 where the label is `unknown`. */
  readonly score: number;
  readonly label: SentimentLabel;
}

/** A sentence with its clauses. */
export interface SentimentSentence extends SentimentSpan {
  readonly clauses: readonly SentimentSpan[];
}

/** A feeling that a text shows. */
export interface EmotionFound {
  readonly emotion: Emotion;
  /** 0 to 1. */
  readonly intensity: number;
  /** The words that show it, as they stand in the text. */
  readonly words: readonly string[];
}

/** The short form of a sentiment. */
export interface BriefSentiment {
  /** −1 to 1; 0 where the label is `unknown`, so leave those out of averages. */
  readonly score: number;
  readonly label: SentimentLabel;
}

/** How a comment reads, as a whole and in its parts. */
export interface Sentiment extends BriefSentiment {
  /** The sum of what its words count for. */
  readonly raw: number;
  /** The code of the language that it was read in, or null. */
  readonly language: string | null;
  /** How many words were recognised, ordinary ones included. */
  readonly recognised: number;
  readonly sentences: readonly SentimentSentence[];
  /** The strongest first; among equals in the order of the names. */
  readonly emotions: readonly EmotionFound[];
}

/** Scores nearer to 0 than this are neutral. */
const NEUTRAL_BELOW = 0.1;

/** The score of a sum of word values. */
export const sentimentScore = (raw: number): number => raw / Math.sqrt(raw * raw + 15);

/** The label of a score. */
export function sentimentLabel(score: number): SentimentLabel {
  return score >= NEUTRAL_BELOW ? "positive" : score <= -NEUTRAL_BELOW ? "negative" : "neutral";
}
