/** German is data alone: the same rules read it. */
import { createSentimentScorer, english, german } from "cxkit";
import { expect, test } from "vitest";
import { idiomReadings } from "./englishSentences.js";
import { readings } from "./germanSentences.js";

const score = createSentimentScorer({ languages: [german] });
const both = createSentimentScorer({ languages: [english, german] });

test("German sentences are read as a customer means them", () => {
  expect(readings.length).toBeGreaterThanOrEqual(40);
  expect(readings.map(([text]) => `${text} → ${score.brief(text).label}`)).toEqual(
    readings.map(([text, label]) => `${text} → ${label}`),
  );
});

test("with both languages each sentence is read in its own", () => {
  const languages = readings.filter(([text]) => !/\d/.test(text)).map(([text]) => both(text).language);
  expect(languages.filter((language) => language === "de").length / languages.length).toBeGreaterThan(0.95);
  expect(idiomReadings.map(([text]) => `${text} → ${both.brief(text).label}`)).toEqual(
    idiomReadings.map(([text, label]) => `${text} → ${label}`),
  );
});

test("the clauses of a German sentence are told apart", () => {
  const text = "Das Zimmer war schön, aber das Bad war dreckig.";
  const clauses = score(text).sentences.flatMap((sentence) => sentence.clauses);
  expect(clauses.map(({ start, end, label }) => [text.slice(start, end), label])).toEqual([
    ["Das Zimmer war schön", "positive"],
    ["aber das Bad war dreckig", "negative"],
  ]);
});
