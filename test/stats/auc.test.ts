import { auc, bootstrap, compareAuc, mannWhitneyTest, rocCurve } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Scores on a short scale, so that many are equal, with outcomes. */
const scored = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.boolean()), { maxLength: 60 });
const split = (pairs: readonly (readonly [number, boolean])[]) =>
  [pairs.map(([score]) => score), pairs.map(([, outcome]) => outcome)] as const;

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
      fc.property(scored, (pairs) => {
        const [scores, outcomes] = split(pairs);
        const result = auc(scores, outcomes);
        const [ones, zeros] = [true, false].map((wanted) => scores.filter((_, i) => outcomes[i] === wanted)) as [
          number[],
          number[],
        ];
        expect([result.ones, result.zeros, result.n]).toEqual([ones.length, zeros.length, pairs.length]);
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

describe("rocCurve", () => {
  test("goes from nobody to everybody, equal scores together", () => {
    const { points } = rocCurve([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]);
    expect(
      points.map(({ threshold, truePositives, falsePositives }) => [threshold, truePositives, falsePositives]),
    ).toEqual([
      [null, 0, 0],
      [0.9, 1, 0],
      [0.6, 2, 1],
      [0.1, 2, 2],
    ]);
  });

  test("never falls, and has the area that auc tells under its straight lines", () => {
    fc.assert(
      fc.property(scored, (pairs) => {
        const [scores, outcomes] = split(pairs);
        const { points } = rocCurve(scores, outcomes);
        const { value } = auc(scores, outcomes);
        if (value === null) {
          expect(points).toEqual([]);
          return;
        }
        let area = 0;
        points.slice(1).forEach((point, i) => {
          const before = points[i] ?? point;
          expect(point.truePositiveRate).toBeGreaterThanOrEqual(before.truePositiveRate);
          area +=
            ((point.falsePositiveRate - before.falsePositiveRate) *
              (point.truePositiveRate + before.truePositiveRate)) /
            2;
        });
        expect(points.at(-1)).toMatchObject({ truePositiveRate: 1, falsePositiveRate: 1 });
        expect(area).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe("compareAuc", () => {
  const rows = Array.from({ length: 80 }, (_, i) => ({
    a: (i * 37) % 101,
    b: (i * 59) % 97,
    one: (i * 53) % 100 < (i * 37) % 101,
  }));
  const [a, b, outcomes] = [rows.map((row) => row.a), rows.map((row) => row.b), rows.map((row) => row.one)] as const;

  test("is the difference of both areas, with an error like that of drawing customers again", () => {
    const result = compareAuc(a, b, outcomes);
    expect(result.first).toBe(auc(a, outcomes).value);
    expect(result.second).toBe(auc(b, outcomes).value);
    const drawn = bootstrap(
      rows,
      (sample) => {
        const again = sample.map(({ one }) => one);
        return compareAuc(
          sample.map((row) => row.a),
          sample.map((row) => row.b),
          again,
        ).difference;
      },
      { replicates: 2000, seed: 5 },
    );
    expect((drawn.standardError ?? 0) / (result.standardError ?? 1)).toBeCloseTo(1, 1);
    const swapped = compareAuc(b, a, outcomes);
    expect(swapped.difference).toBeCloseTo(-(result.difference ?? 0), 14);
    expect(swapped.pValue).toBeCloseTo(result.pValue ?? -1, 12);
  });

  test("has the error of a single area where the other score is the same for all", () => {
    const flat = compareAuc(
      a,
      a.map(() => 1),
      outcomes,
    );
    expect(flat.second).toBe(0.5);
    expect(flat.standardError).toBeCloseTo(auc(a, outcomes).standardError ?? 0, 14);
  });

  test("says nothing of scores that order all rows alike", () => {
    const doubled = a.map((score) => 2 * score);
    expect(compareAuc(a, doubled, outcomes)).toMatchObject({ difference: 0, standardError: null, pValue: null });
  });

  test("leaves out rows that lack anything", () => {
    const result = compareAuc([1, 2, null, 4, 5], [5, null, 3, 1, 2], [0, 1, 1, 1, null]);
    expect(result).toMatchObject({ n: 2, missing: 3, first: 1, second: 0, difference: 1 });
    expect(compareAuc([], [], [])).toMatchObject({ difference: null, n: 0 });
  });
});
