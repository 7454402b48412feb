import { bootstrap, quantile, seededRandom, studentTQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

// Efron and Tibshirani (1993), chapter 14: spatial test A.
const spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const centre = mean(values) ?? 0;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
};

describe("bootstrap", () => {
  test("gives the published figures of Efron and Tibshirani's spatial test", () => {
    const percentile = bootstrap(spatial, variance, { level: 0.9 });
    expect(percentile.value).toBeCloseTo(171.534, 3);
    expect(percentile).toMatchObject({ replicates: 2000, undefinedReplicates: 0, method: "percentile", n: 26 });
    expect(Math.abs((percentile.interval?.low ?? 0) - 100.8)).toBeLessThan(4);
    expect(Math.abs((percentile.interval?.high ?? 0) - 233.9)).toBeLessThan(4);
    const bca = bootstrap(spatial, variance, { level: 0.9, method: "bca" });
    expect(bca.acceleration).toBeCloseTo(0.06124, 5);
    expect(bca).toMatchObject({ replicates: 5000, method: "bca" });
    expect(Math.abs((bca.interval?.low ?? 0) - 115.8)).toBeLessThan(4);
    expect(Math.abs((bca.interval?.high ?? 0) - 259.6)).toBeLessThan(4);
  });

  test("agrees with the formula for a mean", () => {
    const { standardError, bias, interval } = bootstrap(spatial, mean, { replicates: 20_000 });
    const wanted = Math.sqrt(variance(spatial) / 26);
    expect(Math.abs((standardError ?? 0) / wanted - 1)).toBeLessThan(0.03);
    expect(Math.abs(bias ?? 1)).toBeLessThan(4 * (wanted / Math.sqrt(20_000)));
    const half = studentTQuantile(0.975, 25) * wanted;
    expect(Math.abs((interval?.low ?? 0) - ((mean(spatial) ?? 0) - half))).toBeLessThan(0.1 * half);
  });

  test("is the same for the same seed, and another for another", () => {
    const wanted = bootstrap(spatial, variance, { seed: 3, replicates: 100 });
    expect(bootstrap(spatial, variance, { seed: 3, replicates: 100 })).toEqual(wanted);
    expect(bootstrap(spatial, variance, { seed: 4, replicates: 100 })).not.toEqual(wanted);
    // The draws are those of the generator, one after the other.
    const random = seededRandom(5);
    const sums = Array.from({ length: 3 }, () => {
      const drawn = Array.from({ length: 4 }, () => [1, 10, 100, 1000][Math.floor(random() * 4)] ?? 0);
      return drawn.reduce((sum, value) => sum + value, 0);
    });
    const total = (sample: readonly number[]): number => sample.reduce((sum, value) => sum + value, 0);
    const { bias } = bootstrap([1, 10, 100, 1000], total, { seed: 5, replicates: 3 });
    expect(bias).toBeCloseTo((mean(sums) ?? 0) - 1111, 10);
  });

  test("draws whole clusters: twins widen the interval by the root of two", () => {
    const rows = spatial.flatMap((value, customer) => [
      { customer, value },
      { customer, value },
    ]);
    const of = (sample: readonly { value: number }[]) => mean(sample.map(({ value }) => value));
    const alone = bootstrap(spatial, mean);
    const clustered = bootstrap(rows, of, { cluster: (row) => row.customer });
    expect(clustered.n).toBe(26);
    expect(clustered.standardError).toBeCloseTo(alone.standardError ?? Number.NaN, 10);
    const naive = bootstrap(rows, of);
    expect((clustered.standardError ?? 0) / (naive.standardError ?? 1)).toBeGreaterThan(1.3);
    const corrected = bootstrap(rows, of, { cluster: (row) => row.customer, method: "bca", replicates: 500 });
    expect(corrected.acceleration).toBeCloseTo(bootstrap(spatial, mean, { method: "bca" }).acceleration ?? 1, 10);
  });

  test("moves with its rows: values that are stretched and shifted stretch and shift every figure", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 15 }),
        fc.constantFrom("percentile" as const, "bca" as const),
        (values, method) => {
          const found = bootstrap(values, mean, { replicates: 200, method });
          const moved = bootstrap(values, (sample) => 4 * (mean(sample) ?? 0) + 8, { replicates: 200, method });
          expect(moved.standardError).toBeCloseTo(4 * (found.standardError ?? 0), 9);
          expect(moved.interval === null).toBe(found.interval === null);
          if (found.interval === null) return;
          expect(found.interval.low).toBeLessThanOrEqual(found.interval.high);
          expect(found.interval.low).toBeGreaterThanOrEqual(Math.min(...values));
          expect(found.interval.high).toBeLessThanOrEqual(Math.max(...values));
          if (method === "percentile") expect(moved.interval?.low).toBeCloseTo(4 * found.interval.low + 8, 9);
        },
      ),
    );
  });

  test("counts replicates without a value, and leaves them out", () => {
    const onlyLarge = (values: readonly number[]): number | null => mean(values.filter((value) => value > 45));
    const { undefinedReplicates, interval } = bootstrap(spatial, onlyLarge, { replicates: 500 });
    // Two of 26: none is drawn with a probability of (24/26)^26, 0.125.
    expect(undefinedReplicates).toBeGreaterThan(30);
    expect(undefinedReplicates).toBeLessThan(100);
    expect(interval).toEqual({ low: 47, high: 48, level: 0.95 });
    expect(bootstrap(spatial, (values) => 1 / (values.length - 26)).value).toBeNull();
  });

  test("falls back to percentiles, and says so, where the correction breaks down", () => {
    // How many values differ: hardly any replicate has as many.
    const kinds = bootstrap(spatial, (values) => new Set(values).size, { method: "bca", replicates: 300 });
    expect(kinds.method).toBe("percentile");
    expect(kinds.interval?.high).toBeLessThan(kinds.value ?? 0);
    // Without a value as soon as a certain row is missing.
    const needs48 = (values: readonly number[]) => (values.includes(48) ? mean(values) : null);
    const result = bootstrap(spatial, needs48, { method: "bca", replicates: 300 });
    expect(result).toMatchObject({ method: "percentile", acceleration: null });
    expect(result.interval).not.toBeNull();
  });

  test("estimates the acceleration of many rows from a thousand parts", () => {
    // Skewed, and in an order that blocks of neighbours would see.
    const values = Array.from({ length: 5000 }, (_, i) => -Math.log((i + 0.5) / 5000));
    const { acceleration } = bootstrap(values, mean, { method: "bca", replicates: 50 });
    // A sixth of the skewness (2, for this distribution) over √n.
    expect(Math.abs((acceleration ?? 0) / (2 / 6 / Math.sqrt(5000)) - 1)).toBeLessThan(0.35);
  });

  test("has nothing to say of no row, of one, or of rows that do not differ", () => {
    expect(bootstrap([], mean)).toMatchObject({ value: null, interval: null, standardError: null, n: 0 });
    expect(bootstrap([5], mean)).toMatchObject({ value: 5, interval: null, standardError: null, n: 1 });
    expect(bootstrap([5, 5, 5], mean)).toMatchObject({ value: 5, interval: null, standardError: 0, bias: 0 });
  });

  test("lets the statistic sort its sample, and leaves the rows as they are", () => {
    const rows = Object.freeze([3, 1, 2, 9, 4]);
    const sorting = (sample: number[]) => sample.sort((a, b) => a - b)[2] ?? null;
    const median = (sample: number[]) => quantile(sample, 0.5);
    expect(bootstrap(rows, sorting)).toEqual(bootstrap(rows, median));
  });

  test.each([
    () => bootstrap([1, 2], mean, { method: "basic" as never }),
    () => bootstrap([1, 2], mean, { replicates: 1 }),
    () => bootstrap([1, 2], mean, { replicates: 10.5 }),
    () => bootstrap([1, 2], mean, { seed: 0.5 }),
    () => bootstrap([1, 2], mean, { level: 95 }),
    () => bootstrap([1, 2], mean, { clusters: 2 } as never),
    () => bootstrap([1, 2], mean, { cluster: "id" as never }),
    () => bootstrap([1, 2], "mean" as never),
  ])("refuses what makes no sense: %s", (wrong) => {
    expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
