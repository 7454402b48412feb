import {
  type EmotionFound,
  type Sentiment,
  type SentimentSentence,
  type SentimentSpan,
  sentimentLabel,
  sentimentScore,
} from "../sentiment.js";
import { emotionNames } from "./compiledLanguage.js";
import type { EvaluatedComment } from "./createCommentEvaluator.js";
import { ruleBit } from "./sentimentRule.js";
import { isKnown, type Unit, unitAt } from "./unit.js";

/** What an evaluated comment says, as plain data. */
export function commentSentiment(text: string, comment: EvaluatedComment): Sentiment {
  const { units, count, sentences, language } = comment;
  const found = sentences.map((from, index) => sentenceOf(units, from, sentences[index + 1] ?? count));
  let raw = 0;
  let recognised = 0;
  // In one go, as the short form does, so that the two agree to the last bit.
  for (let at = 0; at < count; at++) {
    const unit = unitAt(units, at);
    raw += unit.value * unit.weight;
    if (isKnown(unit)) recognised++;
  }
  const hasKnown = recognised > 0;
  const score = hasKnown ? sentimentScore(raw) : 0;
  return {
    score,
    label: hasKnown ? sentimentLabel(score) : "unknown",
    raw,
    language: language !== null && hasKnown ? language.language : null,
    recognised,
    sentences: found,
    emotions: emotionsOf(text, comment),
  };
}

function sentenceOf(units: readonly Unit[], from: number, to: number): SentimentSentence {
  const clauses: SentimentSpan[] = [];
  for (let start = from; start < to; ) {
    const { clause } = unitAt(units, start);
    let end = start + 1;
    while (end < to && unitAt(units, end).clause === clause) end++;
    clauses.push(spanOf(units, start, end, (unit) => unit.value));
    start = end;
  }
  return { ...spanOf(units, from, to, (unit) => unit.value * unit.weight), clauses };
}

function spanOf(units: readonly Unit[], from: number, to: number, worthOf: (unit: Unit) => number): SentimentSpan {
  let raw = 0;
  let hasKnown = false;
  for (let at = from; at < to; at++) {
    const unit = unitAt(units, at);
    raw += worthOf(unit);
    hasKnown ||= isKnown(unit);
  }
  const score = sentimentScore(raw);
  return {
    start: unitAt(units, from).start,
    end: unitAt(units, to - 1).end,
    raw,
    score,
    label: hasKnown ? sentimentLabel(score) : "unknown",
  };
}

/** What a word of feeling is worth that is neither good nor bad, such as "urgent". */
const BARE = 0.4;
/** A value that shows a feeling at its fullest. */
const FULL = 5;

function emotionsOf(text: string, { units, count }: EvaluatedComment): EmotionFound[] {
  let shown = 0;
  for (let at = 0; at < count; at++) shown |= unitAt(units, at).meaning.emotions;
  if (shown === 0) return [];
  return emotionNames
    .flatMap((emotion, index): EmotionFound[] => {
      const isGood = emotion === "joy" || emotion === "gratitude";
      let calm = 1;
      const words: string[] = [];
      for (let at = 0; at < count; at++) {
        const unit = unitAt(units, at);
        if ((unit.meaning.emotions & (1 << index)) === 0) continue;
        if (unit.meaning.valence !== 0 && (isGood ? unit.value <= 0 : unit.value >= 0)) continue;
        if ((unit.rules & ruleBit.negation) !== 0) continue;
        calm *= 1 - (unit.meaning.valence === 0 ? BARE : Math.min(1, Math.abs(unit.value) / FULL));
        words.push(text.slice(unit.start, unit.end));
      }
      return words.length === 0 ? [] : [{ emotion, intensity: 1 - calm, words }];
    })
    .sort((a, b) => b.intensity - a.intensity);
}
