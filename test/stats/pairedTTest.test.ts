import { pairedTTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

// Student's (1908) data on sleep, as R has them.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("pairedTTest", () => {
  test("gives what R's t.test says of the sleep data", () => {
    const result = pairedTTest(first, second);
    expect(result.statistic).toBeCloseTo(-4.062127683382037, 12);
    expect(result.pValue).toBeCloseTo(0.002832890197384273, 12);
    expect(result).toMatchObject({ degreesOfFreedom: 9, n: 10 });
  });

  test("cannot tell from one pair, from none, or from differences that differ by rounding alone", () => {
    expect(pairedTTest([], [])).toMatchObject({ difference: null, pValue: null, n: 0 });
    expect(pairedTTest([3], [1])).toMatchObject({ difference: 2, pValue: null, interval: null, n: 1 });
    expect(pairedTTest([0.3, 0.2, 1000.1], [0.2, 0.1, 1000])).toMatchObject({ standardError: 0, pValue: null });
  });

  test("is the one-sample test: adding the same to both values of a pair changes nothing", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, fc.array(fc.nat(20), { minLength: 100, maxLength: 100 }), (rows, added) => {
        const shifted = rows.map(([a, b], i) => [a + (added[i] ?? 0), b + (added[i] ?? 0)] as const);
        const result = (list: readonly (readonly [number, number])[]) =>
          pairedTTest(
            list.map(([a]) => a),
            list.map(([, b]) => b),
          );
        expect(result(shifted)).toEqual(result(rows));
      }),
    );
  });

  test("refuses lists of different lengths", () => {
    expect(() => pairedTTest([1, 2], [1])).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => pairedTTest([1, 2], [1, Number.POSITIVE_INFINITY])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
