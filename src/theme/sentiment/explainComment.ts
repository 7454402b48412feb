import { type SentimentLabel, sentimentLabel, sentimentScore } from "../sentiment.js";
import type { EvaluatedComment } from "./createCommentEvaluator.js";
import { ruleBit, type SentimentRule } from "./sentimentRule.js";
import { isKnown, unitAt } from "./unit.js";
import { NEGATOR } from "./wordMark.js";

/** What a word, or several that mean something together, counted for. */
export interface SentimentContribution {
  readonly text: string;
  /** Where it starts and ends (exclusive), in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What it says by itself, −4 to 4. */
  readonly valence: number;
  /** What it counted for. */
  readonly value: number;
  /** The rules that made one of the other. */
  readonly rules: readonly SentimentRule[];
}

/** How a score came about. */
export interface SentimentExplanation {
  readonly score: number;
  readonly label: SentimentLabel;
  readonly language: string | null;
  /** The sum of the contributions' values. */
  readonly raw: number;
  /** In the order of the text. */
  readonly contributions: readonly SentimentContribution[];
}

const ruleNames = Object.keys(ruleBit) as SentimentRule[];

/** Which words of an evaluated comment counted for how much. */
export function explainComment(text: string, { units, count, language }: EvaluatedComment): SentimentExplanation {
  const contributions: SentimentContribution[] = [];
  let hasKnown = false;
  let raw = 0;
  for (let at = 0; at < count; at++) {
    const unit = unitAt(units, at);
    const { start, end, value, weight, rules, marks } = unit;
    const { valence } = unit.meaning;
    hasKnown ||= isKnown(unit);
    if (value === 0 && (valence === 0 || rules === 0 || (marks & NEGATOR) !== 0)) continue;
    raw += value * weight;
    const changed = ruleNames.filter((rule) => (rules & ruleBit[rule]) !== 0);
    contributions.push({ text: text.slice(start, end), start, end, valence, value: value * weight, rules: changed });
  }
  const score = hasKnown ? sentimentScore(raw) : 0;
  return {
    score,
    label: hasKnown ? sentimentLabel(score) : "unknown",
    language: language !== null && hasKnown ? language.language : null,
    raw,
    contributions,
  };
}
