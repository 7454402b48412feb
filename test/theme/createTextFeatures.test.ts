import {
  classify,
  createSentimentScorer,
  createTagger,
  createTextFeatures,
  fitTextClassifier,
  modelScorer,
  type TextFeatureOptions,
} from "cxkit";
import { describe, expect, test } from "vitest";

const tagger = createTagger({
  id: "shop",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["courier"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late", "slow"] },
  ],
});
const scorer = createSentimentScorer();

describe("what rules say of a text", () => {
  test("is 1 for every theme and all that it is a part of", () => {
    expect(createTextFeatures({ tagger })("so slow")).toEqual({ "theme: delivery": 1, "theme: late": 1 });
    expect(createTextFeatures({ tagger })("fine")).toEqual({});
  });
  test("is the score of a scorer and its label, unless that is neutral", () => {
    const features = createTextFeatures({ scorer });
    expect(features("lovely")).toEqual({ "sentiment: score": scorer.brief("lovely").score, "sentiment: positive": 1 });
    expect(features("Which gate is it?")).toEqual({ "sentiment: score": 0 });
    expect(features("xqz")).toEqual({ "sentiment: score": 0, "sentiment: unknown": 1 });
  });
  test("is asked of the brief form where there is one, and of any function else", () => {
    const own = createTextFeatures({ scorer: () => ({ score: -0.25, label: "negative" }) });
    expect(own("x")).toEqual({ "sentiment: score": -0.25, "sentiment: negative": 1 });
  });
  test.each([
    ["why?", ["question"]],
    ["wow!", ["exclamation"]],
    ["wow!! ?", ["question", "exclamation", "exclamations"]],
    ["well...", ["dots"]],
    ["well… ok.", ["dots"]],
    ["NO way", []],
    ["ÄÖÜ", ["capitals"]],
    ["see HTTPS://a.b", ["capitals", "address"]],
    ["# 1 #win", ["hashtag"]],
    ["", []],
  ])("is the marks of %j", (text, names) => {
    expect(Object.keys(createTextFeatures({ marks: true })(text))).toEqual(names.map((name) => `mark: ${name}`));
  });
});

test("a model with rules knows words that no example holds", () => {
  const features = createTextFeatures({ tagger, scorer });
  const examples = ["late", "late late", "late again", "nice", "nice nice", "nice again"].map((text, i) => ({
    text,
    label: i < 3 ? "delivery" : "praise",
  }));
  const alone = fitTextClassifier(examples);
  const both = fitTextClassifier(examples, { features });
  expect(classify(alone, "slow").recognised).toBe(0);
  expect(classify(both, "slow", { features })).toMatchObject({ label: "delivery" });
  expect(classify(both, "wonderful", { features })).toMatchObject({ label: "praise" });
});

test("a learnt scorer can be asked in turn", () => {
  const examples = ["bad", "bad bad", "good", "good good"].map((text, i) => ({
    text,
    label: i < 2 ? "negative" : "positive",
  }));
  const learnt = modelScorer(fitTextClassifier(examples));
  expect(createTextFeatures({ scorer: learnt })("so bad")).toMatchObject({ "sentiment: negative": 1 });
});

test.each([
  ["an option of createTextFeatures", { tag: tagger }],
  ["a scorer, a tagger or marks", {}],
  ["a scorer, a tagger or marks", { marks: false }],
  ["marks to be true or false", { marks: 1 }],
  ["scorer to be a function", { scorer: {} }],
  ["tagger to have a function tag", { tagger: {} }],
])("%s are refused otherwise", (message, options) => {
  expect(() => createTextFeatures(options as TextFeatureOptions)).toThrow(message);
});
