import { finitePopulationCorrection, nps, sampleSizeForMargin, studentTQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("sampleSizeForMargin", () => {
  test.each([
    [5, 0.35, 535],
    [5, 0.5, 766],
    [5, 0.67, 1027],
    [5, 1, 1534],
    [10, 0.35, 132],
    [10, 0.5, 190],
    [10, 0.67, 255],
    [10, 1, 382],
  ])("of ± %i NPS points at a variance of %d is %i (z²v/m² − 3)", (margin, variance, n) => {
    expect(sampleSizeForMargin({ kind: "nps", margin, variance }).n).toBe(n);
  });

  test.each([
    // Cochran (1977), chapter 4, and any table of sample sizes.
    [0.05, undefined, 385],
    [0.03, undefined, 1068],
    [0.05, 1000, 278],
    [0.05, 100, 80],
  ])("of ± %d of a share, out of %s, is %i", (margin, population, n) => {
    const options = { kind: "proportion", margin } as const;
    expect(sampleSizeForMargin(population === undefined ? options : { ...options, population }).n).toBe(n);
  });

  test("of a mean goes by its standard deviation", () => {
    const { n, exact, assumptions } = sampleSizeForMargin({ kind: "mean", margin: 3, standardDeviation: 15 });
    expect(exact).toBeCloseTo((15 * 1.959963984540054) ** 2 / 9, 10);
    expect(n).toBe(97);
    expect(assumptions).toEqual({
      kind: "mean",
      margin: 3,
      level: 0.95,
      method: "normal",
      variance: 225,
      population: null,
    });
  });

  test("of a mean whose deviation is estimated is the smallest n with t·s/√n within the margin", () => {
    const half = (n: number) => (studentTQuantile(0.975, n - 1) * 15) / Math.sqrt(n);
    for (const margin of [0.5, 3, 8, 40, 300]) {
      const options = { kind: "mean", margin, standardDeviation: 15, method: "student-t" } as const;
      const { n, exact, assumptions } = sampleSizeForMargin(options);
      expect(half(n)).toBeLessThanOrEqual(margin);
      expect(n === 2 || half(n - 1) > margin).toBe(true);
      expect(half(exact)).toBeCloseTo(margin, 9);
      expect(assumptions.method).toBe("student-t");
    }
    // 1.98447 · 15 / √99 = 2.992, and 1.98472 · 15 / √98 = 3.007.
    expect(sampleSizeForMargin({ kind: "mean", margin: 3, standardDeviation: 15, method: "student-t" }).n).toBe(99);
  });

  test("of a mean whose deviation is estimated, and of a population, is what the corrected interval needs", () => {
    const half = (n: number) =>
      ((studentTQuantile(0.975, n - 1) * 15) / Math.sqrt(n)) * finitePopulationCorrection(n, 120);
    const options = { kind: "mean", margin: 3, standardDeviation: 15, method: "student-t", population: 120 } as const;
    const { n } = sampleSizeForMargin(options);
    expect(half(n)).toBeLessThanOrEqual(3);
    expect(half(n - 1)).toBeGreaterThan(3);
    expect(sampleSizeForMargin({ ...options, population: 1 }).n).toBe(1);
    expect(sampleSizeForMargin({ ...options, margin: 1e-9 }).n).toBe(120);
  });

  test("takes promoters and detractors for a variance", () => {
    const { assumptions, n } = sampleSizeForMargin({ kind: "nps", margin: 5, promoters: 0.5, detractors: 0.2 });
    expect(assumptions.variance).toBeCloseTo(0.61, 12);
    expect(n).toBe(sampleSizeForMargin({ kind: "nps", margin: 5, variance: 0.61 }).n);
    expect(sampleSizeForMargin({ kind: "nps", margin: 5 }).n).toBe(1534);
  });

  test("is what the interval of `nps` then needs, near enough", () => {
    const { n } = sampleSizeForMargin({ kind: "nps", margin: 8, promoters: 0.4, detractors: 0.2 });
    const scores = Array.from({ length: n }, (_, i) => (i % 5 < 2 ? 10 : i % 5 < 4 ? 7 : 0));
    const { interval } = nps(scores);
    expect(((interval?.high ?? 0) - (interval?.low ?? 0)) / 2).toBeCloseTo(8, 0);
  });

  test("grows with the level and the population, and shrinks with the margin", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0.01, max: 0.24, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (p, margin, population) => {
          const options = { kind: "proportion", share: p, margin } as const;
          const { n, exact } = sampleSizeForMargin(options);
          expect(n).toBeGreaterThanOrEqual(exact * (1 - 1e-11));
          expect(n - exact).toBeLessThan(1);
          expect(sampleSizeForMargin({ ...options, level: 0.99 }).exact).toBeGreaterThanOrEqual(exact);
          expect(sampleSizeForMargin({ ...options, margin: margin * 2 }).exact).toBeLessThanOrEqual(exact);
          const limited = sampleSizeForMargin({ ...options, population });
          expect(limited.exact).toBeLessThanOrEqual(exact);
          expect(limited.n).toBeLessThanOrEqual(population);
        },
      ),
    );
  });

  test.each([
    () => sampleSizeForMargin({ kind: "proportion", margin: 0 }),
    () => sampleSizeForMargin({ kind: "proportion", margin: 0.05, share: 1.2 }),
    () => sampleSizeForMargin({ kind: "proportion", margin: 0.05, level: 95 }),
    () => sampleSizeForMargin({ kind: "proportion", margin: 0.05, population: 0 }),
    () => sampleSizeForMargin({ kind: "proportion", margin: 0.05, variance: 1 } as never),
    () => sampleSizeForMargin({ kind: "mean", margin: 1 } as never),
    () => sampleSizeForMargin({ kind: "mean", margin: 1, standardDeviation: 2, method: "t" as never }),
    () => sampleSizeForMargin({ kind: "proportion", margin: 0.05, method: "student-t" } as never),
    () => sampleSizeForMargin({ kind: "nps", margin: 5, variance: 2 }),
    () => sampleSizeForMargin({ kind: "nps", margin: 5, promoters: 0.5 }),
    () => sampleSizeForMargin({ kind: "nps", margin: 5, promoters: 0.7, detractors: 0.4 }),
    () => sampleSizeForMargin({ kind: "nps", margin: 5, promoters: 0.5, detractors: 0.2, variance: 0.5 }),
    () => sampleSizeForMargin({ kind: "csat", margin: 5 } as never),
    () => sampleSizeForMargin(null as never),
  ])("refuses what makes no sense: %s", (wrong) => {
    expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});

test("refuses a margin in the wrong unit, which would ask for one answer", () => {
  const wrong = expect.objectContaining({ code: "invalid-option" });
  expect(() => sampleSizeForMargin({ kind: "proportion", margin: 5 })).toThrowError(wrong);
  expect(() => sampleSizeForMargin({ kind: "nps", margin: 100 })).toThrowError(wrong);
});
