import { classify, fitTextClassifier, modelTagger, type TextExample } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const texts = {
  delivery: ["late parcel again", "parcel was late", "late late courier"],
  billing: ["charged twice again", "charged twice for a parcel", "refund was charged"],
  technical: ["app crashed again", "app was slow", "slow app again late"],
};
const examples = Object.entries(texts).flatMap(([label, some]) => some.map((text) => ({ text, label })));
const settings = { pairs: false, regularisation: 0.2 };

function expectNear(received: readonly number[] | undefined, expected: readonly number[]): void {
  expect(received).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(received?.[i]).toBeCloseTo(value, 3);
}

// The same objective minimised by SciPy 1.x's BFGS to a gradient of 1e-12, over TF-IDF as scikit-learn defines it.
describe("the weights", () => {
  test("of three labels are those of the multinomial logistic regression", () => {
    const model = fitTextClassifier(examples, settings);
    expect(model).toMatchObject({
      kind: "single-label",
      labels: ["billing", "delivery", "technical"],
      counts: [3, 3, 3],
      n: 9,
      missing: 0,
      terms: ["again", "app", "charged", "late", "parcel", "slow", "twice", "was"],
      converged: true,
    });
    expectNear(model.weights[0], [-0.303662, -0.776436, 1.656982, -1.05692, -0.19635, -0.491833, 1.056021, 0.099742]);
    expectNear(model.weights[1], [-0.160494, -0.869, -0.869953, 1.625222, 0.958482, -0.657016, -0.570283, 0.041549]);
    expectNear(model.weights[2], [0.464156, 1.645436, -0.787029, -0.568302, -0.762132, 1.148849, -0.485738, -0.14129]);
    expectNear(model.intercepts, [0.107412, -0.076287, -0.031124]);
  });
  test("of two labels are one logistic regression, shared with opposite signs", () => {
    const two = examples.map(({ text, label }) => ({ text, label: label === "billing" ? "yes" : "no" }));
    const { weights, intercepts } = fitTextClassifier(two, settings);
    const expected = [-0.386277, -1.089292, 2.277126, -1.426215, -0.255343, -0.676347, 1.445251, 0.124104];
    expectNear(
      weights[1],
      expected.map((weight) => weight / 2),
    );
    expectNear(
      weights[0],
      expected.map((weight) => -weight / 2),
    );
    expectNear(intercepts, [0.795962 / 2, -0.795962 / 2]);
  });
  test("of lists of labels are one logistic regression for each", () => {
    const lists = examples.map(({ text, label }) => ({ text, labels: label === "billing" ? ["billing"] : [] }));
    const model = fitTextClassifier(lists, settings);
    expect(model).toMatchObject({ kind: "multi-label", labels: ["billing"], counts: [3], n: 9 });
    expectNear(model.weights[0], [-0.386277, -1.089292, 2.277126, -1.426215, -0.255343, -0.676347, 1.445251, 0.124104]);
  });
});

describe("the weight of an example", () => {
  test("of 2 for all is half the regularisation: the objective is the same", () => {
    const heavy = examples.map((example) => ({ ...example, weight: 2 }));
    const model = fitTextClassifier(heavy, { ...settings, regularisation: 0.4 });
    for (const [row, weights] of fitTextClassifier(examples, settings).weights.entries()) {
      expectNear(model.weights[row], weights);
    }
  });
  test("lets sure coding prevail over doubtful", () => {
    const doubtful = [1, 2, 3].map(() => ({ text: "box", label: "delivery", weight: 0.1 }));
    const sure = [1, 2].map(() => ({ text: "box", label: "product" }));
    expect(classify(fitTextClassifier([...doubtful, ...sure]), "box").label).toBe("product");
    expect(
      classify(fitTextClassifier([...doubtful.map(({ text, label }) => ({ text, label })), ...sure]), "box").label,
    ).toBe("delivery");
  });
});

describe("beginnings of words", () => {
  const some = ["delayed", "delays again", "cancelled", "cancelling it"].map((text, i) => ({
    text,
    label: i < 2 ? "delay" : "cancellation",
  }));
  test("are terms of four to six letters, written with a star, and none of a word that is no longer", () => {
    expect(fitTextClassifier(some, { beginnings: true }).terms).toEqual([
      "canc*",
      "cance*",
      "cancel*",
      "dela*",
      "delay*",
    ]);
    expect(fitTextClassifier(some).terms).toEqual([]);
  });
  test("let forms of a word count that no example holds", () => {
    const model = JSON.parse(JSON.stringify(fitTextClassifier(some, { beginnings: true })));
    expect(classify(model, "A CANCELLATION!")).toMatchObject({ label: "cancellation", recognised: 3 });
    expect(modelTagger(model).tag("so, delaying it")).toMatchObject([{ theme: "delay", start: 4, end: 12 }]);
  });
});

