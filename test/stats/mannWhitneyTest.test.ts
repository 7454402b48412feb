import { mannWhitneyTest } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

// Hollander and Wolfe (1973), p. 69, as in R's example of wilcox.test.
const before = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const after = [1.15, 0.88, 0.9, 0.74, 1.21];
const score = fc.integer({ min: 0, max: 10 });
const small = fc.array(score, { minLength: 1, maxLength: 5 });

/** U by comparing all pairs. */
const countU = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, a) => sum + y.reduce((part, b) => part + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);

/** U for every way to split the values into samples of the same sizes. */
function everyU(x: readonly number[], y: readonly number[]): number[] {
  const all = [...x, ...y];
  return Array.from({ length: 2 ** all.length }, (_, set) => all.map((_value, i) => (set >> i) % 2 === 1))
    .filter((inFirst) => inFirst.filter(Boolean).length === x.length)
    .map((inFirst) =>
      countU(
        all.filter((_, i) => inFirst[i]),
        all.filter((_, i) => !inFirst[i]),
      ),
    );
}

describe("mannWhitneyTest", () => {
  test("gives the published figures of Hollander and Wolfe's permeability data", () => {
    const greater = mannWhitneyTest(before, after, { alternative: "greater" });
    expect(greater.statistic).toBe(35);
    expect(greater.pValue).toBeCloseTo(0.1272, 4);
    const both = mannWhitneyTest(before, after);
    expect(both.pValue).toBeCloseTo(0.254412254412254, 14);
    expect(both).toMatchObject({ method: "exact", probabilityOfSuperiority: 0.7, n: [10, 5] });
    // R: wilcox.test(x, y, conf.int = TRUE).
    expect(both.shift).toBeCloseTo(0.305, 12);
    expect(both.interval?.low).toBeCloseTo(-0.15, 12);
    expect(both.interval?.high).toBeCloseTo(0.76, 12);
  });

  test("gives SciPy's p-values of tied answers by the normal distribution", () => {
    const x = [3, 5, 4, 4, 5, 2, 3, 4, 5, 5, 1];
    const y = [2, 3, 3, 4, 1, 2, 5, 3, 2, 2];
    expect(mannWhitneyTest(x, y)).toMatchObject({ statistic: 80, method: "normal" });
    expect(mannWhitneyTest(x, y).pValue).toBeCloseTo(0.07732233452108227, 13);
    expect(mannWhitneyTest(x, y, { alternative: "less" }).pValue).toBeCloseTo(0.9670084075499464, 13);
    expect(mannWhitneyTest(x, y, { alternative: "greater" }).pValue).toBeCloseTo(0.038661167260541134, 13);
  });

  test("counts exactly as many splits as there are, with ties and without", () => {
    fc.assert(
      fc.property(small, small, (x, y) => {
        fc.pre(new Set([...x, ...y]).size > 1);
        const u = countU(x, y);
        const every = everyU(x, y);
        const lower = every.filter((other) => other <= u).length / every.length;
        const upper = every.filter((other) => other >= u).length / every.length;
        const p = (alternative: "less" | "greater" | "two-sided") =>
          mannWhitneyTest(x, y, { exact: true, alternative }).pValue;
        expect(p("less")).toBeCloseTo(lower, 13);
        expect(p("greater")).toBeCloseTo(upper, 13);
        expect(p("two-sided")).toBeCloseTo(Math.min(1, 2 * Math.min(lower, upper)), 13);
      }),
    );
  });

  test("finds U, the shift and the size of the difference as all pairs give them", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.array(score, { minLength: 1 }), (x, y) => {
        const found = mannWhitneyTest(x, y, { level: 0.9 });
        const pairs = x.length * y.length;
        expect(found.statistic).toBe(countU(x, y));
        expect(found.probabilityOfSuperiority).toBeCloseTo(countU(x, y) / pairs, 14);
        expect(found.cliffsDelta).toBeCloseTo((2 * countU(x, y)) / pairs - 1, 14);
        const differences = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
        const at = (place: number): number => differences[place] ?? Number.NaN;
        expect(found.shift).toBe((at(Math.floor((pairs - 1) / 2)) + at(Math.floor(pairs / 2))) / 2);
        if (found.interval === null) return;
        const { low, high } = found.interval;
        expect(low).toBeLessThanOrEqual(found.shift ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(found.shift ?? Number.NaN);
        expect(differences).toContain(low);
        expect(differences).toContain(high);
      }),
    );
  });

  test("turns round with its samples", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.array(score, { minLength: 1 }), (x, y) => {
        const [one, other] = [mannWhitneyTest(x, y), mannWhitneyTest(y, x)];
        expect((one.statistic ?? 0) + (other.statistic ?? 0)).toBe(x.length * y.length);
        expect(one.pValue ?? 2).toBeCloseTo(other.pValue ?? 2, 13);
        expect(one.shift).toBeCloseTo(-(other.shift ?? Number.NaN), 13);
        expect(one.interval?.low ?? 0).toBeCloseTo(-(other.interval?.high ?? 0), 13);
        const less = mannWhitneyTest(x, y, { alternative: "less" }).pValue;
        expect(mannWhitneyTest(y, x, { alternative: "greater" }).pValue ?? 2).toBeCloseTo(less ?? 2, 13);
      }),
    );
  });

  test("holds the true shift as often as it says: the interval of 5 and 6 values by all splits", () => {
    // The shift 0 is outside the interval for exactly the splits whose test rejects it.
    const values = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
    let outside = 0;
    let splits = 0;
    for (let set = 0; set < 2 ** 11; set++) {
      const x = values.filter((_, i) => (set >> i) % 2 === 1);
      if (x.length !== 5) continue;
      const y = values.filter((_, i) => (set >> i) % 2 === 0);
      const { interval, pValue } = mannWhitneyTest(x, y);
      const misses = interval !== null && (interval.low > 0 || interval.high < 0);
      expect(misses).toBe((pValue ?? 1) <= 0.05);
      outside += Number(misses);
      splits++;
    }
    expect(outside / splits).toBeLessThanOrEqual(0.05);
    expect(outside / splits).toBeGreaterThan(0.02);
  });

  test("goes over from counting to the normal distribution without a jump", () => {
    const x = Array.from({ length: 49 }, (_, i) => 2 * i);
    const y = Array.from({ length: 49 }, (_, i) => 2 * i + 13);
    const [exact, normal] = [mannWhitneyTest(x, y), mannWhitneyTest(x, y, { exact: false })];
    expect(exact.method).toBe("exact");
    expect(exact.pValue).toBeCloseTo(normal.pValue ?? Number.NaN, 3);
    expect(mannWhitneyTest([...x, 200], y).method).toBe("normal");
  });

  test("has the shift of large samples without writing down all pairs", () => {
    const x = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    const y = x.map((value) => value + 3);
    const { shift, interval } = mannWhitneyTest(x, y);
    expect(shift).toBe(-3);
    expect(interval?.low).toBeLessThan(-3);
    expect(interval?.high).toBeGreaterThan(-3);
  });

  test("cannot tell from nothing, or from nothing but ties", () => {
    expect(mannWhitneyTest([], [1])).toMatchObject({ statistic: null, pValue: null, shift: null, n: [0, 1] });
    expect(mannWhitneyTest([5, 5, 5], [5, 5])).toMatchObject({ statistic: 3, pValue: null, cliffsDelta: 0, shift: 0 });
    expect(mannWhitneyTest([5], [5], { exact: true }).pValue).toBeNull();
    expect(mannWhitneyTest([1], [2])).toMatchObject({ statistic: 0, pValue: 1, interval: null });
  });

  test.each([
    [() => mannWhitneyTest([1], [Number.NEGATIVE_INFINITY]), "invalid-value"],
    [() => mannWhitneyTest([1], [1], { level: 0 }), "invalid-option"],
    [() => mannWhitneyTest(new Array(150).fill(1), new Array(51).fill(1), { exact: true }), "invalid-option"],
    [() => mannWhitneyTest([], [], { correct: true } as never), "invalid-option"],
    [() => mannWhitneyTest([], [], { alternative: "up" as never }), "invalid-option"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});

test("refuses what is no array", () => {
  expect(() => mannWhitneyTest(new Set([1, 2]) as never, [3])).toThrowError(
    expect.objectContaining({ code: "invalid-option" }),
  );
});
