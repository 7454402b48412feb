import { auc, bootstrap, mannWhitneyTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoredRows } from "./scoredRows.js";

describe("auc", () => {
  test("counts pairs: three of four in order, and half a pair for a tie", () => {
    expect(auc([0.9, 0.4, 0.6, 0.1], [1, 1, 0, 0]).value).toBe(0.75);
    expect(auc([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]).value).toBe(0.875);
    expect(auc([3, 3, 3, 3], [1, 1, 0, 0])).toMatchObject({ value: 0.5, gini: 0, standardError: null, interval: null });
    expect(auc([4, 3, 2, 1], [true, true, false, false])).toMatchObject({ value: 1, gini: 1, standardError: null });
  });

  test("has DeLong's standard error, by hand", () => {
    // Scores of ones 3, 2, 1 and of zeros 2, 0: placements of ones 1, 3/4, 1/2; of zeros 1/2, 1.
    const result = auc([3, 2, 1, 2, 0], [1, 1, 1, 0, 0]);
    expect(result.value).toBe(0.75);
    const [ofOnes, ofZeros] = [(0.25 ** 2 + 0.25 ** 2) / 2, (0.25 ** 2 + 0.25 ** 2) / 1];
    expect(result.standardError).toBeCloseTo(Math.sqrt(ofOnes / 3 + ofZeros / 2), 15);
    expect(result.interval?.high).toBe(1);
    expect(result.interval?.low).toBeCloseTo(0.75 - 1.959963984540054 * Math.sqrt(ofOnes / 3 + ofZeros / 2), 14);
  });

  test("has a standard error like that of drawing customers again", () => {
    const rows = Array.from({ length: 150 }, (_, i) => ({
      score: (i * 37) % 101,
      one: (i * 53) % 100 < (i * 37) % 101,
    }));
    const area = (sample: typeof rows) =>
      auc(
        sample.map(({ score }) => score),
        sample.map(({ one }) => one),
      );
    const drawn = bootstrap(rows, (sample) => area(sample).value, { replicates: 2000, seed: 5 });
    expect((drawn.standardError ?? 0) / (area(rows).standardError ?? 1)).toBeCloseTo(1, 1);
  });

  test("is Mann and Whitney's U over the pairs, within 0 and 1, and one less the same for scores turned round", () => {
    fc.assert(
      fc.property(scoredRows, ({ scores, outcomes }) => {
        const result = auc(scores, outcomes);
        const [ones, zeros] = [true, false].map((wanted) => scores.filter((_, i) => outcomes[i] === wanted)) as [
          number[],
          number[],
        ];
        expect([result.ones, result.zeros, result.n]).toEqual([ones.length, zeros.length, scores.length]);
        if (ones.length === 0 || zeros.length === 0) {
          expect(result).toMatchObject({ value: null, gini: null, interval: null });
          return;
        }
        expect(result.value).toBeCloseTo(mannWhitneyTest(ones, zeros).probabilityOfSuperiority ?? -1, 14);
        const turned = auc(
          scores.map((score) => -score),
          outcomes,
        );
        expect(turned.value).toBeCloseTo(1 - (result.value ?? 0), 14);
        expect(turned.standardError ?? 0).toBeCloseTo(result.standardError ?? 0, 14);
        const flipped = auc(
          scores,
          outcomes.map((one) => !one),
        );
        expect(flipped.value).toBeCloseTo(1 - (result.value ?? 0), 14);
        // Only ranks count, and not the order of the rows.
        const curved = auc(scores.map((score) => Math.exp(score)).reverse(), [...outcomes].reverse());
        expect(curved).toEqual(result);
      }),
    );
  });

  test("counts what is missing, and has nothing to say of nothing", () => {
    expect(auc([0.1, null, 0.9, Number.NaN, 0.3], [0, 1, 1, 1, null])).toMatchObject({ value: 1, n: 2, missing: 3 });
    expect(auc([], [])).toMatchObject({ value: null, n: 0, missing: 0 });
    expect(auc(Float64Array.of(1, 2), Uint8Array.of(0, 1)).value).toBe(1);
    expect(auc([-0, 0], [1, 0]).value).toBe(0.5);
  });

  test("refuses what is no score or outcome, with its index", () => {
    const atRow = (row: number) => expect.objectContaining({ code: "invalid-value", row });
    expect(() => auc([1, Number.POSITIVE_INFINITY], [0, 1])).toThrowError(atRow(1));
    expect(() => auc([1, "2"] as never, [0, 1])).toThrowError(atRow(1));
    expect(() => auc([1, 2], [0, 2])).toThrowError(atRow(1));
    expect(() => auc([1, 2], [0])).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => auc([1, 2], [0, 1], { level: 95 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => auc([1, 2], [0, 1], { method: "logit" } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
