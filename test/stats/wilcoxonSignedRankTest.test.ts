import { wilcoxonSignedRankTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

// Hollander and Wolfe (1973), p. 29: depression before and after, as in R's example of wilcox.test.
const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const pairs = fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { minLength: 1, maxLength: 9 });
const columns = (rows: readonly (readonly [number, number])[]): [number[], number[]] => [
  rows.map(([a]) => a),
  rows.map(([, b]) => b),
];

/** V for every way to deal out the signs. */
function everyV(differences: readonly number[]): number[] {
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  const rank = (size: number): number =>
    sizes.filter((other) => other < size).length + (sizes.filter((other) => other === size).length + 1) / 2;
  return Array.from({ length: 2 ** sizes.length }, (_, set) =>
    sizes.reduce((sum, size, i) => ((set >> i) % 2 === 1 ? sum + rank(size) : sum), 0),
  );
}

describe("wilcoxonSignedRankTest", () => {
  test("gives the published figures of the depression data", () => {
    const result = wilcoxonSignedRankTest(first, second, { alternative: "greater" });
    expect(result).toMatchObject({ statistic: 40, method: "exact", n: 9, zeros: 0 });
    expect(result.pValue).toBeCloseTo(0.01953125, 15);
    expect(wilcoxonSignedRankTest(first, second, { exact: false }).pValue).toBeCloseTo(0.04401098401295143, 13);
  });

  test("gives SciPy's p-values where pairs are tied or do not differ", () => {
    const x = [3, 5, 4, 4, 5, 2, 3, 4, 5, 5, 1, 4];
    const y = [2, 3, 3, 4, 1, 2, 5, 3, 2, 2, 1, 1];
    expect(wilcoxonSignedRankTest(x, y)).toMatchObject({ statistic: 40.5, method: "normal", n: 9, zeros: 3 });
    expect(wilcoxonSignedRankTest(x, y).pValue).toBeCloseTo(0.036637115679274766, 13);
    expect(wilcoxonSignedRankTest(x, y, { alternative: "less" }).pValue).toBeCloseTo(0.986419678946411, 13);
    expect(wilcoxonSignedRankTest(x, y, { alternative: "greater" }).pValue).toBeCloseTo(0.018318557839637383, 13);
  });

  test("counts exactly as many signs as there are, with ties and without", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const differences = rows.map(([a, b]) => a - b);
        fc.pre(differences.some((difference) => difference !== 0));
        const found = wilcoxonSignedRankTest(...columns(rows), { exact: true });
        const every = everyV(differences);
        const v = found.statistic ?? Number.NaN;
        const lower = every.filter((other) => other <= v).length / every.length;
        const upper = every.filter((other) => other >= v).length / every.length;
        expect(found.pValue).toBeCloseTo(Math.min(1, 2 * Math.min(lower, upper)), 13);
        const less = wilcoxonSignedRankTest(...columns(rows), { exact: true, alternative: "less" });
        expect(less.pValue).toBeCloseTo(lower, 13);
      }),
    );
  });

  test("has the median of all means of two differences as its shift", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const differences = rows.map(([a, b]) => a - b);
        const means = differences.flatMap((a, i) => differences.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
        const at = (place: number): number => means[Math.floor(place)] ?? Number.NaN;
        const { shift, interval } = wilcoxonSignedRankTest(...columns(rows), { level: 0.8 });
        expect(shift).toBe((at((means.length - 1) / 2) + at(means.length / 2)) / 2);
        if (interval === null) return;
        expect(means).toContain(interval.low);
        expect(means).toContain(interval.high);
        expect(interval.low).toBeLessThanOrEqual(shift ?? Number.NaN);
        expect(interval.high).toBeGreaterThanOrEqual(shift ?? Number.NaN);
      }),
    );
  });

  test("has an interval that misses 0 exactly where the test rejects it: all signs of eight differences", () => {
    for (let set = 0; set < 2 ** 8; set++) {
      const x = Array.from({ length: 8 }, (_, i) => ((set >> i) % 2 === 1 ? 1 : -1) * 2 ** i);
      const { interval, pValue } = wilcoxonSignedRankTest(x, new Array(8).fill(0));
      expect(interval !== null && (interval.low > 0 || interval.high < 0)).toBe((pValue ?? 1) <= 0.05);
    }
  });

  test("cannot tell from nothing, or where no pair differs", () => {
    expect(wilcoxonSignedRankTest([], [])).toMatchObject({
      statistic: null,
      pValue: null,
      shift: null,
      n: 0,
      zeros: 0,
    });
    const same = wilcoxonSignedRankTest([1, 2, 3], [1, 2, 3]);
    expect(same).toMatchObject({ statistic: null, pValue: null, shift: 0, n: 0, zeros: 3 });
    expect(wilcoxonSignedRankTest([2], [1])).toMatchObject({ statistic: 1, pValue: 1, interval: null });
  });

  test.each([
    [() => wilcoxonSignedRankTest([1, 2], [1]), "invalid-option"],
    [() => wilcoxonSignedRankTest([1], [Number.POSITIVE_INFINITY]), "invalid-value"],
    [() => wilcoxonSignedRankTest(new Array(201).fill(1), new Array(201).fill(0), { exact: true }), "invalid-option"],
    [() => wilcoxonSignedRankTest([], [], { paired: true } as never), "invalid-option"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});
