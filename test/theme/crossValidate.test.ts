import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { createTextClassifier, crossValidate, fitTextClassifier } from "cxkit";
import { describe, expect, test } from "vitest";
import { labelScores } from "../../src/theme/labelScores.js";

const coin = Array.from({ length: 60 }, (_, i) => ({ text: `word${i} other${i * 7}`, label: i % 3 === 0 ? "a" : "b" }));

describe("cross-validation", () => {
  test("finds nothing where words say nothing", () => {
    const { accuracy, baseline } = crossValidate(coin);
    expect(baseline).toBeCloseTo(2 / 3, 12);
    expect(accuracy).toBeLessThanOrEqual(baseline ?? 0);
  });
  test("never learns from a text what it then predicts: equal texts are on one side", () => {
    // Each text is there twice, and its label is its own: only who has seen it could know.
    const twice = [...coin, ...coin.map(({ text, label }) => ({ text: text.toUpperCase(), label }))];
    expect(crossValidate(twice, { minimumCount: 1 }).accuracy).toBeLessThanOrEqual(0.7);
  });
  test("predicts every example once, and counts those that have no text or label", () => {
    const some = [...coin, { text: null, label: "a" }];
    const { predictions, missing, n, folds } = crossValidate(some, { folds: 3 });
    expect(predictions).toHaveLength(61);
    expect(predictions[60]).toBeNull();
    expect([n, missing]).toEqual([60, 1]);
    expect(folds.map((fold) => fold.n)).toEqual([20, 20, 20]);
  });
  test("refuses fewer examples than folds", () => {
    expect(() => crossValidate(coin.slice(0, 3))).toThrow("at least as many examples as folds, received 3");
    expect(() => crossValidate(coin, { folds: 1 })).toThrow("folds to be a whole number from 2");
  });
});

const folder = new URL("../../../shared/data/text/", import.meta.url);
const here = existsSync(folder);
const rows = (name: string): Record<string, string>[] => parse(readFileSync(new URL(name, folder)), { columns: true });

describe.skipIf(!here)("on real texts (skipped where ../shared/data is absent)", () => {
  // TF-IDF with logistic regression of scikit-learn gets 0.81 to 0.83 here.
  test("product reviews are told by their sign", () => {
    const reviews = rows("amazon_cells_labelled.csv").map(({ text = "", label = "" }) => ({ text, label }));
    expect(crossValidate(reviews).accuracy).toBeGreaterThan(0.79);
  });
  test("questions to a bank are told apart by 77 intents", () => {
    const questions = rows("banking77_train.csv").map(({ text = "", category = "" }) => ({ text, label: category }));
    const learnt = questions.filter((_, i) => i % 4 === 0);
    const held = questions.filter((_, i) => i % 4 === 2);
    const predict = createTextClassifier(fitTextClassifier(learnt));
    const scores = labelScores(
      held.map(({ label }) => [label]),
      held.map(({ text }) => [predict(text).label]),
    );
    expect(scores.macro.f1).toBeGreaterThan(0.75);
  });
});
