import { csatMetric, groupBy, measure, npsMetric, rateMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const count = rateMetric(() => true);
const keysOf = (keys: readonly unknown[]) =>
  measure(
    keys,
    groupBy((key) => key as string, count),
  ).map(({ key, result }) => [key, result.n]);

describe("groupBy", () => {
  test("sorts numbers by size, then strings by code unit, then booleans, null last", () => {
    const keys = ["b", 10, true, null, "a", 9, false, -1, undefined, "B", "10", Number.NaN];
    expect(keysOf(keys)).toEqual([
      [-1, 1],
      [9, 1],
      [10, 1],
      ["10", 1],
      ["B", 1],
      ["a", 1],
      ["b", 1],
      [false, 1],
      [true, 1],
      [null, 3],
    ]);
  });

  test("counts a row once in each of its groups, and a row without any in null", () => {
    expect(keysOf([["a", "b"], ["a", "a"], []])).toEqual([
      ["a", 2],
      ["b", 1],
      [null, 1],
    ]);
  });

  test("takes names such as __proto__ for names", () => {
    expect(keysOf(["__proto__", "constructor", "__proto__", "toString"])).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
      ["toString", 1],
    ]);
    expect(({} as Record<string, unknown>)["n"]).toBeUndefined();
  });

  test.each([Number.POSITIVE_INFINITY, {}, Symbol("x"), 1n])("refuses a key that JSON could not hold", (key) => {
    expect(() =>
      measure(
        [key],
        groupBy((row) => row as never, count),
      ),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
  });

  test("refuses options, which would protect nobody", () => {
    const withOptions = groupBy as unknown as (...words: unknown[]) => unknown;
    expect(() => withOptions((row: string) => row, count, { minimumN: 5 })).toThrowError(/groupBy takes no options/);
  });

  test("gives no groups for no rows", () => {
    expect(
      measure(
        [],
        groupBy((row: string) => row, count),
      ),
    ).toEqual([]);
  });

  test("nests, and the parts of every level add up to the whole", () => {
    const row = fc.record({
      a: fc.constantFrom("x", "y", null),
      b: fc.constantFrom(1, 2),
      score: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const nested = measure(
          rows,
          groupBy(
            (one) => one.a,
            groupBy(
              (one) => one.b,
              npsMetric((one) => one.score),
            ),
          ),
        );
        const n = nested.flatMap(({ result }) => result).reduce((sum, { result }) => sum + result.n, 0);
        expect(n).toBe(rows.length);
      }),
    );
  });
});

describe("groupBy keeps the laws of a metric", () => {
  const row = fc.record({
    keys: fc.array(fc.constantFrom("a", "b", "__proto__")),
    score: fc.integer({ min: 1, max: 5 }),
  });
  metricLaws(
    groupBy(
      (one) => one.keys,
      csatMetric((one: { keys: string[]; score: number }) => one.score),
    ),
    fc.array(row),
  );
});
