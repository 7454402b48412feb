import { finitePopulationCorrection } from "cxkit";
import { expect, test } from "vitest";

test("is √((N − n)/(N − 1)), and 0 where everybody is in the sample", () => {
  expect(finitePopulationCorrection(324, 1000)).toBeCloseTo(0.822604, 6);
  expect(finitePopulationCorrection(1000, 1000)).toBe(0);
  expect(finitePopulationCorrection(1, 1)).toBe(0);
  expect(finitePopulationCorrection(0, 10)).toBe(1);
  expect(finitePopulationCorrection(1, 1e9)).toBe(1);
});

test("refuses a sample that is larger than the whole", () => {
  for (const wrong of [() => finitePopulationCorrection(11, 10), () => finitePopulationCorrection(0, 0)]) {
    expect(wrong).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  }
});
