import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { createSentimentScorer, createTextFeatures, fitTextClassifier, modelScorer } from "cxkit";
import { expect, test } from "vitest";
import { labelScores } from "../../src/theme/labelScores.js";

const file = new URL("../../../shared/data/text/airline_tweets_even.csv", import.meta.url);

test.skipIf(!existsSync(file))(
  "a model that starts from a scorer reads tweets to airlines better than the words or the scorer alone (skipped where ../shared/data is absent)",
  () => {
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
    const coded = rows.map(({ text = "", airline_sentiment: label = "" }) => ({ text, label }));
    const learnt = coded.filter((_, i) => i % 2 === 0);
    const held = coded.filter((_, i) => i % 2 === 1);
    const macroF1 = (scorer: { brief: (text: string) => { label: string } }): number =>
      labelScores(
        held.map(({ label }) => [label]),
        held.map(({ text }) => [scorer.brief(text).label.replace("unknown", "neutral")]),
      ).macro.f1;

    const scorer = createSentimentScorer();
    const features = createTextFeatures({ scorer, marks: true });
    const both = macroF1(modelScorer(fitTextClassifier(learnt, { features, classWeights: "balanced" }), { features }));
    expect(both).toBeGreaterThan(0.75);
    expect(both).toBeGreaterThan(macroF1(modelScorer(fitTextClassifier(learnt))) + 0.03);
    expect(both).toBeGreaterThan(macroF1(scorer) + 0.03);
  },
);
