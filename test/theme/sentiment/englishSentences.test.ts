/** Hard sentences, rule by rule: what only the rule gets right, and what it must leave alone. */
import { createSentimentScorer, type SentimentRule } from "cxkit";
import { describe, expect, test } from "vitest";
import { casesByRule, clauseReadings, idiomReadings } from "./englishSentences.js";

const score = createSentimentScorer();
const labelsOf = (scorer: typeof score, texts: readonly (readonly [string, string])[]) =>
  texts.map(([text]) => `${text} → ${scorer.brief(text).label}`);
const wanted = (texts: readonly (readonly [string, string])[]) => texts.map(([text, label]) => `${text} → ${label}`);

describe.each(Object.keys(casesByRule) as SentimentRule[])("the rule %s", (rule) => {
  const { needs, leaves } = casesByRule[rule];
  const without = createSentimentScorer({ without: [rule] });

  test("reads what nothing else would", () => {
    expect(labelsOf(score, needs)).toEqual(wanted(needs));
  });
  test("is what reads it: without the rule every one is read otherwise", () => {
    expect(needs.filter(([text, label]) => without.brief(text).label === label)).toEqual([]);
  });
  test("leaves other sentences as they are", () => {
    expect(labelsOf(score, leaves)).toEqual(wanted(leaves));
    expect(labelsOf(without, leaves)).toEqual(wanted(leaves));
  });
});

test("idioms, plain facts and single words are read as a customer means them", () => {
  expect(labelsOf(score, idiomReadings)).toEqual(wanted(idiomReadings));
});

test.each(clauseReadings)("%s", (text, clauses) => {
  const found = score(text).sentences.flatMap((sentence) => sentence.clauses);
  expect(found.map(({ start, end, label }) => [text.slice(start, end), label])).toEqual(clauses);
});

test("there are at least 150 of these sentences", () => {
  const byRule = Object.values(casesByRule).flatMap(({ needs, leaves }) => [...needs, ...leaves]);
  expect(byRule.length + idiomReadings.length + clauseReadings.length).toBeGreaterThan(200);
});
