import { CxError, mcnemarTest, stuartMaxwellTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Unaided vision of 7477 women, right eye by left eye (Stuart 1955, after Ministry of Supply figures). */
const vision = [
  [1520, 266, 124, 66],
  [234, 1512, 432, 78],
  [117, 362, 1772, 205],
  [36, 82, 179, 492],
];
const count = fc.integer({ min: 0, max: 40 });
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc.array(fc.array(count, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );

describe("stuartMaxwellTest", () => {
  test("the vision of women, as published: chi-square 11.96 on 3 degrees of freedom", () => {
    const { statistic, degreesOfFreedom, pValue, n } = stuartMaxwellTest(vision);
    // 11.956569622982556 in exact fractions; Bhapkar (1966) gives 11.957.
    expect(statistic).toBeCloseTo(11.956569622982556, 10);
    expect([degreesOfFreedom, n]).toEqual([3, 7477]);
    expect(pValue).toBeCloseTo(0.0075, 4);
  });

  test("is McNemar's test without correction for two categories", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { statistic, pValue } = mcnemarTest(
          [
            [a, b],
            [c, d],
          ],
          { exact: false, continuity: false },
        );
        const test = stuartMaxwellTest([
          [a, b],
          [c, d],
        ]);
        if (statistic === null) expect(test).toMatchObject({ statistic: null, degreesOfFreedom: null, pValue: null });
        else {
          expect(test.statistic).toBeCloseTo(statistic, 10);
          expect(test.pValue).toBeCloseTo(pValue ?? Number.NaN, 10);
        }
      }),
    );
  });

  test("does not depend on the order of categories, nor on who came before", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { statistic, degreesOfFreedom } = stuartMaxwellTest(table);
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0));
        const reversed = [...table].reverse().map((row) => [...row].reverse());
        for (const other of [turned, reversed].map(stuartMaxwellTest)) {
          expect(other.degreesOfFreedom).toBe(degreesOfFreedom);
          expect(other.statistic ?? 0).toBeCloseTo(statistic ?? 0, 8);
        }
      }),
    );
  });

  test("a category that nobody moved from or to adds nothing", () => {
    const padded = [...vision.map((row) => [...row, 0]), [0, 0, 0, 0, 9]];
    const [plain, with9] = [vision, padded].map(stuartMaxwellTest);
    expect(with9?.statistic).toBeCloseTo(plain?.statistic ?? 0, 9);
    expect(with9?.degreesOfFreedom).toBe(3);
  });

  test("two pairs of categories without a move between them have one degree of freedom each", () => {
    const apart = [
      [5, 9, 0, 0],
      [1, 5, 0, 0],
      [0, 0, 5, 2],
      [0, 0, 6, 5],
    ];
    const { statistic, degreesOfFreedom } = stuartMaxwellTest(apart);
    // (9 − 1)² ÷ 10 and (2 − 6)² ÷ 8.
    expect(statistic).toBeCloseTo(6.4 + 2, 10);
    expect(degreesOfFreedom).toBe(2);
  });

  test("nobody, and nobody who moved, is no test", () => {
    const none = { statistic: null, degreesOfFreedom: null, pValue: null };
    expect(stuartMaxwellTest([])).toEqual({ ...none, n: 0 });
    expect(
      stuartMaxwellTest([
        [3, 0],
        [0, 4],
      ]),
    ).toEqual({ ...none, n: 7 });
  });

  test.each([
    [[[1, 2]]],
    [[[1], [2]]],
    [
      [
        [1, -1],
        [0, 2],
      ],
    ],
    [
      [
        [1, 0.5],
        [0, 2],
      ],
    ],
    ["table"],
  ])("%j is no table", (table) => {
    expect(() => stuartMaxwellTest(table as unknown as number[][])).toThrow(CxError);
  });
});
