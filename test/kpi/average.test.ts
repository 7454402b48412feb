import { average, averageMetric, measure } from "cxkit";
import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

describe("average", () => {
  test("is the mean with Student's t interval", () => {
    // Student's sleep data, the second drug, as printed in R's help page of t.test.
    const extra = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const result = average(extra);
    expect(result.value).toBeCloseTo(2.33, 12);
    expect(result.standardDeviation).toBeCloseTo(2.002249, 6);
    // t(0.975; 9) = 2.262157
    expect(result.interval?.low).toBeCloseTo(2.33 - (2.2621571628 * 2.0022487) / Math.sqrt(10), 6);
    expect(result.interval?.high).toBeCloseTo(2.33 + (2.2621571628 * 2.0022487) / Math.sqrt(10), 6);
  });

  test("has no interval for one value, and none where all values are the same", () => {
    expect(average([7])).toMatchObject({
      value: 7,
      n: 1,
      standardError: null,
      standardDeviation: null,
      interval: null,
    });
    expect(average([7, 7, 7])).toMatchObject({ value: 7, standardError: 0, standardDeviation: 0, interval: null });
  });

  test("finds no spread in equal values, however they are rounded, split and merged", () => {
    const metric = averageMetric((row: number) => row);
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        (cents, sizes) => {
          const parts = sizes.map((size) =>
            new Array<number>(size)
              .fill(cents / 100)
              .reduce((sums, one) => metric.addInput(sums, one), metric.createAccumulator()),
          );
          const { interval, n } = metric.extractOutput(metric.mergeAccumulators(parts));
          expect([n, interval]).toEqual([sizes.reduce((sum, size) => sum + size, 0), null]);
        },
      ),
    );
  });

  test("keeps its digits where the values are large and differ little", () => {
    const times = [1.7e12, 1.7e12 + 1, 1.7e12 + 2];
    expect(average([1, 2, 3, 4].map((one) => 1e15 + one)).standardDeviation).toBeCloseTo(1.2909944487, 8);
    expect(average(times)).toMatchObject({ value: 1.7e12 + 1, standardDeviation: 1 });
    expect(average([1e16, 1, -1e16]).value).toBe(1 / 3);
  });

  test.each([Number.POSITIVE_INFINITY, 1e200, "7", true])("refuses a value of %s", (value) => {
    expect(() => average([1, value as never])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
  });

  test("says that there was nothing to measure", () => {
    expect(average([null, Number.NaN])).toMatchObject({ value: null, n: 0, missing: 2, interval: null });
  });

  test("agrees with simple-statistics", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
        const result = average(values);
        expect(result.value).toBeCloseTo(mean(values), 6);
        expect(result.standardDeviation).toBeCloseTo(sampleStandardDeviation(values), 5);
      }),
    );
  });

  test("never gives a figure that JSON does not know", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e140, max: 1e140, noNaN: true })), (values) => {
        const result = average(values);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe("average keeps the laws of a metric", () => {
  const value = fc.option(
    fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
    { nil: null },
  );
  metricLaws(
    averageMetric((row: { value: number | null }) => row.value),
    fc.array(fc.record({ value })),
    {
      json: true,
      closeness: { relative: 1e-10, size: 1000 },
    },
  );

  test("whose sum is right to 1e-12 of the sum of absolute values, however rows are merged", () => {
    const metric = averageMetric((row: number) => row);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 2 }),
        fc.nat(),
        (values, cut) => {
          const at = cut % values.length;
          const part = (rows: number[]) => rows.reduce(metric.addInput, metric.createAccumulator());
          const merged = metric.extractOutput(
            metric.mergeAccumulators([part(values.slice(at)), part(values.slice(0, at))]),
          );
          const size = values.reduce((sum, one) => sum + Math.abs(one), 0) / values.length;
          expect(Math.abs((merged.value ?? 0) - (measure(values, metric).value ?? 0))).toBeLessThanOrEqual(
            1e-12 * size,
          );
        },
      ),
    );
  });
});
