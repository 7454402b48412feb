import { quantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
const types = [1, 2, 6, 7, 8] as const;

describe("quantile", () => {
  test.each([
    // R: quantile(c(1, 2, 3, 4), c(0.01, 0.1, 0.25, 1/3, 0.9), type = …).
    [1, [1, 1, 1, 2, 4]],
    [2, [1, 1, 1.5, 2, 4]],
    [6, [1, 1, 1.25, 5 / 3, 4]],
    [7, [1.03, 1.3, 1.75, 2, 3.7]],
    [8, [1, 1, 17 / 12, 16 / 9, 4]],
  ] as const)("gives R's figures of type %i", (type, wanted) => {
    [0.01, 0.1, 0.25, 1 / 3, 0.9].forEach((p, i) => {
      expect(quantile([4, 2, 1, 3], p, { type })).toBeCloseTo(wanted[i] ?? Number.NaN, 13);
    });
  });

  test("takes a place that should be whole for whole, as a third of six and a tenth of a million are", () => {
    const six = [7, 15, 36, 39, 40, 41];
    expect(quantile(six, 0.333333333333333, { type: 2 })).toBe(25.5);
    expect(quantile(six, 1 / 3, { type: 1 })).toBe(15);
    expect(quantile(six, 0.34, { type: 1 })).toBe(36);
    const many = Array.from({ length: 1e5 }, (_, i) => i + 1);
    for (const p of [0.1, 0.3, 0.7, 0.9]) expect(quantile(many, p, { type: 1 })).toBe(Math.round(p * 1e5));
  });

  test.each(types)("of type %i rises with p, stays within the values, and mirrors where it should", (type) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q), { type }), quantile(values, Math.max(p, q), { type })];
        expect(low ?? Number.NaN).toBeLessThanOrEqual((high ?? Number.NaN) + 1e-9);
        expect(low ?? Number.NaN).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high ?? Number.NaN).toBeLessThanOrEqual(Math.max(...values));
        if (type === 1) expect(values).toContain(low);
        const mirrored = quantile(
          values.map((value) => -value),
          0.75,
          { type },
        );
        if (type !== 1) expect(mirrored).toBeCloseTo(-(quantile(values, 0.25, { type }) ?? Number.NaN), 10);
      }),
    );
  });

  test("of none is null, of one is that one, and the values stay in their order", () => {
    for (const type of types) {
      expect(quantile([], 0.5, { type })).toBeNull();
      for (const p of [0, 0.3, 1]) expect(quantile([7], p, { type })).toBe(7);
    }
    const values = Object.freeze([3, 1, 2]);
    expect(quantile(values, 0.5)).toBe(2);
    expect(quantile([10, 9, 100], 1)).toBe(100);
  });

  test.each([
    [() => quantile([1], 1.1), "invalid-option"],
    [() => quantile([1], Number.NaN), "invalid-option"],
    [() => quantile([], 0.5, { type: 5 as never }), "invalid-option"],
    [() => quantile([1, Number.POSITIVE_INFINITY], 0.5), "invalid-value"],
  ])("refuses what makes no sense: %s", (wrong, code) => {
    expect(wrong).toThrowError(expect.objectContaining({ code }));
  });
});
