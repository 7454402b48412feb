import { createTagger, evaluateTagger, fitTextClassifier, modelTagger } from "cxkit";
import { describe, expect, test } from "vitest";

const tagger = createTagger({
  id: "t",
  version: "1",
  themes: [
    { id: "delivery", name: "Delivery", phrases: ["courier"] },
    { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
    { id: "price", name: "Price", phrases: ["price"] },
  ],
});
const coded = [
  { text: "late courier", themes: ["late", "delivery"] },
  { text: "late", themes: ["late"] },
  { text: "the price", themes: ["price"] },
  { text: "too dear", themes: ["price"] },
  { text: "late", themes: [] },
  { text: "nice", themes: [] },
  { text: "nice", themes: null },
  { text: null, themes: [] },
];

describe("a tagger is held against people", () => {
  test("by theme and over all, with the agreement beyond chance", () => {
    const result = evaluateTagger(tagger, coded);
    expect(result.themes.map(({ label, support, predicted, right }) => [label, support, predicted, right])).toEqual([
      ["delivery", 1, 1, 1],
      ["late", 2, 3, 2],
      ["price", 2, 1, 1],
    ]);
    expect(result).toMatchObject({ n: 6, missing: 2, coverage: 4 / 6, accuracy: 4 / 6 });
    expect(result.micro).toEqual({ precision: 0.8, recall: 0.8, f1: 0.8 });
    // Cohen's kappa of the table 2, 0 / 1, 3.
    expect(result.themes[1]?.kappa).toBeCloseTo((5 / 6 - 1 / 2) / (1 / 2), 12);
    // Krippendorff's alpha of 18 decisions of two coders: 2 differ; 10 of all 36 are yes.
    expect(result.alpha).toBeCloseTo(1 - 2 / 18 / ((2 * 10 * 26) / (36 * 35)), 12);
  });
  test("with parts as their wholes where asked for", () => {
    const { themes } = evaluateTagger(tagger, coded, { includeParents: true });
    expect(themes[0]).toMatchObject({ label: "delivery", support: 2, predicted: 3, right: 2 });
  });
  test("with the wholes of a taxonomy, also of parts that the tagger never finds", () => {
    const taxonomy = {
      id: "t",
      version: "1",
      themes: [
        { id: "delivery", name: "Delivery", phrases: [] },
        { id: "late", name: "Late", parent: "delivery", phrases: ["late"] },
        { id: "rude", name: "Rude courier", parent: "delivery", phrases: ["impolite"] },
      ],
    };
    const comments = ["late", "rude", "rude"].map((id) => ({ text: id, themes: [id] }));
    const flat = {
      tag: (text: string) =>
        createTagger(taxonomy)
          .tag(text)
          .map((tag) => ({ ...tag, path: [tag.theme] })),
    };
    for (const some of [createTagger(taxonomy), flat]) {
      const { themes } = evaluateTagger(some, comments, { includeParents: true, taxonomy });
      expect(themes[0]).toMatchObject({ label: "delivery", support: 3, predicted: 1, right: 1, recall: 1 / 3 });
    }
    const broken = { ...taxonomy, themes: [{ id: "a", name: "A", parent: "b", phrases: [] }] };
    expect(() => evaluateTagger(flat, comments, { taxonomy: broken })).toThrow("to be another theme of the taxonomy");
  });
  test("what is no comment is refused with the row", () => {
    expect(() => evaluateTagger(tagger, [coded[0], null] as never)).toThrow("received null (row 1)");
  });
  test("also where it was learnt", () => {
    const model = fitTextClassifier(
      ["late parcel", "late", "price", "the price"].map((text, i) => ({ text, label: i < 2 ? "late" : "price" })),
    );
    expect(evaluateTagger(modelTagger(model), coded).themes.map(({ label }) => label)).toContain("price");
  });
  test("of no comments nothing is told", () => {
    expect(evaluateTagger(tagger, [])).toMatchObject({ themes: [], alpha: null, coverage: null, n: 0 });
  });
  test("what is no list of ids is refused with the row", () => {
    const wrong = [...coded, { text: "a", themes: "late" as unknown as string[] }];
    expect(() => evaluateTagger(tagger, wrong)).toThrow('themes as a list of ids, received "late" (row 8)');
  });
});
