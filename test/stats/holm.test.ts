import { adjustPValues, holm } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test("gives the adjusted values of Benjamini and Hochberg's (1995, section 4) fifteen", () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const wanted = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1];
  holm(pValues).forEach((p, index) => {
    expect(p).toBeCloseTo(wanted[index] ?? 0, 12);
  });
});

test("counts nothing that could not be tested", () => {
  expect(holm([0.02, null, 0.5, null])).toEqual([0.04, null, 0.5, null]);
  expect(holm([])).toEqual([]);
  expect(holm([null])).toEqual([null]);
});

test("is never above Bonferroni, and rejects one at least wherever that does", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
      const bonferroni = adjustPValues(pValues, "bonferroni");
      holm(pValues).forEach((p, index) => {
        expect(p).toBeLessThanOrEqual(bonferroni[index] ?? 0);
        expect(p).toBeGreaterThanOrEqual(pValues[index] ?? 1);
      });
    }),
  );
});

test("refuses what is no probability", () => {
  for (const wrong of [2, -0.1, Number.POSITIVE_INFINITY, "0.1" as never]) {
    expect(() => holm([0.1, wrong])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
  }
});
