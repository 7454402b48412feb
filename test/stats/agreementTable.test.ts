import { agreementTable } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const label = fc.option(fc.constantFrom("price", "staff", "app"), { nil: null });

describe("agreementTable", () => {
  test('sorts numbers by size before words by character, and keeps 1 and "1" apart', () => {
    const { labels, table } = agreementTable([10, 9, "b", "1"], [9, 9, "B", 1]);
    expect(labels).toEqual([1, 9, 10, "1", "B", "b"]);
    expect(table[2]?.[1]).toBe(1);
    expect(table[1]?.[1]).toBe(1);
    expect(table[5]?.[4]).toBe(1);
    expect(table[3]?.[0]).toBe(1);
  });

  test("leaves out and counts what one of the two has not rated", () => {
    const result = agreementTable(["a", null, "b", Number.NaN, undefined], ["a", "a", undefined, 1, null]);
    expect(result).toMatchObject({ n: 1, missing: 4 });
    expect(result.table.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test("takes labels in an order of their own, with some that never occur", () => {
    const options = { labels: ["low", "middle", "high"] };
    expect(agreementTable(["high", "low"], ["high", "high"], options)).toEqual({
      labels: ["low", "middle", "high"],
      table: [
        [0, 0, 1],
        [0, 0, 0],
        [0, 0, 1],
      ],
      n: 2,
      missing: 0,
    });
  });

  test("is empty of nothing", () => {
    expect(agreementTable([], [])).toEqual({ labels: [], table: [], n: 0, missing: 0 });
  });

  test("turns round with the two raters, and counts every pair once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label)), (pairs) => {
        const first = pairs.map(([one]) => one);
        const second = pairs.map(([, other]) => other);
        const { labels, table, n, missing } = agreementTable(first, second);
        expect(n + missing).toBe(pairs.length);
        expect(table.flat().reduce((sum, count) => sum + count, 0)).toBe(n);
        const turned = agreementTable(second, first);
        expect(turned.labels).toEqual(labels);
        expect(turned.table).toEqual(labels.map((_, j) => table.map((row) => row[j])));
      }),
    );
  });

  test("refuses unequal lengths, double labels and unknown ones", () => {
    for (const wrong of [
      () => agreementTable(["a"], []),
      () => agreementTable(["a"], ["a"], { labels: ["a", "a"] }),
      () => agreementTable(["a"], ["a"], { label: ["a"] } as never),
    ]) {
      expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
    expect(() => agreementTable(["a", "a"], ["a", "c"], { labels: ["a", "b"] })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
