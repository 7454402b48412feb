import { chiSquareTest, twoProportionTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const party = [
  [762, 327, 468],
  [484, 239, 477],
];
const anyTable = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([r, c]) => fc.array(fc.array(fc.nat(60), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }));

describe("chiSquareTest", () => {
  test("gives the figures of R's help page: party by gender (Agresti 2007, table 2.5)", () => {
    const result = chiSquareTest(party);
    expect(result).toMatchObject({ degreesOfFreedom: 2, n: 2757, emptyRows: [], emptyColumns: [] });
    expect(result.statistic).toBeCloseTo(30.0701490957547, 11);
    expect((result.pValue ?? 0) / 2.95358918321176e-7).toBeCloseTo(1, 11);
    expect(result.cramersV).toBeCloseTo(0.104435802356468, 13);
    expect(result.expected[0]?.[0]).toBeCloseTo(703.671381936888, 10);
    expect(result.residuals[1]?.[2]).toBeCloseTo(3.23867344353658, 12);
    expect(result.standardisedResiduals[0]?.[2]).toBeCloseTo(-5.31594554270493, 12);
    expect(result.smallestExpected).toBeCloseTo(246.354733405876, 10);
  });

  test("gives the likelihood ratio beside: G² = 30.0167 of the same table, and 0 of shares that are alike", () => {
    const { likelihoodRatio } = chiSquareTest(party);
    expect(likelihoodRatio.statistic).toBeCloseTo(30.0166926132397, 11);
    expect((likelihoodRatio.pValue ?? 0) / 3.03359791063882e-7).toBeCloseTo(1, 11);
    expect(
      chiSquareTest([
        [10, 20],
        [30, 60],
      ]).likelihoodRatio,
    ).toEqual({ statistic: 0, pValue: 1 });
    // Two shares of 0 and ½: twice 20 logarithms of two, less what the margins have.
    const { statistic } = chiSquareTest([
      [0, 20],
      [10, 10],
    ]).likelihoodRatio;
    const g = 2 * (20 * Math.log(20 / 15) + 10 * Math.log(10 / 5) + 10 * Math.log(10 / 15));
    expect(statistic).toBeCloseTo(g, 12);
    // As little as 1 in 1e8 of a thousand million is not lost to rounding.
    const near = chiSquareTest([
      [5e8 + 5, 5e8 - 5],
      [5e8, 5e8],
    ]);
    expect((near.likelihoodRatio.statistic ?? 0) / (near.statistic ?? 1)).toBeCloseTo(1, 9);
    expect(chiSquareTest([[3, 4]]).likelihoodRatio).toEqual({ statistic: null, pValue: null });
  });

  test("corrects two by two, as R does, and nothing larger", () => {
    const table = [
      [10, 30],
      [20, 40],
    ];
    expect(chiSquareTest(table).statistic).toBeCloseTo(0.793650793650794, 13);
    expect(chiSquareTest(table, { continuity: true }).statistic).toBeCloseTo(0.446428571428571, 13);
    expect(chiSquareTest(table, { continuity: true }).pValue).toBeCloseTo(0.504035866452505, 12);
    expect(chiSquareTest(table, { continuity: true }).cramersV).toBe(chiSquareTest(table).cramersV);
    expect(chiSquareTest(party, { continuity: true })).toEqual(chiSquareTest(party));
  });

  test("leaves out and names what is empty", () => {
    const result = chiSquareTest([
      [10, 0, 30],
      [0, 0, 0],
      [20, 0, 40],
    ]);
    expect(result).toMatchObject({ degreesOfFreedom: 1, emptyRows: [1], emptyColumns: [1], smallestExpected: 12 });
    expect(result.statistic).toBeCloseTo(0.793650793650794, 13);
    expect(result.residuals[1]).toEqual([null, null, null]);
    expect(result.expected[1]).toEqual([0, 0, 0]);
    expect(result.residuals[0]?.[1]).toBeNull();
  });

  test("tells nothing from nothing, or from one row or column", () => {
    for (const table of [
      [],
      [[]],
      [[0, 0]],
      [[3, 4]],
      [[3], [4]],
      [
        [3, 0],
        [4, 0],
      ],
    ]) {
      expect(chiSquareTest(table)).toMatchObject({
        statistic: null,
        pValue: null,
        cramersV: null,
        degreesOfFreedom: 0,
      });
    }
    expect(chiSquareTest([]).smallestExpected).toBeNull();
    expect(chiSquareTest([[3, 4]]).smallestExpected).toBe(3);
    expect(chiSquareTest([[3, 4]]).standardisedResiduals).toEqual([[null, null]]);
  });

  test("is 0 where rows are alike, and V is 1 where one decides the other", () => {
    expect(
      chiSquareTest([
        [1, 2, 3],
        [2, 4, 6],
      ]),
    ).toMatchObject({ statistic: 0, pValue: 1, cramersV: 0 });
    expect(
      chiSquareTest([
        [5, 0, 0],
        [0, 7, 0],
        [0, 0, 2],
      ]).cramersV,
    ).toBeCloseTo(1, 12);
  });

  test("keeps tiny p-values", () => {
    const { statistic, pValue } = chiSquareTest([
      [500, 0],
      [0, 500],
    ]);
    expect(statistic).toBeCloseTo(1000, 9);
    // erfc(√500), with forty digits.
    expect((pValue ?? 1) / 1.795832784800726e-219).toBeCloseTo(1, 10);
  });

  test("does not mind the order of rows, nor which way the table lies, and is the square of z in two by two", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { statistic, degreesOfFreedom, n } = chiSquareTest(table);
        const turned = chiSquareTest((table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0)).toReversed());
        expect(turned).toMatchObject({ degreesOfFreedom, n });
        if (statistic === null) expect(turned.statistic).toBeNull();
        else expect(turned.statistic).toBeCloseTo(statistic, 8);
      }),
    );
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.boolean(), (a, b, c, d, continuity) => {
        fc.pre(a + b > 0 && c + d > 0);
        const z = twoProportionTest(a, a + b, c, c + d, { continuity });
        const { statistic, pValue } = chiSquareTest(
          [
            [a, b],
            [c, d],
          ],
          { continuity },
        );
        if (statistic === null) expect(z.statistic).toBeNull();
        else {
          expect((z.statistic ?? Number.NaN) ** 2).toBeCloseTo(statistic, 8);
          expect(z.pValue).toBeCloseTo(pValue ?? Number.NaN, 8);
        }
      }),
    );
  });

  test("refuses what is no table of counts, and unknown options", () => {
    expect(() => chiSquareTest([[1, 2], [3]])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() =>
      chiSquareTest([
        [1, 2],
        [3, -1],
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => chiSquareTest([[Number.NaN, 2]])).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    expect(() => chiSquareTest([[1]], { correct: true } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
