import { adjustPValues, benjaminiHochberg, holm, type PValueAdjustment } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const methods = ["holm", "hochberg", "bonferroni", "benjamini-hochberg", "benjamini-yekutieli", "none"] as const;
const six = [0.01, 0.04, 0.03, 0.005, 0.2, 0.8];
const fifteen = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe("adjustPValues", () => {
  test.each<[PValueAdjustment, number[]]>([
    // R: p.adjust.
    ["benjamini-hochberg", [0.03, 0.06, 0.06, 0.03, 0.24, 0.8]],
    ["benjamini-yekutieli", [0.0735, 0.147, 0.147, 0.0735, 0.588, 1]],
    ["holm", [0.05, 0.12, 0.12, 0.03, 0.4, 0.8]],
    ["hochberg", [0.05, 0.12, 0.12, 0.03, 0.4, 0.8]],
    ["bonferroni", [0.06, 0.24, 0.18, 0.03, 1, 1]],
    ["none", six],
  ])("gives R's figures for %s", (method, wanted) => {
    adjustPValues(six, method).forEach((p, index) => {
      expect(p).toBeCloseTo(wanted[index] ?? 0, 13);
    });
  });

  test("rejects as many of Benjamini and Hochberg's (1995, section 4) fifteen as is known", () => {
    const rejected = methods.map((method) => adjustPValues(fifteen, method).filter((p) => p <= 0.05).length);
    expect(rejected).toEqual([3, 3, 3, 4, 3, 9]);
  });

  test("keeps order, ties, bounds and null, whatever the method", () => {
    const some = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.constantFrom(...methods), (pValues, method) => {
        const adjusted = adjustPValues(pValues, method);
        const known = pValues.filter((p) => p !== null);
        expect(adjusted.filter((p) => p !== null)).toEqual(adjustPValues(known, method));
        expect(adjustPValues(pValues.toReversed(), method)).toEqual(adjusted.toReversed());
        pValues.forEach((p, i) => {
          const own = adjusted[i] ?? null;
          if (p === null || own === null) {
            expect(own).toBe(p);
            return;
          }
          expect(own).toBeGreaterThanOrEqual(p);
          expect(own).toBeLessThanOrEqual(1);
          pValues.forEach((q, j) => {
            if (q !== null && p <= q) expect(own).toBeLessThanOrEqual(adjusted[j] ?? 0);
          });
        });
      }),
    );
  });

  test("is what the functions of their own make it", () => {
    expect(adjustPValues(fifteen, "holm")).toEqual(holm(fifteen));
    expect(adjustPValues([...fifteen, null], "benjamini-hochberg")).toEqual(benjaminiHochberg([...fifteen, null]));
  });

  test("refuses an unknown method and what is no probability", () => {
    expect(() => adjustPValues([0.1], "bh" as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => adjustPValues([0.1], "toString" as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => adjustPValues([null, 2], "none")).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
