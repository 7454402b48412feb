/** Published figures that no other file asserts. */
import { agrestiCoull, fisherExactTest, wilson } from "cxkit";
import { describe, expect, test } from "vitest";

describe("published figures", () => {
  test("of 12 out of 100 are those of the R package statpsych, ci.prop(.05, 12, 100)", () => {
    const adjusted = agrestiCoull(12, 100, { added: 4 });
    expect((adjusted.low + adjusted.high) / 2).toBeCloseTo(0.1346154, 7);
    expect((adjusted.high - adjusted.low) / 2 / 1.959963984540054).toBeCloseTo(0.03346842, 8);
    const corrected = wilson(12, 100, { continuity: true });
    expect(corrected.low).toBeCloseTo(0.06625153, 8);
    expect(corrected.high).toBeCloseTo(0.2039772, 7);
  });

  test("of the convictions of twins are those of R's fisher.test, one-sided too", () => {
    const twins = [
      [2, 10],
      [15, 3],
    ] as const;
    expect(fisherExactTest(twins).pValue).toBeCloseTo(0.0005367, 7);
    expect(fisherExactTest(twins, { alternative: "less" }).pValue).toBeCloseTo(0.0004652, 7);
  });
});
