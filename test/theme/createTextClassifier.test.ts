import { classify, createTextClassifier, fitTextClassifier, modelTagger, type TextModel, topTerms } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const examples = ["late parcel", "parcel late", "rude staff", "staff rude", "app crash", "crash app"].map(
  (text, i) => ({
    text,
    label: ["delivery", "staff", "app"][i >> 1] ?? "",
  }),
);
const model = fitTextClassifier(examples);

describe("a text classifier", () => {
  test("gives probabilities that sum to 1 for any text, the likeliest as the label, and never throws", () => {
    const predict = createTextClassifier(model);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...examples.map(({ text }) => text))),
        (text) => {
          const { label, labels, probabilities } = predict(text);
          const shares = Object.values(probabilities);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(probabilities[label]).toBe(Math.max(...shares));
          expect(labels).toEqual([label]);
        },
      ),
    );
  });
  test("says the same as the one-off form, and of case and accents as of plain words", () => {
    const text = "The STÁFF was rude";
    expect(classify(model, text)).toEqual(createTextClassifier(model)("the staff was rude"));
    expect(classify(model, text)).toMatchObject({ label: "staff", recognised: 2 });
  });
  test("says when it recognises nothing", () => {
    expect(classify(model, "")).toMatchObject({ recognised: 0 });
  });
  test("needs the features that it was learnt with", () => {
    const features = (text: string) => ({ long: Number(text.length > 9) });
    const learnt = fitTextClassifier(examples, { features });
    expect(() => classify(learnt, "late")).toThrow("the features that the model was learnt with");
    expect(classify(learnt, "late", { features }).label).toBe("delivery");
  });
  test("refuses a model that is not whole", () => {
    const [first = []] = model.weights;
    for (const broken of [
      { weights: [] },
      { weights: undefined },
      { weights: model.labels.map(() => first.slice(1)) },
      { intercepts: [0] },
      { intercepts: model.labels.map(() => null) },
      { labels: [] },
      { terms: model.terms.slice(1) },
      { inverseDocumentFrequencies: undefined },
      { features: undefined },
    ]) {
      expect(() => classify({ ...model, ...broken } as TextModel, "late")).toThrowError(
        expect.objectContaining({ code: "invalid-definition" }),
      );
    }
  });
  test("refuses what is no model, and what is no text", () => {
    expect(() => classify({} as TextModel, "a")).toThrow("requires a model of fitTextClassifier");
    expect(() => classify(model, 5 as unknown as string)).toThrow("requires a string");
  });
});

describe("a model as a tagger", () => {
  test("marks the word that speaks most for the label, where it stands", () => {
    const text = "🙂 Such RUDE staff";
    const [tag] = modelTagger(model).tag(text);
    expect(tag).toMatchObject({ theme: "staff", path: ["staff"] });
    expect(text.slice(tag?.start, tag?.end).toLowerCase()).toBe(tag?.phrase);
  });
  test("leaves out labels that are no theme", () => {
    expect(modelTagger(model, { ignore: ["app"] }).tag("crash")).toEqual([]);
    expect(() => modelTagger(model, { ignore: ["other"] })).toThrow("can ignore the labels app, delivery, staff");
  });
});

test("the terms that speak for and against a label are disjoint, and as many as asked for at most", () => {
  const { supporting, opposing } = topTerms(model, "app", { count: 3 });
  expect(supporting.map(({ term }) => term)).toEqual(["app", "crash"]);
  expect(opposing).toHaveLength(3);
  expect(() => topTerms(model, "price")).toThrow("a label of the model: app, delivery, staff");
  expect(() => topTerms(model, "app", { count: 0 })).toThrow("a whole number from 1");
});
