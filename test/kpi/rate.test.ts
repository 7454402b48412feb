import { rate, rateMetric, wilson } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

describe("rate", () => {
  test("is the share of true values, with its Wilson interval", () => {
    const result = rate([true, true, true, false, null]);
    expect(result).toMatchObject({ value: 0.75, n: 4, missing: 1, count: 3 });
    expect(result.interval).toEqual(wilson(3, 4));
  });

  test.each([1, 0, "true", "yes"])("does not take %s for true or false", (value) => {
    expect(() => rate([value as never])).toThrowError(/rate requires true or false/);
    expect(rate([value as never, true], { invalid: "exclude" })).toMatchObject({ invalid: 1, n: 1 });
  });

  test("keeps its name, so that no two rates are mixed", () => {
    expect(rate([], { name: "conversion" }).definition).toEqual({
      kpi: "conversion",
      family: "proportion",
      unit: "share",
      options: {},
    });
  });

  test("says that there was nothing to measure", () => {
    expect(rate([])).toMatchObject({ value: null, n: 0, interval: null, standardError: null, count: 0 });
  });
});

describe("rate keeps the laws of a metric", () => {
  const value = fc.constantFrom(true, false, null, undefined);
  metricLaws(
    rateMetric((row: { value: boolean | null | undefined }) => row.value),
    fc.array(fc.record({ value })),
    { json: true },
  );
});
