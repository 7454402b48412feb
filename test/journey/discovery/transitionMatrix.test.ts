import { discover, transitionMatrix } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, logOfPaths } from "../log/logOf.js";
import { runningExample } from "./runningExample.js";

describe("transitionMatrix", () => {
  test("gives the shares of what comes next, with the start and the end as places", () => {
    expect(transitionMatrix(discover(logOfPaths([["a", "b", "a", "b"], ["a"]])))).toEqual([
      { from: null, count: 2, to: [{ touchpoint: "a", count: 2, share: 1 }] },
      {
        from: "a",
        count: 3,
        to: [
          { touchpoint: "b", count: 2, share: 2 / 3 },
          { touchpoint: null, count: 1, share: 1 / 3 },
        ],
      },
      {
        from: "b",
        count: 2,
        to: [
          { touchpoint: "a", count: 1, share: 1 / 2 },
          { touchpoint: null, count: 1, share: 1 / 2 },
        ],
      },
    ]);
  });

  test("leaves the start and the end out on request", () => {
    const rows = transitionMatrix(discover(runningExample()), { boundaries: false });
    // Nine decisions, of which three each lead to a payment, a new start and a rejection; nothing follows the last two ends.
    expect(rows.find(({ from }) => from === "decide")?.to.map(({ count }) => count)).toEqual([3, 3, 3]);
    expect(rows.some(({ from }) => from === null || from === "pay compensation")).toBe(false);
  });

  test("has rows that sum to 1, to the visits of the touchpoint, on any log", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const found = discover(logOf(rows));
        for (const { from, count, to } of transitionMatrix(found)) {
          expect(to.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(count).toBe(
            from === null ? found.customers : found.touchpoints.find((use) => use.touchpoint === from)?.visits,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test("refuses wrong options, and what is no journey", () => {
    expect(() => transitionMatrix(discover(logOfPaths([])), { boundaries: 1 } as never)).toThrowError(/true or false/);
    expect(() => transitionMatrix([] as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