describe("a model", () => {
  test("does not depend on the order of the examples but for rounding", () => {
    const model = fitTextClassifier(examples, settings);
    fc.assert(
      fc.property(fc.shuffledSubarray(examples, { minLength: examples.length }), (shuffled) => {
        const other = fitTextClassifier(shuffled, settings);
        expect(other.terms).toEqual(model.terms);
        for (const [row, weights] of model.weights.entries()) expectNear(other.weights[row], weights);
      }),
      { numRuns: 20 },
    );
  });
  test("survives JSON", () => {
    const model = fitTextClassifier(examples);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
  test("counts examples that nobody coded, or that say nothing", () => {
    const some = [...examples, { text: "x", label: null }, { text: "", label: "billing" }, { text: null, label: "a" }];
    expect(fitTextClassifier(some)).toMatchObject({ n: 9, missing: 3 });
  });
  test("keeps the commonest terms where there are too many", () => {
    expect(fitTextClassifier(examples, { ...settings, maximumTerms: 2 }).terms).toEqual(["again", "late"]);
  });
  test("counts labels and words named like what every object has", () => {
    const odd = ["__proto__", "constructor"].flatMap((label) =>
      [1, 2, 3].map(() => ({ text: `${label} toString`, label })),
    );
    const model = fitTextClassifier(odd);
    expect(model.labels).toEqual(["__proto__", "constructor"]);
    expect(model.terms).toContain("tostring");
  });
  test("of balanced weights finds a rare label where plain weights do not", () => {
    const rare = [
      ...Array.from({ length: 60 }, () => ({ text: "order page", label: "fine" })),
      ...Array.from({ length: 3 }, () => ({ text: "order page broken", label: "fault" })),
      ...Array.from({ length: 6 }, () => ({ text: "page broken", label: "fine" })),
    ];
    const score = (classWeights: "equal" | "balanced"): number => {
      const model = fitTextClassifier(rare, { classWeights });
      return (model.intercepts[0] ?? 0) - (model.intercepts[1] ?? 0);
    };
    expect(score("balanced")).toBeGreaterThan(score("equal"));
  });
});

describe("figures of your own", () => {
  test("are scaled by the largest among the examples, and help where words do not", () => {
    const length = Array.from({ length: 20 }, (_, i) => ({
      text: i % 2 ? "a b" : "a b c d e f",
      label: i % 2 ? "short" : "long",
    }));
    const features = (text: string) => ({ letters: text.length });
    const model = fitTextClassifier(length, { features, minimumCount: 2 });
    expect(model.features).toEqual([{ name: "letters", largest: 11 }]);
  });
  test("must be finite numbers", () => {
    expect(() => fitTextClassifier(examples, { features: () => ({ odd: Number.NaN }) })).toThrow(
      'the feature "odd" of a text must be a finite number, received NaN',
    );
  });
});

describe("what makes no sense is refused", () => {
  test.each([
    ["examples of at least two labels", [{ text: "a", label: "x" }], {}],
    ["labels that are texts", [{ text: "a", label: 5 }], {}],
    ["text as a string", [{ text: 5, label: "x" }], {}],
    ["label in all examples, or labels in all", [examples[0], { text: "a", labels: ["x"] }], {}],
    ["minimumCount to be a whole number", examples, { minimumCount: 0 }],
    ["maximumTerms to be a whole number", examples, { maximumTerms: 0.5 }],
    ["regularisation to be a number over 0", examples, { regularisation: 0 }],
    ["threshold to be a probability", examples, { threshold: 1 }],
    ["pairs to be true or false", examples, { pairs: "yes" }],
    ["beginnings to be true or false", examples, { beginnings: 1 }],
    ["weight to be a number over 0", [...examples, { text: "a", label: "x", weight: 0 }], {}],
    ["weight to be a number over 0", [...examples, { text: "a", label: "x", weight: "2" }], {}],
    ["classWeights must be one of equal, balanced", examples, { classWeights: "rare" }],
    ["an option of fitTextClassifier must be one of", examples, { penalty: 1 }],
  ])("%s", (message, rows, options) => {
    expect(() => fitTextClassifier(rows as TextExample[], options as object)).toThrow(message);
  });
  test("an example that is not there, with the row", () => {
    expect(() => fitTextClassifier([{ text: "a", label: "a" }, null] as never)).toThrow("received null (row 1)");
  });
  test("with the row", () => {
    expect(() => fitTextClassifier([...examples, { text: 1, label: "x" }] as unknown as TextExample[])).toThrow(
      "(row 9)",
    );
  });
});
