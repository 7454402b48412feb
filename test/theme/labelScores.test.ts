import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelScores } from "../../src/theme/labelScores.js";

const each = (labels: readonly number[]): string[][] => labels.map((label) => [`${label}`]);

describe("precision, recall and F1", () => {
  test("are those of scikit-learn's documentation (truth 0 1 2 0 1 2, predicted 0 2 1 0 0 1)", () => {
    const { micro, macro, accuracy } = labelScores(each([0, 1, 2, 0, 1, 2]), each([0, 2, 1, 0, 0, 1]));
    expect(micro.f1).toBeCloseTo(1 / 3, 12);
    expect(macro.f1).toBeCloseTo(4 / 15, 12);
    expect(macro.precision).toBeCloseTo(2 / 9, 12);
    expect(macro.recall).toBeCloseTo(1 / 3, 12);
    expect(accuracy).toBeCloseTo(1 / 3, 12);
  });
  test("of several labels a text count every decision, and accuracy only texts that are wholly right", () => {
    const scores = labelScores([["a", "b"], ["b"], []], [["a"], ["b"], ["c"]]);
    expect(scores.labels.map(({ label, support, predicted, right }) => [label, support, predicted, right])).toEqual([
      ["a", 1, 1, 1],
      ["b", 2, 1, 1],
      ["c", 0, 1, 0],
    ]);
    expect(scores.micro).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(scores.macro.f1).toBeCloseTo((1 + 2 / 3 + 0) / 3, 12);
    expect(scores.accuracy).toBeCloseTo(1 / 3, 12);
  });
  test("of nothing are no accuracy, and zeros that no division gave", () => {
    expect(labelScores([], [])).toEqual({
      labels: [],
      micro: { precision: 0, recall: 0, f1: 0 },
      macro: { precision: 0, recall: 0, f1: 0 },
      accuracy: null,
      n: 0,
    });
  });
});

test("what is given as it is has a score of 1, and sides exchanged exchange precision and recall", () => {
  const texts = fc.array(fc.tuple(fc.subarray(["a", "b", "c"]), fc.subarray(["a", "b", "c"])), { minLength: 1 });
  fc.assert(
    fc.property(texts, (rows) => {
      const truth = rows.map(([own]) => own);
      const given = rows.map(([, other]) => other);
      if (truth.some((own) => own.length > 0)) expect(labelScores(truth, truth).micro.f1).toBe(1);
      const { micro } = labelScores(truth, given);
      const turned = labelScores(given, truth).micro;
      expect([turned.precision, turned.recall, turned.f1]).toEqual([micro.recall, micro.precision, micro.f1]);
    }),
  );
});
