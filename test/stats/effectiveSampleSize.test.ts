import { effectiveSampleSize } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test("is Kish's: 8 observations of these weights are worth 6.48", () => {
  expect(effectiveSampleSize([1, 1, 1, 1, 2, 2, 0.5, 0.5])).toBeCloseTo(6.48, 12);
});

test("is between 1 and the number of weights, whatever their unit and order", () => {
  const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(weights, fc.constantFrom(1e-150, 1, 1e300), (all, unit) => {
      const found = effectiveSampleSize(all.map((weight) => weight * unit)) ?? 0;
      expect(found).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(found).toBeLessThanOrEqual(all.length * (1 + 1e-9));
      expect(effectiveSampleSize(all.toReversed())).toBeCloseTo(effectiveSampleSize(all) ?? 0, 8);
    }),
  );
});

test("is null where nothing weighs, and refuses what is no weight", () => {
  expect(effectiveSampleSize([])).toBeNull();
  expect(effectiveSampleSize([0, 0])).toBeNull();
  for (const wrong of [-1, Number.POSITIVE_INFINITY, "1" as never]) {
    expect(() => effectiveSampleSize([1, wrong])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  }
});
