import { fisherExactTest } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  // R: fisher.test; the lady tasting tea, and convictions of twins.
  [3, 1, 1, 3, 0.4857142857],
  [2, 10, 15, 3, 0.0005367241],
])("gives the published p-value of %i, %i against %i, %i", (a, b, c, d, wanted) => {
  expect(
    fisherExactTest([
      [a, b],
      [c, d],
    ]).pValue,
  ).toBeCloseTo(wanted, 9);
});

test("has nothing to say against equal shares, or where a margin is empty", () => {
  expect(
    fisherExactTest([
      [5, 5],
      [5, 5],
    ]).pValue,
  ).toBeCloseTo(1, 12);
  expect(
    fisherExactTest([
      [0, 4],
      [0, 9],
    ]).pValue,
  ).toBeCloseTo(1, 12);
  expect(
    fisherExactTest([
      [0, 0],
      [3, 9],
    ]).pValue,
  ).toBeCloseTo(1, 12);
});

test("does not mind which group or which outcome comes first", () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const { pValue } = fisherExactTest([
        [a, b],
        [c, d],
      ]);
      expect(pValue).toBeGreaterThan(0);
      expect(pValue).toBeLessThanOrEqual(1);
      for (const table of [
        [
          [c, d],
          [a, b],
        ],
        [
          [b, a],
          [d, c],
        ],
        [
          [a, c],
          [b, d],
        ],
      ] as const) {
        expect(fisherExactTest(table).pValue).toBeCloseTo(pValue, 9);
      }
    }),
  );
});

test("refuses what is no count", () => {
  for (const wrong of [-1, 0.5, Number.NaN]) {
    expect(() =>
      fisherExactTest([
        [wrong, 1],
        [1, 1],
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  }
});
