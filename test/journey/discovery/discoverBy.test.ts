import { discover, discoverBy, filterLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, logOfPaths } from "../log/logOf.js";

describe("discoverBy", () => {
  test("is what discover finds of each segment's customers alone, on any log", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const log = logOf(rows);
        const segment = (id: string) => (id < "b" ? "early" : id === "cyd" ? null : "late");
        const groups = discoverBy(log, segment);
        for (const { key, result } of groups) {
          expect(result).toEqual(discover(filterLog(log, { customers: (id) => segment(id) === key })));
        }
        expect(groups.reduce((sum, { result }) => sum + result.customers, 0)).toBe(log.customers.length);
      }),
      { numRuns: 40 },
    );
  });

  test("sorts segments, puts customers without one last, and counts a customer of two in both", () => {
    const log = logOfPaths([["a"], ["b"], ["c"]]);
    const segments = new Map<string, (number | string)[] | null>([
      ["c0", ["west", 2]],
      ["c1", [10]],
    ]);
    expect(discoverBy(log, (id) => segments.get(id) ?? null).map(({ key, result }) => [key, result.customers])).toEqual(
      [
        [2, 1],
        [10, 1],
        ["west", 1],
        [null, 1],
      ],
    );
  });

  test("refuses what is no segment, no function and no log", () => {
    const log = logOfPaths([["a"]]);
    expect(() => discoverBy(log, (() => ({})) as never)).toThrowError(
      expect.objectContaining({ code: "invalid-value" }),
    );
    expect(() => discoverBy(log, "plan" as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => discoverBy([] as never, () => "x")).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
