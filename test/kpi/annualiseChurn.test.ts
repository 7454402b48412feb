import { annualiseChurn, churnPerPeriod } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const functions = { annualiseChurn, churnPerPeriod };

describe("annualiseChurn", () => {
  test("makes 5 % a month 45.964 % a year, not 60 %", () => {
    expect(annualiseChurn(0.05)).toBeCloseTo(0.45963991, 8);
    expect(annualiseChurn(0.01, 52)).toBeCloseTo(1 - 0.99 ** 52, 14);
  });

  test("keeps the digits of tiny shares", () => {
    expect(annualiseChurn(1e-18)).toBeCloseTo(1.2e-17, 30);
    expect(annualiseChurn(0)).toBe(0);
    expect(annualiseChurn(1)).toBe(1);
  });
});

describe("churnPerPeriod", () => {
  test("makes 40 % a year 4.1675 % a month", () => {
    expect(churnPerPeriod(0.4)).toBeCloseTo(0.041675, 6);
    expect(churnPerPeriod(0.4, 1)).toBeCloseTo(0.4, 15);
    expect([churnPerPeriod(0), churnPerPeriod(0, 1e-320), churnPerPeriod(1)]).toEqual([0, 0, 1]);
  });

  test("is the inverse of annualiseChurn", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 365 }), (churn, periods) => {
        expect(annualiseChurn(churnPerPeriod(churn, periods), periods)).toBeCloseTo(churn, 12);
      }),
    );
  });
});

describe.each(Object.entries(functions))("%s", (_name, compound) => {
  test("stays within 0 to 1 and grows with the churn", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (a, b, periods) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((churn) => compound(churn, periods)) as [
          number,
          number,
        ];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([-0.01, 1.01, 5, Number.NaN, "0.1", null])("refuses a churn of %s", (churn) => {
    expect(() => compound(churn as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });

  test.each([0, -12, Number.NaN, Number.POSITIVE_INFINITY, "12"])("refuses %s periods a year", (periods) => {
    expect(() => compound(0.1, periods as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
