import { percentOfMaximum } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test("puts the answers 1 to 5 at 0, 25, 50, 75 and 100", () => {
  expect([1, 2, 3, 4, 5].map((score) => percentOfMaximum(score, { low: 1, high: 5 }))).toEqual([0, 25, 50, 75, 100]);
});

test("turns a scale where lower is better round, within 0 and 100", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), (score) => {
      const [up, down] = (["higher-is-better", "lower-is-better"] as const).map((direction) =>
        percentOfMaximum(score, { low: 1, high: 7, direction }),
      );
      expect(up).toBeGreaterThanOrEqual(0);
      expect(up).toBeLessThanOrEqual(100);
      expect((up ?? 0) + (down ?? 0)).toBeCloseTo(100, 12);
    }),
  );
});

test("does not take a string for a number", () => {
  expect(() => percentOfMaximum("4" as never, { low: 1, high: 5 })).toThrowError(
    expect.objectContaining({ code: "invalid-value" }),
  );
});

test("refuses a score off the scale and a scale whose low is not under its high", () => {
  expect(() => percentOfMaximum(6, { low: 1, high: 5 })).toThrowError(
    expect.objectContaining({ code: "invalid-value" }),
  );
  expect(() => percentOfMaximum(1, { low: 1, high: 1 })).toThrowError(
    expect.objectContaining({ code: "invalid-option" }),
  );
});

test("says how a scale is written where it is none", () => {
  expect(() => percentOfMaximum(3, [1, 5] as never)).toThrowError(/a scale \{ low, high \}/);
  expect(() => percentOfMaximum(3, [1, 5] as never)).not.toThrowError(/undefined/);
});
