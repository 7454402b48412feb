import { fisherExactTest, type TwoByTwoTable } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const tableOf = (a: number, b: number, c: number, d: number): TwoByTwoTable => [
  [a, b],
  [c, d],
];
const count = fc.nat(40);
const anyTable = fc.tuple(count, count, count, count).map(([a, b, c, d]) => tableOf(a, b, c, d));

/** n over k, exactly. */
function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** All tables with these margins, as counts of how many ways there are to each. */
function ways([[a, b], [c, d]]: TwoByTwoTable): { count: number; ways: bigint }[] {
  const [first, second, yes] = [a + b, c + d, a + c];
  const counts = Array.from({ length: Math.min(first, yes) + 1 }, (_, k) => k).filter((k) => yes - k <= second);
  return counts.map((k) => ({ count: k, ways: choose(first, k) * choose(second, yes - k) }));
}
const share = (part: bigint, all: bigint): number => Number((part * 10n ** 18n) / all) / 1e18;
const sum = (rows: { ways: bigint }[]): bigint => rows.reduce((all, row) => all + row.ways, 0n);

describe("fisherExactTest", () => {
  test.each([
    // R: fisher.test; the lady tasting tea, and convictions of twins.
    [3, 1, 1, 3, 0.4857142857, 0.2428571429, "greater"],
    [2, 10, 15, 3, 0.0005367241, 0.0004651809, "less"],
  ] as const)("gives the published p-values of %i, %i against %i, %i", (a, b, c, d, both, one, alternative) => {
    expect(fisherExactTest(tableOf(a, b, c, d)).pValue).toBeCloseTo(both, 9);
    expect(fisherExactTest(tableOf(a, b, c, d), { alternative }).pValue).toBeCloseTo(one, 9);
  });

  test.each([
    // Sums over all tables in whole numbers, ends found by halving, with forty digits (mpmath).
    [3, 1, 1, 3, 6.408319658199674, 0.21173559544657858, 626.243530588814],
    [2, 10, 15, 3, 0.046936639049679964, 0.003317163950657361, 0.3631896023566806],
    [0, 5, 4, 6, 0, 0, 2.879471751872136],
    [12, 5, 29, 2, 0.17266964690294312, 0.014534125727048099, 1.231003290246472],
    [1, 199, 12, 188, 0.07907985543635603, 0.0018326756463114904, 0.5440827259781303],
    [9, 1, 3, 7, 17.269033937971685, 1.3871135379434163, 1047.839981703822],
    [300, 700, 250, 750, 1.2855525710787215, 1.050811199884678, 1.5735728290715072],
  ])("gives the odds ratio of %i, %i against %i, %i and its interval", (a, b, c, d, oddsRatio, low, high) => {
    const result = fisherExactTest(tableOf(a, b, c, d));
    if (oddsRatio === 0) expect(result).toMatchObject({ oddsRatio: 0, interval: { low: 0 } });
    else {
      expect((result.oddsRatio ?? 0) / oddsRatio).toBeCloseTo(1, 12);
      expect((result.interval?.low ?? 0) / low).toBeCloseTo(1, 12);
    }
    expect((result.interval?.high ?? 0) / high).toBeCloseTo(1, 11);
  });

  test("has no odds ratio where it is infinite, but knows how great it is at least", () => {
    const { oddsRatio, interval } = fisherExactTest(tableOf(7, 2, 0, 9));
    expect(oddsRatio).toBeNull();
    expect(interval?.high).toBeNull();
    // Where SciPy's noncentral hypergeometric distribution has 2.5 % from seven on.
    expect(interval?.low).toBeCloseTo(2.9026503367, 10);
    expect(fisherExactTest(tableOf(0, 9, 7, 2)).interval?.high).toBeCloseTo(1 / 2.9026503367, 10);
  });

  test("has nothing to tell where a margin is empty", () => {
    for (const table of [tableOf(0, 4, 0, 9), tableOf(0, 0, 3, 9), tableOf(4, 0, 9, 0), tableOf(0, 0, 0, 0)]) {
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        const result = fisherExactTest(table, { alternative });
        expect(result).toEqual({ pValue: 1, oddsRatio: null, interval: null });
      }
    }
  });

  test("has nothing to say against equal shares", () => {
    expect(fisherExactTest(tableOf(5, 5, 5, 5)).pValue).toBe(1);
    expect(fisherExactTest(tableOf(5, 5, 5, 5)).oddsRatio).toBeCloseTo(1, 12);
  });

  test("is what a sum over all tables in whole numbers makes it", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const tables = ways(table);
        const all = sum(tables);
        const [[observed]] = table;
        const limit = tables.find((each) => each.count === observed)?.ways ?? 0n;
        const wanted = {
          "two-sided": tables.filter((each) => each.ways <= limit),
          less: tables.filter((each) => each.count <= observed),
          greater: tables.filter((each) => each.count >= observed),
        };
        for (const alternative of ["two-sided", "less", "greater"] as const) {
          const { pValue } = fisherExactTest(table, { alternative });
          expect(pValue).toBeCloseTo(share(sum(wanted[alternative]), all), 12);
        }
      }),
    );
  });

  test("does not mind which group or which outcome comes first", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [[a, b], [c, d]] = table;
        const { pValue, oddsRatio, interval } = fisherExactTest(table);
        expect(pValue).toBeGreaterThan(0);
        expect(pValue).toBeLessThanOrEqual(1);
        const turned = fisherExactTest(tableOf(a, c, b, d));
        expect(turned.pValue).toBeCloseTo(pValue, 12);
        expect(turned.oddsRatio === null).toBe(oddsRatio === null);
        for (const swapped of [tableOf(c, d, a, b), tableOf(b, a, d, c)]) {
          const other = fisherExactTest(swapped);
          expect(other.pValue).toBeCloseTo(pValue, 12);
          if (interval !== null && other.interval !== null && oddsRatio !== null && oddsRatio > 0) {
            expect((other.oddsRatio ?? 0) * oddsRatio).toBeCloseTo(1, 10);
            expect(other.interval.low * (interval.high ?? 0)).toBeCloseTo(interval.high === null ? 0 : 1, 10);
            expect((other.interval.high ?? 0) * interval.low).toBeCloseTo(other.interval.high === null ? 0 : 1, 10);
          }
        }
        if (interval !== null && oddsRatio !== null) {
          expect(interval.low).toBeLessThanOrEqual(oddsRatio);
          expect(interval.high).toBeGreaterThanOrEqual(oddsRatio);
        }
      }),
    );
  });

  test("is exact for huge counts, and far out", () => {
    // Twice the tail, summed up with fifty digits (mpmath).
    const huge = fisherExactTest(tableOf(500_100, 499_900, 499_000, 501_000));
    expect(huge.pValue / 0.12013160835580049).toBeCloseTo(1, 11);
    expect(huge.oddsRatio).toBeCloseTo((500_100 * 501_000) / (499_900 * 499_000), 7);
    // The only table of its kind is one in 200 over 100.
    const far = fisherExactTest(tableOf(100, 0, 0, 100), { alternative: "greater" });
    expect(far.pValue / (1 / Number(choose(200, 100)))).toBeCloseTo(1, 10);
  });

  test("refuses what is no table of counts and what is no option", () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => fisherExactTest(tableOf(wrong, 1, 1, 1))).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 0 }),
      );
    }
    for (const wrong of [
      [[1, 2]],
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      [],
    ]) {
      expect(() => fisherExactTest(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    }
    for (const wrong of [{ level: 95 }, { alternative: "more" }, { exact: true }]) {
      expect(() => fisherExactTest(tableOf(1, 1, 1, 1), wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});
