import {
  createSentimentScorer,
  fitTextClassifier,
  type ModelScorerOptions,
  modelScorer,
  rateMetric,
  type TextModel,
  themeReport,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const coded = [
  ...["late again", "rude and late", "cold food again"].map((text) => ({ text, label: "negative" })),
  ...["which gate", "gate seven please", "please tell the time"].map((text) => ({ text, label: "neutral" })),
  ...["thank you", "thank the driver", "lovely driver"].map((text) => ({ text, label: "positive" })),
];
const model = fitTextClassifier(coded, { minimumCount: 1 });
const score = modelScorer(model);

describe("a model as a sentiment scorer", () => {
  test("reads the texts that it was learnt from as they were coded", () => {
    for (const { text, label } of coded) expect(score.brief(text).label).toBe(label);
  });
  test("scores what the labels are worth on average by their probabilities", () => {
    const { score: value, probabilities } = score("late, thank you");
    const { positive = 0, negative = 0 } = probabilities;
    expect(value).toBeCloseTo(positive - negative, 12);
  });
  test("stays between -1 and 1, agrees with its brief form, and never throws", () => {
    const words = fc.constantFrom("late", "gate", "thank", "driver", "🙂", "xyz");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((some) => some.join(" ")),
        ),
        (text) => {
          const { score: value, label } = score(text);
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(score.brief(text)).toEqual({ score: value, label });
        },
      ),
      { numRuns: 100 },
    );
  });
  test("does not know a text without a word that it knows", () => {
    expect(score("Bonjour")).toMatchObject({ score: 0, label: "unknown", recognised: 0 });
    expect(score.brief("")).toEqual({ score: 0, label: "unknown" });
  });
  test("takes labels of any name, each with what it is worth", () => {
    const stars = coded.map(({ text, label }) => ({
      text,
      label: label === "negative" ? "1" : label === "neutral" ? "3" : "5",
    }));
    const rated = modelScorer(fitTextClassifier(stars, { minimumCount: 1 }), { values: { 1: -1, 3: 0, 5: 0.5 } });
    expect(coded.map(({ text }) => rated.brief(text).label)).toEqual(coded.map(({ label }) => label));
    expect(rated.brief("thank you").score).toBeLessThan(0.5);
  });
  test("stands where a scorer stands in a theme report", () => {
    const taxonomy = { id: "t", version: "1", themes: [{ id: "driver", name: "Driver", phrases: ["driver"] }] };
    const rows = coded.map(({ text }) => ({ text }));
    const metric = rateMetric(() => true);
    const feeling =
      (scorer: Pick<ReturnType<typeof createSentimentScorer>, "brief">) =>
      ({ text }: { text: string }): number | null => {
        const { score: value, label } = scorer.brief(text);
        return label === "unknown" ? null : value;
      };
    const by = (sentiment: (row: { text: string }) => number | null) =>
      themeReport(rows, { taxonomy, text: (row) => row.text, metric, sentiment }).themes[0]?.sentiment?.value ?? 0;
    expect(by(feeling(score))).toBeGreaterThan(0);
    expect(by(feeling(createSentimentScorer()))).toBeGreaterThan(0);
  });
});

describe("what makes no sense is refused", () => {
  const stars = fitTextClassifier([
    { text: "a a", label: "1" },
    { text: "b b", label: "5" },
  ]);
  const lists = fitTextClassifier([{ text: "a", labels: ["negative"] }]);
  test.each<[string, TextModel, object]>([
    ['a value from -1 to 1 for the label "1"', stars, {}],
    ['a value from -1 to 1 for the label "5"', stars, { values: { 1: -1 } }],
    ['a value from -1 to 1 for the label "5"', stars, { values: { 1: -1, 5: 2 } }],
    ["can value the labels 1, 5", stars, { values: { 1: -1, 5: 1, 3: 0 } }],
    ["one label a text", lists, {}],
    ["an option of modelScorer", model, { value: {} }],
    ["a model of fitTextClassifier", {} as TextModel, {}],
  ])("%s", (message, some, options) => {
    expect(() => modelScorer(some, options as ModelScorerOptions)).toThrow(message);
  });
  test("a text that is none", () => {
    expect(() => score(5 as unknown as string)).toThrow("requires a string");
  });
});
